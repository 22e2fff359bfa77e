import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { answerStandard } from '~/domain/applications/answer-standard.server'
import { AnswerForm } from '~/domain/applications/forms'
import { standardPageOf } from '~/domain/applications/workspace-standard-page.server'
import type { Day } from '~/domain/dates'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { DateField, HiddenField, TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice, PrivateNotice } from '~/ui/notice'
import { stanceNames } from '~/words/en/names'
import { notices } from '~/words/en/notices'
import { stances } from '~db/vocabulary'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Your answer: ${data?.title ?? 'a standard'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const { standard, answer, mayEdit, readOnly } = await standardPageOf(
      ctx,
      venueId,
      args.params.code ?? '',
    )
    const { stance, words, hearOn, revision, edited } = answer
    return {
      title: standard.title,
      asked: standard.asked,
      mayEdit,
      readOnly,
      stance,
      words,
      hearOn,
      revision,
      edited,
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, AnswerForm)
  if (!form.ok) return form.answer
  const code = args.params.code ?? ''
  return respond(form, async () => {
    const hearOn = form.data.hearOn ? (form.data.hearOn as Day) : null
    await answerStandard(form.ctx, venueId, code, { ...form.data, hearOn })
    return redirect(paths.venueStandard(venueId, code))
  })
}

const hints = {
  with_evidence: 'The usual way: a policy, a training, a photo or a signed statement.',
  not_applicable: 'Some standards do not fit every venue. A sentence is enough.',
  another_way: 'You reach the same end in your own way. Your liaison reads it with you.',
  with_counsel: 'A normal place to be. Nothing is held against the time it takes.',
} as const

export default function Answer() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '', code = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.venueStandard(venueId, code)}>{page.title}</Link>
      </p>
      <h1>How does your venue meet this?</h1>
      <p className="lead">{page.asked}</p>
      {page.mayEdit ? (
        <>
          <PrivateNotice>{notices.privateToTeam}</PrivateNotice>
          {page.edited ? <p className="soft">{page.edited}</p> : null}
          <Form
            key={answer?.theirs?.revision}
            schema={AnswerForm}
            answer={answer}
            values={{ stance: page.stance, words: page.words, hearOn: page.hearOn }}
          >
            {answer?.theirs ? (
              <Notice tone="warning" title="What stands there now">
                <blockquote className="own-words">{answer.theirs.words}</blockquote>
              </Notice>
            ) : null}
            <HiddenField
              name="revision"
              value={answer?.theirs?.revision ?? carried(answer) ?? page.revision}
            />
            <RadioGroup
              name="stance"
              legend="Choose one"
              choices={stances.map((value) => ({
                value,
                label: value === 'with_evidence' ? 'We show it with evidence' : stanceNames[value],
                hint: hints[value],
              }))}
            />
            <TextArea
              name="words"
              label="In your words"
              hint="You can leave this empty for now. Every choice but the first counts once it has a sentence."
              limit={4000}
            />
            <DateField
              name="hearOn"
              label="When do you expect to hear from your counsel or insurer?"
              optional
            />
            <div className="actions">
              <Button look="go" pending="Saving…">
                Save this answer
              </Button>
            </div>
          </Form>
        </>
      ) : (
        <Notice title="To read">
          {page.readOnly || 'Start your application first. It begins as a private draft.'}
        </Notice>
      )}
    </>
  )
}

/** A form that came back keeps the revision that it started from, so that nobody's answer is overwritten. */
function carried(answer: FormAnswer | undefined): string | undefined {
  const { revision } = answer?.values ?? {}
  return typeof revision === 'string' ? revision : undefined
}
