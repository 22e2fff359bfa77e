import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useParams, useSearchParams } from '@remix-run/react'
import { standardPageOf } from '~/domain/applications/workspace-standard-page.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form } from '~/ui/form'
import { Notice, PrivateNotice } from '~/ui/notice'
import { Tag } from '~/ui/tag'
import { changeWords, keepWords } from '~/words/en/keep-current'
import { AnswerBox } from './answer-box'
import { AskBox } from './ask-box'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.standard.title ?? 'Standard'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => standardPageOf(ctx, venueId, args.params.code ?? ''))
}

export default function StandardPage() {
  const page = useLoaderData<typeof loader>()
  const { venueId = '' } = useParams()
  const { standard, status, answer } = page
  const shows = answer.stance === 'with_evidence' || answer.stance === 'with_counsel'
  return (
    <>
      <p className="kicker">
        <Link to={`${paths.application(venueId)}#${standard.code}`}>Task list</Link> ·{' '}
        {standard.area} · {standard.tier} · {standard.code}
      </p>
      <h1>{standard.title}</h1>
      <p>
        <Tag tone={status.tone}>{status.words}</Tag>
      </p>
      <Removed />
      <p className="lead">{standard.why}</p>
      {page.said ? <p className="soft">{page.said} Only your team sees that.</p> : null}
      {page.accredited ? (
        <ChangesHere />
      ) : (
        <ReadOnly started={page.started} words={page.readOnly} privacy={page.privacy} />
      )}
      {page.notAsked || page.asksProfile ? <ProfileLine notAsked={page.notAsked} /> : null}
      <section className="flow">
        <h2>What is asked</h2>
        <p>{standard.asked}</p>
        <Help standard={standard} />
      </section>
      {shows ? (
        <section className="flow">
          <h2>What you put beside it</h2>
          {page.asks.map((ask) => (
            <AskBox
              key={ask.kind}
              ask={ask}
              code={standard.code}
              mayEdit={page.mayEdit}
              policies={page.policies}
              today={page.today}
            />
          ))}
        </section>
      ) : null}
      <AnswerBox answer={answer} code={standard.code} mayEdit={page.mayEdit} />
      <div className="actions">
        {page.next ? <ButtonLink to={page.next.to}>Next standard</ButtonLink> : null}
        <ButtonLink to={`${paths.application(venueId)}#${standard.code}`}>
          Back to the task list
        </ButtonLink>
      </div>
    </>
  )
}

/** After something was taken away: it can be put back at once. */
function Removed() {
  const { venueId = '' } = useParams()
  const removed = useSearchParams()[0].get('removed')
  if (!removed) return null
  return (
    <Notice tone="success" live>
      <p>Taken away from this standard.</p>
      <Form action={paths.restoreEvidence(venueId, removed)} label="Undo">
        <Button small>Put it back</Button>
      </Form>
    </Notice>
  )
}

/** An accredited venue changes its evidence here, and shares the change when it likes. */
function ChangesHere() {
  const { venueId = '' } = useParams()
  return (
    <PrivateNotice>
      {changeWords} <Link to={paths.amend(venueId)}>{keepWords.share}</Link>
    </PrivateNotice>
  )
}

type ReadOnlyProps = { started: boolean; words: string; privacy: string }

function ReadOnly({ started, words, privacy }: ReadOnlyProps) {
  const { venueId = '' } = useParams()
  if (words) return <Notice title="To read">{words}</Notice>
  if (started) return <PrivateNotice>{privacy}</PrivateNotice>
  return (
    <Notice title="You have not started yet">
      <p>
        Look around as long as you like. To put something beside this standard,{' '}
        <Link to={paths.startApplication(venueId)}>start your application</Link> first: a private
        draft.
      </p>
    </Notice>
  )
}

function ProfileLine({ notAsked }: { notAsked: boolean }) {
  const { venueId = '' } = useParams()
  return (
    <Notice>
      <p>
        {notAsked
          ? 'You said that no security staff works at your venue, so this is not asked of you. '
          : 'This is asked only where security staff works. '}
        <Link to={paths.venueProfile(venueId)}>
          {notAsked ? 'Change that' : 'Answer one question'}
        </Link>
        .
      </p>
    </Notice>
  )
}

type HelpProps = { standard: { example: string; goodPractice: string[]; help: string } }

function Help({ standard }: HelpProps) {
  return (
    <>
      <details className="more">
        <summary>An example, and what good practice looks like</summary>
        <div className="flow">
          <p>{standard.example}</p>
          <ul>
            {standard.goodPractice.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      </details>
      <p className="soft">
        <strong>Who can help:</strong> {standard.help}
      </p>
    </>
  )
}
