import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptInvitation } from '~/domain/accounts/accept-invitation.server'
import { AcceptForm } from '~/domain/accounts/invitation-forms'
import { invitedPage } from '~/domain/accounts/invitations.server'
import { spend } from '~/domain/accounts/limits.server'
import type { Visit } from '~/domain/context'
import { ButtonForm } from '~/domain/forms'
import { programOf } from '~/domain/standards/program.server'
import { parseForm } from '~/http/form.server'
import { visit } from '~/http/guards.server'
import { confirmByEmail, personOrNull } from '~/http/newcomer.server'
import { respond } from '~/http/respond.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { formatDayOf } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import { maskedEmail, offerWords, roleMeans } from '~/words/en/places'
import { ClosedInvitation, OpenInvitation, type WayIn } from './invitation'

export const meta: MetaFunction = () => [{ title: 'An invitation for you – Lamplight' }]

/** Shows who invited to what. Only the button accepts, for mail programs open links too. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = visit(args)
  const token = args.params.token ?? ''
  const person = await personOrNull(args)
  const page = await invitedPage(db, token, now)
  if (!page) return json({ token, closed: 'absent' as const, open: null }, { status: 404 })
  const { standing, acceptedBy, venueId } = page
  if (standing !== 'open') {
    const own = person && acceptedBy === person.actor.person.id
    if (own) throw redirect(venueId ? paths.venue(venueId) : paths.myHome())
    return json({ token, closed: standing, open: null }, { status: 404 })
  }
  const { timeZone } = await programOf(db)
  const { name, email, offer, inviter, spoken, ofStaff, expiresAt } = page
  const as = person?.actor.person
  const way: WayIn = as ? (as.email === email ? 'accept' : 'other') : ofStaff ? 'staff' : 'code'
  const open = {
    ...{ name, way, spoken, handOver: page.handOver !== null },
    email: maskedEmail(email),
    from: addressed(inviter),
    what: offerWords(offer),
    means: roleMeans[offer.role],
    until: formatDayOf(expiresAt, timeZone),
  } as const
  return json({ token, closed: null, open })
}

export async function action(args: ActionFunctionArgs) {
  const token = args.params.token ?? ''
  const person = await personOrNull(args)
  if (person) {
    const form = await parseForm(args, person, AcceptForm)
    if (!form.ok) return form.answer
    return respond(form, async () =>
      redirect(await acceptInvitation(form.ctx, token, form.data.spoken)),
    )
  }
  const form = await parseForm(args, visit(args), ButtonForm)
  if (!form.ok) return form.answer
  const page = await invitedPage(form.ctx.db, token, form.ctx.now)
  if (!page) return respond(form, () => unknownLink(form.ctx, token))
  // The page says how the invitation stands, and who signs in another way.
  if (page.standing !== 'open' || page.ofStaff) return redirect(paths.invited(token))
  const { name, email } = page
  const what = { kind: 'invited' as const, token }
  return respond(form, () => confirmByEmail(args.request, form.ctx, { name, email, what }))
}

async function unknownLink(visiting: Visit, token: string): Promise<Response> {
  await spend(visiting, 'invitation-opening')
  return redirect(paths.invited(token))
}

export default function Invited() {
  const { token, closed, open } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return open ? (
    <OpenInvitation {...open} token={token} answer={answer} />
  ) : (
    <ClosedInvitation standing={closed ?? 'absent'} token={token} answer={answer} />
  )
}
