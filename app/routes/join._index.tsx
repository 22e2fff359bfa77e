import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mostFound, venuesToJoin } from '~/domain/venues/join-page.server'
import { visit } from '~/http/guards.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TextField } from '~/ui/fields'
import { PublicShell } from '~/ui/public-shell'
import { countOf } from '~/words/en/format'

export const handle = { quiet: true }

export const meta: MetaFunction = () => [{ title: 'Join with your venue – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const words = (new URL(args.request.url).searchParams.get('words') ?? '').slice(0, 200).trim()
  const { found, more } = await venuesToJoin(visit(args).db, words)
  return { words, found, more, most: mostFound }
}

export default function Join() {
  const { words, found, more, most } = useLoaderData<typeof loader>()
  return (
    <PublicShell>
      <h1>Join with your venue</h1>
      <p className="lead">
        Find your bar or restaurant, tell us who you are, and start looking around. We confirm that
        you belong there; meanwhile you can already write.
      </p>
      <p>
        Did a letter with a code come? <a href={paths.claim()}>Use the code</a>: it is quicker. You
        would rather see first how much you have already?{' '}
        <a href={paths.readiness()}>Answer the readiness check</a>: two minutes, without an account.
      </p>
      <form className="filter" method="get">
        <TextField
          name="words"
          type="search"
          label="Name or street of your venue"
          width="full"
          defaultValue={words}
        />
        <Button look={words ? 'quiet' : 'go'}>Find my venue</Button>
      </form>
      {found.length > 0 ? (
        <section className="flow" aria-labelledby="found">
          <h2 id="found">
            {more
              ? `The first ${most} that fit`
              : countOf(found.length, 'venue fits', 'venues fit')}
          </h2>
          <ul className="tasks">
            {found.map(({ id, name, address }) => (
              <li key={id}>
                <a className="row" href={paths.joinVenue(id)}>
                  <b>{name}</b> <small>{address}</small>
                </a>
              </li>
            ))}
          </ul>
          {more ? <p>Not among them? Type more of the name, or the street as well.</p> : null}
        </section>
      ) : null}
      {words && found.length === 0 ? (
        <EmptyState
          title="No venue fits"
          action={
            <ButtonLink to={paths.joinTyped()} look="go" document>
              Type it in
            </ButtonLink>
          }
        >
          Try fewer words, or only the beginning of the name. The list has the name on the license,
          which can differ from the one at the door. If it is not there, type it in.
        </EmptyState>
      ) : words ? (
        <p>
          Your venue is not here? <a href={paths.joinTyped()}>Type it in</a>.
        </p>
      ) : null}
    </PublicShell>
  )
}
