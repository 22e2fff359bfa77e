import type { LoaderFunctionArgs, MetaFunction, SerializeFrom } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { venueClasses } from '~/domain/training/class-venue.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { PrivateNotice } from '~/ui/notice'
import { SummaryList } from '~/ui/summary-list'

export const meta: MetaFunction = () => [{ title: 'Classes near you – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => venueClasses(ctx, venueId))
}

export default function VenueClasses() {
  const { classes } = useLoaderData<typeof loader>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Classes near you</h1>
      <p className="lead">
        One class can bring a whole team up to date. You choose who goes, and when.
      </p>
      {classes.length > 0 ? (
        <>
          <PrivateNotice>
            What a class would change is counted from your own staff list. Nobody else sees it, and
            the program takes no bookings.
          </PrivateNotice>
          {classes.map((each) => (
            <OneClass key={each.id} each={each} />
          ))}
        </>
      ) : (
        <EmptyState
          title="No class is announced for your district right now"
          action={<ButtonLink to={paths.team(venueId)}>See your team and training</ButtonLink>}
        >
          When the program announces one, it stands here and on your home page. Any course that fits
          the standard counts as well, wherever your people take it.
        </EmptyState>
      )}
    </>
  )
}

type Listed = SerializeFrom<typeof loader>['classes'][number]

function OneClass({ each }: { each: Listed }) {
  const { venueId = '' } = useParams()
  return (
    <article className="flow section">
      <h2>{each.title}</h2>
      {each.gains.map(({ standard, title, words }) => (
        <p key={standard}>
          <strong>{words}</strong>{' '}
          <Link to={paths.venueStandard(venueId, standard)}>It counts for “{title}”</Link>
        </p>
      ))}
      {each.words ? <p className="own-words">{each.words}</p> : null}
      <SummaryList
        rows={[
          { term: 'When', detail: each.when },
          { term: 'Where', detail: each.place },
          { term: 'Who gives it', detail: each.host },
          ...(each.training ? [{ term: 'Training', detail: each.training }] : []),
          ...(each.seats ? [{ term: 'Seats', detail: each.seats }] : []),
          { term: 'How to sign up', detail: each.signUp },
        ]}
      />
    </article>
  )
}
