import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { standardPage } from '~/domain/training/standard-page.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { PrivateNotice } from '~/ui/notice'
import { Tag } from '~/ui/tag'
import { type Task, TaskList } from '~/ui/task-list'
import { standardTeamWords } from '~/words/en/standard-team'
import { teamNotices } from '~/words/en/training'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'A standard'} and your team – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => standardPage(ctx, venueId, args.params.code ?? ''))
}

export default function StandardOfTeam() {
  const page = useLoaderData<typeof loader>()
  const { venueId = '', code = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.team(venueId)}>Team and training</Link>
      </p>
      <h1>{page.title}</h1>
      {page.asks ? <Asked page={page} /> : <p>This standard asks for no training of your team.</p>}
      <p>
        <Link to={paths.venueStandard(venueId, code)}>What the standard asks, and why</Link>
      </p>
    </>
  )
}

type Page = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { asks: true }>

function Asked({ page }: { page: Page }) {
  const { venueId = '', code = '' } = useParams()
  return (
    <>
      <p className="lead">
        {page.figure}. <Tag tone={page.tone}>{page.status}</Tag>
      </p>
      <PrivateNotice>{teamNotices.names}</PrivateNotice>
      <section className="flow">
        <h2>How it is counted</h2>
        {page.how.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </section>
      {page.next.length > 0 ? (
        <section className="flow">
          <h2>What comes next</h2>
          {page.next.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </section>
      ) : null}
      <section className="flow">
        <h2>What one class would change</h2>
        {page.gain ? <p>{page.gain}</p> : null}
        <Classes classes={page.classes} />
        <p>
          <Link to={paths.recordClass(venueId, code)}>
            Write down a class that your people have taken
          </Link>
        </p>
      </section>
      <People title="Open" people={page.people.open} />
      <People title="Current" people={page.people.current} />
      <People title="Not counted now" people={page.people.apart} />
      {page.others > 0 ? <p className="soft">{standardTeamWords.others(page.others)}</p> : null}
    </>
  )
}

function Classes({ classes }: Pick<Page, 'classes'>) {
  const { venueId = '' } = useParams()
  if (classes.length === 0) {
    return (
      <p>
        No class that fits is announced near you right now. Any course that fits the standard counts
        as well. <Link to={paths.venueClasses(venueId)}>All classes near you</Link>
      </p>
    )
  }
  return (
    <>
      <ul className="flow">
        {classes.map(({ id, title, when, place, words }) => (
          <li key={id}>
            <strong>{title}</strong>, {when}, {place}. {words}
          </li>
        ))}
      </ul>
      <div className="actions">
        <ButtonLink to={paths.venueClasses(venueId)}>See how to sign up</ButtonLink>
      </div>
    </>
  )
}

function People({ title, people }: { title: string; people: Task[] }) {
  if (people.length === 0) return null
  return (
    <section className="flow">
      <h2>
        {title} ({people.length})
      </h2>
      <TaskList label={title} tasks={people} />
    </section>
  )
}
