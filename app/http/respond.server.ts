import { json } from '@remix-run/node'
import {
  Busy,
  Conflict,
  Invalid,
  NotFound,
  NotPermitted,
  ProofNeeded,
  TooMany,
} from '~/domain/errors'
import type { FormAnswer } from '~/ui/form'
import type { FormValues } from './form.server'

/** The one answer for what is absent and for what is somebody else's. */
export function absent(): Response {
  return json('', { status: 404 })
}

export function forbidden(reason: string): Response {
  return json(reason, { status: 403 })
}

/** Runs a read: the domain's refusals become 404, 403 and 429, which the error boundary shows. */
export async function load<Result>(read: () => Promise<Result>): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    throw thrownFor(error)
  }
}

/**
 * Runs the deed of a form. What the domain refuses about the input comes back beside the fields
 * (422); a lost race says who was first and keeps both texts (409); what was done too often says
 * when it works again (429), and so does a server that has its hands full (503).
 */
export async function respond(
  form: { values: FormValues },
  act: () => Promise<Response>,
): Promise<Response> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof Invalid) return refuse(form.values, { ...error.fields }, 422)
    if (error instanceof Conflict) {
      return refuse(form.values, { '': error.message }, 409, error.theirs)
    }
    if (error instanceof TooMany) return later(form.values, error, 429)
    if (error instanceof Busy) return later(form.values, error, 503)
    if (isBusy(error)) return refuse(form.values, { '': error.message }, 503)
    throw thrownFor(error)
  }
}

/** Counts a use before costly work begins: the answer to return where there were too many, or null. */
export async function refuseTooOften(
  form: { values: FormValues },
  count: () => Promise<void>,
): Promise<Response | null> {
  try {
    await count()
    return null
  } catch (error) {
    if (error instanceof TooMany) return later(form.values, error, 429)
    throw error
  }
}

function later(
  values: FormValues,
  { message, retryAfterSeconds }: TooMany | Busy,
  status: 429 | 503,
): Response {
  const answer = refuse(values, { '': message }, status)
  answer.headers.set('Retry-After', String(retryAfterSeconds))
  return answer
}

/** A form that comes back with its values and a sentence beside each field that needs one. */
export function refuse(
  values: FormValues,
  errors: Record<string, string>,
  status: number,
  theirs?: Readonly<Record<string, string>>,
): Response {
  const answer: FormAnswer = { errors, values, ...(theirs && { theirs: { ...theirs } }) }
  return json(answer, { status })
}

/** The database's own refusal to wait any longer; its sentence is fit to show. */
function isBusy(error: unknown): error is Error {
  return error instanceof Error && error.name === 'DatabaseBusy'
}

function thrownFor(error: unknown): unknown {
  if (error instanceof NotFound) return absent()
  if (error instanceof NotPermitted) return forbidden(error.message)
  if (error instanceof TooMany) {
    const headers = { 'Retry-After': String(error.retryAfterSeconds), 'Cache-Control': 'no-store' }
    return json(error.message, { status: 429, headers })
  }
  if (error instanceof ProofNeeded) return json({ prove: true, carry: null }, { status: 401 })
  return error
}
