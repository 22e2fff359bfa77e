import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { type TaskList, taskListOf } from '~/domain/applications/workspace-tasks.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { NewStandards } from '~/ui/new-standards'
import { Notice, PrivateNotice } from '~/ui/notice'
import { Progress } from '~/ui/progress'
import { ChangedSince } from '~/ui/since-last-share'
import { StillTrueList } from '~/ui/still-true-list'
import { TaskList as Tasks } from '~/ui/task-list'
import { WaysOn } from '~/ui/ways-on'
import { changeWords, keepWords } from '~/words/en/keep-current'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Task list – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => taskListOf(ctx, venueId))
}

export default function TaskListPage() {
  const page = useLoaderData<typeof loader>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>{page.accredited ? keepWords.title : 'Your task list'}</h1>
      {page.mayShare ? (
        <p className="lead">
          Do them in any order, and leave off whenever you like. Everything you save stays here.
        </p>
      ) : null}
      <Standing page={page} />
      {page.waysOn ? (
        <WaysOn ways={page.waysOn}>
          <ChangedSince since={page.waysOn} />
        </WaysOn>
      ) : null}
      {page.newStandards ? <NewStandards /> : null}
      {page.accredited ? <StillTrueList kept={page.kept} /> : null}
      <section className="flow">
        <h2>How far you are</h2>
        <Progress {...page.essentials} />
        <Progress {...page.enhanced} />
        <p className="soft">
          Your venue is accredited when every essential is in place. With any {page.distinction} of
          the enhanced standards, it is accredited with distinction.
        </p>
      </section>
      {page.areas.map(({ area, title, tasks }) => (
        <section key={area} className="flow" id={area}>
          <h2>{title}</h2>
          <Tasks label={title} tasks={tasks.map(({ code, ...task }) => ({ ...task, id: code }))} />
        </section>
      ))}
      {page.mayShare ? <Share ready={page.readyToShare} /> : null}
      {page.maySecondLook ? (
        <p className="soft">
          Do you see something differently?{' '}
          <Link to={paths.secondLook(venueId)}>Ask for a second look</Link> by somebody who was not
          involved.
        </p>
      ) : null}
    </>
  )
}

function Standing({
  page,
}: {
  page: Pick<
    TaskList,
    'started' | 'accredited' | 'mayEdit' | 'readOnly' | 'privacy' | 'asksProfile'
  >
}) {
  const { venueId = '' } = useParams()
  if (!page.started) {
    return (
      <Notice title="You have not started yet">
        <p>
          This is all that the program asks. Your application begins as a private draft, and nobody
          else sees it until you share it.
        </p>
        <div className="actions">
          <ButtonLink to={paths.startApplication(venueId)} look="go">
            Start your application
          </ButtonLink>
        </div>
      </Notice>
    )
  }
  if (page.accredited) {
    return (
      <PrivateNotice>
        {changeWords} <Link to={paths.amend(venueId)}>{keepWords.share}</Link>
      </PrivateNotice>
    )
  }
  if (!page.mayEdit) {
    return (
      <Notice title="To read">
        {`${page.readOnly} Your policies and your team list stay open.`}
      </Notice>
    )
  }
  return (
    <>
      <PrivateNotice>{page.privacy}</PrivateNotice>
      {page.asksProfile ? (
        <Notice>
          <p>
            Does security staff work at your venue?{' '}
            <Link to={paths.venueProfile(venueId)}>Answer one question</Link>, and you are asked
            only what concerns you.
          </p>
        </Notice>
      ) : null}
      <p>
        Not sure where to begin? <Link to={paths.selfCheck(venueId)}>Your readiness check</Link>{' '}
        suggests an order in a few minutes.
      </p>
    </>
  )
}

function Share({ ready }: { ready: boolean }) {
  const { venueId = '' } = useParams()
  return (
    <section className="flow">
      <h2>When you are ready</h2>
      <p>
        {ready
          ? 'Every essential is in place. Check your answers, and see who will read what.'
          : 'You can share before everything is in place: your liaison tells you what they see, and helps with the rest. You check your answers first.'}
      </p>
      <div className="actions">
        <ButtonLink to={paths.share(venueId)} look={ready ? 'go' : 'quiet'}>
          Check your answers
        </ButtonLink>
      </div>
    </section>
  )
}
