import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams } from '@remix-run/react'
import { selfCheckOf } from '~/domain/applications/self-check.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Notice, PrivateNotice } from '~/ui/notice'
import { TaskList } from '~/ui/task-list'
import { selfCheckWords } from '~/words/en/self-check'
import { OwnPicture } from './own-picture'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${selfCheckWords.title} – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => selfCheckOf(ctx, venueId))
}

export default function SelfCheck() {
  const page = useLoaderData<typeof loader>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>{selfCheckWords.title}</h1>
      <p className="lead">
        A few plain questions for each area, two minutes or less. They show what you have already,
        and what could come first.
      </p>
      <PrivateNotice>{selfCheckWords.private}</PrivateNotice>
      {page.started ? null : (
        <Notice title="It begins with your application">
          <p>
            Your answers are kept in your application, a private draft.{' '}
            <Link to={paths.startApplication(venueId)}>Start your application</Link> first; nobody
            else sees it.
          </p>
        </Notice>
      )}
      <section className="flow">
        <h2>Area by area</h2>
        <TaskList
          label="Areas"
          tasks={page.areas.map(({ area, done, ...task }) => ({
            ...task,
            id: area,
            tone: done ? 'place' : 'soft',
          }))}
        />
        {page.asksProfile ? (
          <p className="soft">
            Does security staff work at your venue?{' '}
            <Link to={paths.venueProfile(venueId)}>Answer one question</Link>, and you are asked
            only what concerns you.
          </p>
        ) : null}
      </section>
      {page.picture ? <OwnPicture picture={page.picture} /> : null}
      {page.started ? <RulerPart ruler={page.ruler} /> : null}
    </>
  )
}

type RulerProps = { ruler: ReturnType<typeof useLoaderData<typeof loader>>['ruler'] }

function RulerPart({ ruler }: RulerProps) {
  const { venueId = '' } = useParams()
  return (
    <section className="flow" id="ruler">
      <h2>Your ruler</h2>
      {ruler ? (
        <>
          <p>
            <strong>{ruler.line}</strong>
          </p>
          <p>{ruler.sentence}</p>
          {ruler.question ? <p className="soft">{ruler.question}</p> : null}
        </>
      ) : (
        <p>
          How important is this to you, and how confident are you? Two numbers, for yourselves. When
          you share your application, you can choose to show them to your liaison.
        </p>
      )}
      <div className="actions">
        <ButtonLink to={paths.ruler(venueId)}>
          {ruler ? 'Change your ruler' : 'Set your ruler'}
        </ButtonLink>
      </div>
    </section>
  )
}
