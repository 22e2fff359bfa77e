import { json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { database } from '~/db.server'
import type { Context, Origin, Visit } from '~/domain/context'
import type { VenueId } from '~/domain/ids'
import { hasAgreed } from '~/domain/permissions/application'
import { canAcceptAgreement, canOpenDesk, canRunProgram } from '~/domain/permissions/desk'
import { hasAllFactors, hasProvedLately, placeIn } from '~/domain/permissions/who'
import { programOf } from '~/domain/standards/program.server'
import { paths } from '~/paths'
import { carryFrom } from './carry.server'
import { absent, forbidden } from './respond.server'
import { readSession } from './session.server'

type Args = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>

/** What a page needs that anybody may open. */
export function visit({ context }: Args): Visit {
  return { db: database(), now: new Date(), origin: originOf(context, null) }
}

/**
 * The signed-in person with all factors that their roles ask for; anybody else is led to sign in.
 * `carry` holds another form's fields already: those travel on, in place of what was sent now.
 */
export async function requirePerson(args: Args, carry?: string | null): Promise<Context> {
  const now = new Date()
  const session = await readSession(args.request, now, args.context)
  if (!session?.alive) {
    throw await signInFirst(args.request, session?.actor.person.id ?? null, carry)
  }
  const { actor, id } = session
  if (!hasAllFactors(actor)) {
    const half = actor.factors.includes('password')
    const { pathname } = new URL(args.request.url)
    throw redirect(half ? paths.staffSignInCode() : paths.staffSignIn(pathname))
  }
  return { db: database(), actor, now, origin: originOf(args.context, id) }
}

/** One of the venue's own people. For everybody else the venue is not there: foreign and absent answer alike. */
export async function requireOwner(args: Args): Promise<{ ctx: Context; venueId: VenueId }> {
  const ctx = await requirePerson(args)
  const venueId = args.params.venueId as VenueId
  if (!placeIn(ctx.actor, venueId)) throw absent()
  return { ctx, venueId }
}

/** A liaison or a coordinator, signed in with two factors. */
export async function requireLiaison(args: Args): Promise<Context> {
  const ctx = await requirePerson(args)
  const permission = canOpenDesk(ctx.actor)
  if (!permission.allowed) throw forbidden(permission.reason)
  return ctx
}

/**
 * A liaison or a coordinator who reviews: without this year's agreement they are led to it first, and
 * back. A write stores nothing, and says why.
 */
export async function requireReviewer(args: Args): Promise<Context> {
  const ctx = await requireLiaison(args)
  requireAgreement(args, ctx)
  return ctx
}

/**
 * Staff who may be asked for a part of a letter, partners among them; the part itself is looked up for
 * them. For everybody else there is no such page.
 */
export async function requireAsked(args: Args): Promise<Context> {
  const ctx = await requirePerson(args)
  if (!canAcceptAgreement(ctx.actor).allowed) throw absent()
  requireAgreement(args, ctx)
  return ctx
}

/** Somebody of a venue, or of the desk: what both share asks itself on which side a person stands. */
export async function requireEitherSide(args: Args): Promise<Context> {
  const ctx = await requirePerson(args)
  if (canOpenDesk(ctx.actor).allowed) requireAgreement(args, ctx)
  return ctx
}

function requireAgreement({ request }: Args, { actor }: Context): void {
  const permission = hasAgreed(actor)
  if (permission.allowed) return
  if (request.method !== 'GET' && request.method !== 'HEAD') throw forbidden(permission.reason)
  throw redirect(paths.agreement(pathWithoutData(request)))
}

export async function requireCoordinator(args: Args): Promise<Context> {
  const ctx = await requirePerson(args)
  const permission = canRunProgram(ctx.actor)
  if (!permission.allowed) throw forbidden(permission.reason)
  return ctx
}

/**
 * For what cannot simply be undone: goes on when the person proved within ten minutes who they are.
 * Otherwise a read leads to the page that asks, and back; a write answers with that page itself,
 * which carries the typed fields, and stores nothing.
 */
export async function requireProof(args: Args, { actor, now }: Context): Promise<void> {
  if (hasProvedLately(actor, now)) return
  const { request } = args
  if (request.method === 'GET' || request.method === 'HEAD') {
    throw redirect(paths.prove(pathWithoutData(request)))
  }
  throw json(
    {
      prove: true,
      carry: await carryFrom(request, actor.person.id, { proof: true }),
      help: await helpLines(),
    },
    { status: 401, headers: { 'Cache-Control': 'no-store' } },
  )
}

function originOf(context: Args['context'], sessionId: Origin['sessionId']): Origin {
  return {
    requestId: context.requestId,
    sessionId,
    address: context.address,
    device: context.device,
    submission: null,
  }
}

/**
 * A read leads to sign-in and back. A write answers with the sign-in page itself, which carries
 * the typed fields for the person whose session it was, and stores nothing.
 */
async function signInFirst(
  request: Request,
  personId: Parameters<typeof carryFrom>[1],
  carry?: string | null,
) {
  if (request.method === 'GET' || request.method === 'HEAD') {
    const back = pathWithoutData(request)
    return redirect(paths.signIn(back === paths.myHome() ? undefined : back))
  }
  return json(
    {
      signIn: true,
      carry: carry === undefined ? await carryFrom(request, personId) : carry,
      help: await helpLines(),
    },
    { status: 401, headers: { 'Cache-Control': 'no-store' } },
  )
}

function pathWithoutData(request: Request): string {
  const { pathname, search } = new URL(request.url)
  const query = new URLSearchParams(search)
  query.delete('_data')
  return `${pathname}${query.size ? `?${query}` : ''}`
}

/** The lines of every footer, for a page that is shown before the root has loaded anything. */
async function helpLines() {
  const { emergencyNumber, advocateLine } = (await programOf(database())).settings
  return { emergency: emergencyNumber, advocate: advocateLine }
}
