import type { LoaderFunctionArgs, MetaFunction, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { VenueId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import { coordinatorVenue } from '~/domain/venues/coordinator-venue.server'
import { lastWholeDay } from '~/domain/venues/invite-venue.server'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { SummaryList } from '~/ui/summary-list'
import { TaskList } from '~/ui/task-list'
import { formatDay, formatDayOf } from '~/words/en/format'
import { roleNames } from '~/words/en/names'
import { invitationStandingNames, joinStateNames, standingNames } from '~/words/en/standings'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(async () => {
    const { timeZone } = await programOf(ctx.db)
    const page = await coordinatorVenue(ctx, args.params.venueId as VenueId)
    const { venue, district, listings, mergedInto, standing } = page
    const day = (moment: Date) => formatDayOf(moment, timeZone)
    return {
      id: venue.id,
      name: venue.name,
      address: venue.address,
      neighborhood: venue.neighborhood,
      district,
      phone: venue.phone,
      standing: standingNames[standing],
      mergedInto: mergedInto && {
        name: mergedInto.name,
        to: paths.coordinatorVenue(mergedInto.id),
        on: venue.mergedAt ? day(venue.mergedAt) : '',
      },
      typed: venue.source === 'typed',
      listings: listings.map(({ license, name, listedOn, vanishedOn }) => ({
        license,
        words: `as “${name}”, ${
          vanishedOn
            ? `not on the list since ${formatDay(vanishedOn)}`
            : `on the list of ${formatDay(listedOn)}`
        }`,
      })),
      joined: page.joined,
      invited: page.invitations.some(({ standing }) => standing === 'open'),
      team: page.team.map(({ id, name, role, confirmedAt }) => ({
        id,
        words: `${name}, ${roleNames[role].toLowerCase()}${confirmedAt ? '' : ' (not confirmed yet)'}`,
      })),
      invitations: page.invitations.map((letter) => ({
        id: letter.id,
        title: `Letter of ${day(letter.createdAt)}${letter.email ? `, and an email to ${letter.email}` : ''}`,
        to: paths.invitationLetter(letter.id),
        detail: `Written by ${letter.by}; the code works until ${formatDay(lastWholeDay(letter.expiresAt, timeZone))}`,
        status: invitationStandingNames[letter.standing],
      })),
      requests: page.requests.map(({ id, name, state, createdAt }) => ({
        id,
        title: `${name}, ${day(createdAt)}`,
        to: paths.joinRequest(id),
        status: joinStateNames[state],
        tone: state === 'waiting' ? ('next' as const) : ('soft' as const),
      })),
      shared: page.shared.map(({ id }) => id),
    }
  })
}

export default function CoordinatorVenue() {
  const page = useLoaderData<typeof loader>()
  const [review] = page.shared
  return (
    <>
      <h1>{page.name}</h1>
      {page.mergedInto ? (
        <Notice title={`This venue really is ${page.mergedInto.name}`}>
          <p>
            The two were merged on {page.mergedInto.on}. What happens now happens at{' '}
            <Link to={page.mergedInto.to}>{page.mergedInto.name}</Link>.
          </p>
        </Notice>
      ) : (
        <p className="lead">{page.standing}</p>
      )}
      <SummaryList
        rows={[
          { term: 'Address', detail: page.address },
          { term: 'Neighborhood', detail: page.neighborhood ?? 'Not known' },
          {
            term: 'District',
            detail: page.district ?? 'None yet, so it has no liaison',
            ...(page.mergedInto ? {} : { change: { to: paths.placeVenue(page.id) } }),
          },
          { term: 'Public phone', detail: page.phone ?? 'Not noted yet' },
          {
            term: 'License',
            detail: <Licenses {...page} />,
          },
          {
            term: 'People',
            detail: page.team.length ? (
              <ul className="plain">
                {page.team.map(({ id, words }) => (
                  <li key={id}>{words}</li>
                ))}
              </ul>
            ) : (
              'Nobody yet'
            ),
          },
        ]}
      />
      <div className="actions">
        {review ? <ButtonLink to={paths.review(review)}>Read what was shared</ButtonLink> : null}
        {page.joined || page.mergedInto ? null : (
          <ButtonLink to={paths.invite(page.id)} look={page.invited ? 'quiet' : 'go'}>
            {page.invitations.length > 0 ? 'Write a new letter' : 'Invite this venue'}
          </ButtonLink>
        )}
        {page.mergedInto ? null : (
          <ButtonLink to={paths.contacts('program', page.id)}>Contacts</ButtonLink>
        )}
        {page.mergedInto ? (
          <ButtonLink to={paths.unmergeVenue(page.id)}>Tell the two apart again</ButtonLink>
        ) : (
          <ButtonLink to={paths.mergeVenue(page.id)}>Merge with another venue</ButtonLink>
        )}
      </div>
      {page.invitations.length > 0 ? (
        <section className="section flow">
          <h2>Invitations</h2>
          <TaskList tasks={page.invitations} label="Invitations" />
        </section>
      ) : null}
      {page.requests.length > 0 ? (
        <section className="section flow">
          <h2>Requests to join</h2>
          <TaskList tasks={page.requests} label="Requests to join" />
        </section>
      ) : null}
    </>
  )
}

type Listed = Pick<SerializeFrom<typeof loader>, 'listings' | 'typed'>

function Licenses({ listings, typed }: Listed) {
  const [first, ...others] = listings
  if (!first) {
    return <>{typed ? 'Typed in by somebody who asked to join' : 'None of its own'}</>
  }
  if (others.length === 0) return <>{`${first.license}, ${first.words}`}</>
  return (
    <ul className="plain">
      {listings.map(({ license, words }) => (
        <li key={license}>{`${license}, ${words}`}</li>
      ))}
    </ul>
  )
}
