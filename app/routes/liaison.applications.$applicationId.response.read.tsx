import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { SuggestionsForm } from '~/domain/feedback/colleague-forms'
import { type PeerRead, peerReadPage } from '~/domain/feedback/peer-read.server'
import { suggestWords } from '~/domain/feedback/suggest-words.server'
import type { ApplicationId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { FreeTextNotice, HiddenField, TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { fieldNames, itemNames } from '~/words/en/feedback'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Read the draft to ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  return load(() => peerReadPage(ctx, args.params.applicationId as ApplicationId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, SuggestionsForm)
  if (!form.ok) return form.answer
  const { words, suggestions, next } = form.data
  const applicationId = args.params.applicationId as ApplicationId
  return respond(form, async () => {
    const handBack = next === 'hand_back'
    await suggestWords(form.ctx, applicationId, { note: words, suggestions, handBack })
    return redirect(handBack ? paths.desk() : `${paths.peerRead(applicationId)}?saved`)
  })
}

export default function PeerReading() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.review(page.applicationId)}>What {page.venue} shared</Link> · Round{' '}
        {page.round}
      </p>
      <h1>The draft to {page.venue}</h1>
      <p className="lead">
        {page.askedBy} asks you to read it first. Write other words where you have some; they take
        them or leave them. {page.venue} sees that you read along, and nothing of the draft.
      </p>
      {page.askedWords ? (
        <Notice title={`A word from ${page.askedBy}`}>
          <p className="pre">{page.askedWords}</p>
        </Notice>
      ) : null}
      {page.sent ? (
        <Notice>The letter has gone out meanwhile. Thank you for reading.</Notice>
      ) : (
        <Suggestions page={page} answer={answer} />
      )}
    </>
  )
}

function Suggestions({ page, answer }: { page: PeerRead; answer: FormAnswer | undefined }) {
  const texts = page.parts.flatMap((part) => part.texts.map((text) => ({ part, text })))
  return (
    <Form answer={answer} values={valuesOf(page, texts)} label="Suggest other words">
      <FreeTextNotice more="Read by whoever writes the draft, and by nobody else." />
      {texts.map(({ part, text }, index) => {
        const about = part.kind ? `${itemNames[part.kind]} on “${part.title}”: ` : ''
        return (
          <div key={`${text.itemKey} ${text.field}`}>
            <HiddenField name={`suggestions.${index}.itemKey`} value={text.itemKey} />
            <HiddenField name={`suggestions.${index}.field`} value={text.field} />
            <HiddenField name={`suggestions.${index}.before`} value={text.words} />
            <TextArea
              name={`suggestions.${index}.words`}
              notice="in form"
              label={`${about}${fieldNames[text.field]}`}
              hint={text.suggested ? `It says now: ${text.words || 'nothing yet'}` : undefined}
              rows={Math.min(8, 2 + Math.floor(text.words.length / 90))}
              width="full"
            />
          </div>
        )
      })}
      <TextArea
        name="words"
        notice="in form"
        label="A word about the whole"
        optional
        rows={3}
        width="full"
      />
      <div className="actions">
        <Button look="go" name="next" value="hand_back" pending="Handing back…">
          Hand it back
        </Button>
        <Button pending="Saving…">Save, and go on later</Button>
        <ButtonLink to={paths.review(page.applicationId)}>Read what they shared</ButtonLink>
      </div>
      <p className="soft">
        Once you hand it back, an application of another district is closed to you again.
      </p>
    </Form>
  )
}

type Text = PeerRead['parts'][number]['texts'][number]

function valuesOf(page: PeerRead, texts: { text: Text }[]): Record<string, string> {
  const values: Record<string, string> = { words: page.note }
  texts.forEach(({ text }, index) => {
    values[`suggestions.${index}.words`] = text.suggested || text.words
  })
  return values
}
