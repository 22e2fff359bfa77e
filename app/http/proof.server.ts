import { json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { z } from 'zod/mini'
import { type ProofWays, proofWays } from '~/domain/accounts/proof-page.server'
import type { Context } from '~/domain/context'
import { hasProvedLately } from '~/domain/permissions/who'
import { paths } from '~/paths'
import type { PasskeyPlace } from '~/ui/passkey-button'
import type { WayBack } from '~/ui/sign-in-fields'
import { parseForm } from './form.server'
import { requirePerson } from './guards.server'
import { passkeyPlace } from './passkey-place.server'
import { respond } from './respond.server'
import { sessionCookie } from './session.server'
import { leadBack, readWayBack, withWayBack } from './way-back.server'

type Args = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>

export type ProofPage = { way: WayBack; ways: ProofWays; ready: string | null; place: PasskeyPlace }

/**
 * What each page on the way to proof shows. Whoever has proved it goes on at once; a file waits for a
 * click, because a browser that is led to a download stays where it was.
 */
export async function proofPage(args: Args): Promise<ProofPage> {
  const way = await readWayBack(args.request)
  const ctx = await requirePerson(args)
  const proved = hasProvedLately(ctx.actor, ctx.now)
  const ready = proved && isFile(way.returnTo) ? way.returnTo : null
  if (proved && !ready && way.returnTo) throw redirect(way.returnTo)
  const place = passkeyPlace(args.request)
  return { way, ready, place, ways: await proofWays(ctx, args.context.demoAllowed) }
}

/** One way to prove it: `act` returns the session's new token, and what was asked for goes on. */
export async function takeProof<Schema extends z.ZodMiniType>(
  args: Args,
  schema: Schema,
  act: (ctx: Context, data: z.output<Schema>) => Promise<string>,
): Promise<Response> {
  const way = await readWayBack(args.request)
  const { actor, ...visiting } = await requirePerson(args, way.carry)
  // Without the actor: what is carried here belongs to the form that waits, and not to this one.
  const form = await parseForm(args, visiting, schema)
  if (!form.ok) return withWayBack(form.answer, way)
  const answer = await respond(form, async () => {
    const token = await act({ ...form.ctx, actor }, form.data)
    return goOn(way, actor.person.id, await sessionCookie(token))
  })
  return answer.status >= 400 ? withWayBack(answer, way) : answer
}

/** A form that waits for proof arrives at its page, and passes where there is proof by now. */
export async function startProof(args: Args): Promise<Response> {
  const way = await readWayBack(args.request)
  const { actor, now } = await requirePerson(args, way.carry)
  return hasProvedLately(actor, now) ? goOn(way, actor.person.id) : json({ way })
}

function goOn(way: WayBack, personId: Context['actor']['person']['id'], cookie?: string): Response {
  if (way.carry || !isFile(way.returnTo)) return leadBack(way, personId, cookie)
  const headers = new Headers(cookie ? { 'Set-Cookie': cookie } : undefined)
  return redirect(paths.prove(way.returnTo ?? undefined), { headers })
}

function isFile(path: string | null): boolean {
  return /\.(csv|pdf|zip|json)(\?|$)/.test(path ?? '')
}
