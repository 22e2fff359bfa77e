import '~/ui/styles/workspace.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams } from '@remix-run/react'
import { openInvitations } from '~/domain/accounts/invitations.server'
import { venuePeople } from '~/domain/accounts/venue-people.server'
import type { Reading } from '~/domain/context'
import type { VenueId } from '~/domain/ids'
import {
  canChangePlace,
  canEndPlace,
  canHandOver,
  canInvite,
  canSeeInvitations,
} from '~/domain/permissions/place'
import { programOf } from '~/domain/standards/program.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { InvitationList, type InvitationRow } from '~/ui/invitation-list'
import { Notice } from '~/ui/notice'
import { countOf, formatDayOf } from '~/words/en/format'
import { roleNames } from '~/words/en/names'
import { asRole, invitationStandings, roleMeans } from '~/words/en/places'
import { People } from './people'

export const meta: MetaFunction = () => [{ title: 'People with access – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const { db, actor } = ctx
  const people = await load(() => venuePeople(db, actor, venueId))
  const { timeZone } = await programOf(db)
  const on = (moment: Date) => formatDayOf(moment, timeZone)
  const mayInvite = canSeeInvitations(actor, venueId).allowed
  return {
    mayInvite,
    mayHandOver: canHandOver(actor, venueId).allowed,
    done: new URL(args.request.url).searchParams.get('done') ?? '',
    people: people.map((place) => ({
      id: place.id,
      name: place.name,
      self: place.personId === actor.person.id,
      role: roleNames[place.role],
      means: roleMeans[place.role],
      since: on(place.since),
      confirmed: place.confirmedAt !== null,
      lastHere: place.lastSeenAt ? on(place.lastSeenAt) : null,
      mayChange: place.confirmedAt !== null && canChangePlace(actor, place, place.role).allowed,
      mayEnd: canEndPlace(actor, place).allowed,
    })),
    invitations: mayInvite ? await invitationRows(ctx, venueId, on) : [],
  }
}

async function invitationRows(
  ctx: Reading,
  venueId: VenueId,
  on: (moment: Date) => string,
): Promise<InvitationRow[]> {
  const rows = await openInvitations(ctx, venueId)
  return rows.map(({ invitation, inviter, standing }) => ({
    id: invitation.id,
    name: invitation.name,
    email: invitation.email,
    what: invitation.handOver ? 'the new owner' : asRole[invitation.role],
    by: inviter.name,
    standing,
    words: invitationStandings[standing],
    sent: on(invitation.sentAt),
    until: on(invitation.expiresAt),
    links:
      standing !== 'withdrawn' && canInvite(ctx.actor, invitation).allowed
        ? {
            again: paths.renewVenueInvitation(venueId, invitation.id),
            back: paths.withdrawVenueInvitation(venueId, invitation.id),
          }
        : null,
  }))
}

const doneWords: Record<string, string> = {
  invited: 'The invitation is on its way. It works for 7 days.',
  renewed: 'A new link is on its way. The one before it works no more.',
  withdrawn: 'The invitation is taken back. Its link opens nothing now.',
  changed: 'That is changed. The person signs in again to go on, and everybody in charge is told.',
  ended: 'The access has ended, at once and everywhere.',
}

export default function VenuePeople() {
  const { people, invitations, mayInvite, mayHandOver, done } = useLoaderData<typeof loader>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>People with access</h1>
      <p className="lead">
        {countOf(people.length, 'person signs in', 'people sign in')} here for your venue. This is
        not your staff list: who needs training stands on the{' '}
        <a href={paths.team(venueId)}>team page</a>, and gets no access by that.
      </p>
      {doneWords[done] ? (
        <Notice tone="success" live>
          {doneWords[done]}
        </Notice>
      ) : null}
      <People people={people} venueId={venueId} />
      {mayInvite ? (
        <div className="actions">
          <ButtonLink to={paths.inviteToVenue(venueId)} look="go">
            Invite somebody
          </ButtonLink>
          {mayHandOver ? (
            <ButtonLink to={paths.handOver(venueId)}>Hand the venue to a new owner</ButtonLink>
          ) : null}
        </div>
      ) : (
        <p>An owner or a manager of the venue invites people.</p>
      )}
      {invitations.length > 0 ? <InvitationList invitations={invitations} /> : null}
    </>
  )
}
