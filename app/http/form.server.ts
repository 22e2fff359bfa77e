import { type ActionFunctionArgs, json } from '@remix-run/node'
import type { z } from 'zod/mini'
import type { Context, Visit } from '~/domain/context'
import { digestOf } from '~/domain/events.server'
import type { FormAnswer } from '~/ui/form'
import { type Carried, openCarry } from './carry.server'
import { readForm, type TakeFile } from './read-form.server'
import { refuse } from './respond.server'

/** What was typed, by field name: strings stay strings, a repeated name is a list. */
export type FormValues = Record<string, string | string[]>

type Parsed<Data, C> =
  | { ok: true; data: Data; values: FormValues; files: Map<string, File[]>; ctx: C }
  | { ok: false; answer: Response }

/**
 * Reads a form and checks it with its schema. A form that is not right, or that comes back from
 * sign-in, is an answer to return; `ctx` carries the form's id, so that two equal submits are one.
 */
export async function parseForm<Schema extends z.ZodMiniType, C extends Context | Visit>(
  { request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>,
  ctx: C,
  schema: Schema,
): Promise<Parsed<z.output<Schema>, C>> {
  const sender = 'actor' in ctx ? ctx.actor.person.id : null
  // Nobody has a file to send before they are signed in.
  const take: TakeFile | undefined = sender
    ? (content, name) => context.arrivals.take(content, name, sender)
    : undefined
  const form = await readForm(request, take)
  const carried = form.get('_carry')
  if (typeof carried === 'string' && 'actor' in ctx) return restored(carried, ctx)

  if ([...form.keys()].length > mostFields) {
    return { ok: false, answer: refuse({}, { '': tooManyFields }, 422) }
  }
  const { values, files } = fieldsOf(form)
  if (context.arrivals.passedOver()) return { ok: false, answer: tryAgain(values) }
  const parsed = schema.safeParse(nested(values))
  if (!parsed.success) {
    return { ok: false, answer: refuse(values, sentencesOf(parsed.error), 422) }
  }
  const submission = submissionOf(request, form, values)
  const origin = { ...ctx.origin, submission }
  return { ok: true, data: parsed.data, values, files, ctx: { ...ctx, origin } }
}

/** The longest form of this site, a letter of sixty parts, has fewer than half as many. */
const mostFields = 2_000
const tooManyFields =
  'This form has more fields than any page here. Nothing was saved. Please open the page again.'

/** The answer to a file that found too many others on their way; it was read past, and is not kept. */
function tryAgain(values: FormValues): Response {
  const answer = refuse(values, { '': crowded }, 503)
  answer.headers.set('Retry-After', '30')
  return answer
}

const crowded =
  'More files are arriving just now than we can take at once. What you typed is still here: please choose the file again and send it in half a minute.'

/** The form as it was before the session ended, or before proof was asked for: filled, and unsaved. */
function restored(carry: string, { actor }: Context): { ok: false; answer: Response } {
  const carried = openCarry(carry, actor.person.id)
  const answer: FormAnswer = carried
    ? {
        values: fieldsOf(carried.values).values,
        notice: noticeOf(carried),
      }
    : {
        notice:
          'You are signed in. What was typed before belonged to somebody else, so it is not shown.',
      }
  return { ok: false, answer: json(answer, { headers: { 'Cache-Control': 'no-store' } }) }
}

function noticeOf({ proof, values }: Carried): string {
  if (!proof) return 'You are signed in again. This is what you had typed; it is not saved yet.'
  return values.length > 0
    ? 'Thank you. This is what you had typed; it is not saved yet.'
    : 'Thank you. Nothing has happened yet: please press the button once more.'
}

function fieldsOf(entries: Iterable<[string, FormDataEntryValue]>) {
  const values: FormValues = Object.create(null)
  const files = new Map<string, File[]>()
  for (const [name, value] of entries) {
    if (name.startsWith('_')) continue
    if (typeof value !== 'string') {
      if (value.size > 0 || value.name) files.set(name, [...(files.get(name) ?? []), value])
      continue
    }
    if (name.split('.').some((part) => dangerous.has(part))) continue
    const known = values[name]
    values[name] = known === undefined ? value : [known, value].flat()
  }
  return { values, files }
}

const dangerous = new Set(['__proto__', 'constructor', 'prototype'])

/** "items.0.words" becomes items[0].words, in objects without a prototype. */
function nested(values: FormValues): unknown {
  type Node = { [part: string]: Node | string | string[] }
  const root: Node = Object.create(null)
  for (const [name, value] of Object.entries(values)) {
    const parts = name.split('.').slice(0, 6)
    const last = parts.pop() ?? name
    let node = root
    for (const part of parts) {
      const next = node[part]
      node = node[part] =
        typeof next === 'object' && !Array.isArray(next) ? next : Object.create(null)
    }
    node[last] = value
  }
  return listsIn(root)
}

/** Objects whose keys are 0, 1, 2… become lists, in the order of their numbers. */
function listsIn(node: unknown): unknown {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return node
  const entries = Object.entries(node)
  if (entries.length > 0 && entries.every(([key]) => /^\d{1,3}$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, value]) => listsIn(value))
  }
  const result: Record<string, unknown> = Object.create(null)
  for (const [key, value] of entries) result[key] = listsIn(value)
  return result
}

/** The first sentence for each field, by its name; '' for the form as a whole. */
function sentencesOf(error: z.core.$ZodError): Record<string, string> {
  const errors: Record<string, string> = Object.create(null)
  for (const issue of error.issues) errors[issue.path.join('.')] ??= issue.message
  return errors
}

/** The form's random id with a digest of what was typed: the same id with other text is another submit. */
function submissionOf(request: Request, form: FormData, values: FormValues): string | null {
  const id = form.get('_submission')
  if (typeof id !== 'string' || !/^[\w.-]{16,80}$/.test(id)) return null
  const files = [...form].flatMap(([name, value]) =>
    typeof value === 'string' ? [] : [[name, value.name, value.size]],
  )
  const { pathname } = new URL(request.url)
  return `${id}:${digestOf(JSON.stringify([pathname, values, files])).slice(0, 32)}`
}
