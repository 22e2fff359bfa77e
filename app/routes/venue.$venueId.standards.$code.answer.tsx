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
import { savedHere } from '~/http/saved-here.server'
import { paths } from '~/paths'
import type { SaveResult } from '~/ui/autosave'
import { RadioGroup } from '~/ui/choices'
import { DateField, TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice, PrivateNotice } from '~/ui/notice'
import { SavesItself } from '~/ui/saves-itself'
import { sendDraft } from '~/ui/send-draft'
import { stanceNames } from '~/words/en/names'
import { stances } from '~db/vocabulary'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Your answer: ${data?.title ?? 'a standard'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const { standard, answer, mayEdit, readOnly, privacy } = await standardPageOf(
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
      privacy,
      stance,
      words,
      hearOn,
      revision,
      edited,
    }
  })
}

/** Leads back to the standard; a draft that saves itself asks for the answer where it is. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, AnswerForm)
  if (!form.ok) return form.answer
  const code = args.params.code ?? ''
  return respond(form, async () => {
    const hearOn = form.data.hearOn ? (form.data.hearOn as Day) : null
    const saved = await answerStandard(form.ctx, venueId, code, { ...form.data, hearOn })
    if (form.values.answer === 'here') return savedHere(ctx, saved)
    return redirect(paths.venueStandard(venueId, code))
  })
}

const route = 'routes/venue.$venueId.standards.$code.answer'

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
          <PrivateNotice>{page.privacy}</PrivateNotice>
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
            <SavesItself
              held={{ stance: page.stance, words: page.words, hearOn: page.hearOn }}
              revision={answer?.theirs?.revision ?? carried(answer) ?? page.revision}
              waits={answer?.values !== undefined}
              send={(fields, revision) =>
                sendAnswer(paths.answerStandard(venueId, code), fields, revision)
              }
              before={page.edited}
              button="Save this answer"
            />
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

/** Evidence stands by itself, so words that are here already are put aside by the button alone. */
async function sendAnswer(
  action: string,
  fields: Record<string, string>,
  revision: string,
): Promise<SaveResult> {
  if (fields.stance === 'with_evidence' && fields.words?.trim()) {
    return {
      kind: 'refused',
      sentence:
        'With evidence no words are kept here. Choose another of the ways to keep yours, or save the answer without them.',
    }
  }
  return sendDraft({ action, route, fields, revision, shows: 'words' })
}

/** A form that came back keeps the revision that it started from, so that nobody's answer is overwritten. */
function carried(answer: FormAnswer | undefined): string | undefined {
  const { revision } = answer?.values ?? {}
  return typeof revision === 'string' ? revision : undefined
}
