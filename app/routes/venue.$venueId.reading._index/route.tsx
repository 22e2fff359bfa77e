import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { type ReadingPage, readingPage } from '~/domain/readings/reading-page.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Notice, PrivateNotice } from '~/ui/notice'
import { countOf } from '~/words/en/format'
import { NamesList, SignedList } from './lists'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Read by your team – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => readingPage(ctx, venueId, args.context.env.publicUrl))
}

export default function ReadByTheTeam() {
  const page = useLoaderData<typeof loader>()
  const { venueId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.policies(venueId)}>Policies</Link>
      </p>
      <h1>Read by your team</h1>
      <p className="lead">
        Give your team a link or a poster. They read your policies on their phone and sign with
        their name, without an account, and the count goes beside the standard by itself.
      </p>
      <PrivateNotice>
        Your liaison gets the number of people who signed, once you share. The names stay with you.
      </PrivateNotice>
      {page.reading ? <Now page={page} reading={page.reading} /> : <Nothing mayPut={page.mayPut} />}
      {page.reading ? <Standing page={page} /> : null}
    </>
  )
}

function Nothing({ mayPut }: { mayPut: boolean }) {
  const { venueId = '' } = useParams()
  return (
    <section className="flow">
      <h2>Nothing is with your team yet</h2>
      <p>
        Choose which policies they read. What they see stays as it was that day, until you put a
        newer version to them.
      </p>
      {mayPut ? (
        <ButtonLink to={paths.putToTeam(venueId)} look="go">
          Choose the policies
        </ButtonLink>
      ) : (
        <p>An owner or a manager of the venue can do that.</p>
      )}
    </section>
  )
}

function Now({
  page,
  reading,
}: {
  page: ReadingPage
  reading: NonNullable<ReadingPage['reading']>
}) {
  const { venueId = '' } = useParams()
  return (
    <section className="flow">
      <h2>What they read now</h2>
      <p>
        {reading.words} {reading.changed ? `What changed: ${reading.changed}` : null}
      </p>
      <ul>
        {reading.policies.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      {page.link ? (
        <p>
          The link for your team: <a href={page.link.url}>{page.link.shown}</a>
        </p>
      ) : null}
      <div className="actions">
        <ButtonLink to={paths.readingPoster(venueId)} look="go">
          Print the poster
        </ButtonLink>
        {page.mayPut ? (
          <>
            <ButtonLink to={paths.putToTeam(venueId)}>Put a newer version to them</ButtonLink>
            <ButtonLink to={paths.replaceReadingLink(venueId)}>Make a new link</ButtonLink>
          </>
        ) : null}
      </div>
    </section>
  )
}

function Standing({ page }: { page: ReadingPage }) {
  const { venueId = '' } = useParams()
  return (
    <section className="flow" id="signed">
      <h2>Who has signed</h2>
      {page.figures ? <p className="lead">{page.figures}</p> : null}
      {page.hasTeam ? null : (
        <Notice title="Your staff list is empty">
          <p>
            Signatures count for the people on your list.{' '}
            <Link to={paths.team(venueId)}>Add your team</Link>, and match what was signed already.
          </p>
        </Notice>
      )}
      {page.unknown.length > 0 ? <SignedList unknown={page.unknown} /> : null}
      {page.waiting.length > 0 ? (
        <>
          <h3>{countOf(page.waiting.length, 'person has', 'people have')} not signed yet</h3>
          <NamesList
            rows={page.waiting.map(({ id, name, role }) => ({ id, text: `${name}, ${role}` }))}
          />
        </>
      ) : page.hasTeam ? (
        <p>Everybody on your list has signed.</p>
      ) : null}
      {page.signed.length > 0 ? (
        <details className="more">
          <summary>{countOf(page.signed.length, 'signature', 'signatures')}</summary>
          <NamesList
            rows={page.signed.map(({ id, name, when }) => ({ id, text: `${name}, ${when}` }))}
          />
        </details>
      ) : null}
    </section>
  )
}
