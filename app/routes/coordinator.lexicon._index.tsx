import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, Form as Search, useLoaderData, useSearchParams } from '@remix-run/react'
import { lexiconPage } from '~/domain/standards/lexicon-page.server'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TextField } from '~/ui/fields'
import { Notice } from '~/ui/notice'
import { TaskList } from '~/ui/task-list'
import { countOf } from '~/words/en/format'
import { toneKindNames } from '~/words/en/lexicon'

export const meta: MetaFunction = () => [{ title: 'Words of the tone helper – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const words = (new URL(args.request.url).searchParams.get('words') ?? '').slice(0, 200)
  return load(async () => {
    const { version, all, found, versions } = await lexiconPage(ctx, words)
    const tasks = found.map(({ at, avoid, try: instead, kind }) => ({
      id: String(at),
      title: avoid.slice(0, 3).join(' · '),
      to: paths.lexiconEntry({ at: String(at) }),
      detail: instead.join(' / ') || 'Best left out',
      status: toneKindNames[kind],
      tone: 'soft' as const,
    }))
    return { words, version, all, tasks, versions }
  })
}

export default function Lexicon() {
  const { words, version, all, tasks, versions } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <>
      <h1>Words of the tone helper</h1>
      <p className="lead">
        What it looks for while a liaison writes, and what it suggests instead. It never keeps a
        letter back. A change makes a new version, and every letter is read with the newest.
      </p>
      {search.has('done') ? (
        <Notice tone="success" live>
          Saved as version {version}.
        </Notice>
      ) : null}
      <div className="actions">
        <ButtonLink to={paths.lexiconEntry()} look="go">
          Add words
        </ButtonLink>
      </div>
      <Search className="filter" role="search" key={words}>
        <TextField name="words" type="search" label="Words" width="full" defaultValue={words} />
        <Button>Show</Button>
      </Search>
      {tasks.length > 0 ? (
        <>
          <p>
            {words
              ? `${countOf(tasks.length, 'entry fits', 'entries fit')}, of ${all}.`
              : `${countOf(all, 'entry', 'entries')}.`}
          </p>
          <TaskList label="Words of the tone helper" tasks={tasks} />
        </>
      ) : (
        <EmptyState
          title="No entry fits"
          action={<ButtonLink to={paths.lexicon()}>Show every entry</ButtonLink>}
        >
          Try fewer words. Entries are found by the words to avoid, the alternatives and the reason.
        </EmptyState>
      )}
      <section className="flow" aria-labelledby="versions-heading">
        <h2 id="versions-heading">Versions</h2>
        {versions.length === 0 ? (
          <p>Nobody has changed the lexicon that came with the standards.</p>
        ) : (
          <ul>
            {versions.map(({ version: each, told }) => (
              <li key={each}>
                Version {each}: {told}
                {each === version ? '. In use.' : <GoBack to={each} />}
              </li>
            ))}
            <li>
              The lexicon that came with the standards
              <GoBack to={0} />
            </li>
          </ul>
        )}
      </section>
    </>
  )
}

function GoBack({ to }: { to: number }) {
  const words = to === 0 ? 'Go back to the first words' : `Go back to version ${to}`
  return (
    <>
      {'. '}
      <Link to={paths.goBackToLexicon({ to: String(to) })}>{words}</Link>
    </>
  )
}
