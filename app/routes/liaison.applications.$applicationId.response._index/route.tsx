import './studio.css'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { seeNames } from '~/domain/applications/see-names.server'
import { DraftForm } from '~/domain/feedback/forms'
import { newItemFrom } from '~/domain/feedback/new-item'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { studioOf } from '~/domain/feedback/studio.server'
import type { ApplicationId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { StudioDesk } from './studio-desk'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Response to ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  const id = args.params.applicationId as ApplicationId
  return load(async () => {
    const page = await studioOf(ctx, id)
    const holdsEvidence = page.draft && !page.sent
    return { ...page, names: holdsEvidence ? await seeNames(ctx, id) : [] }
  })
}

/** Saves the draft, with one part more or less where a button asks for it, and goes where the button leads. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, DraftForm)
  if (!form.ok) return form.answer
  const { revision, add, addAnchor, addQuote, remove, take, leave, ...rest } = form.data
  const { takePart, leavePart, next, toneTaken, ...draft } = rest
  const applicationId = args.params.applicationId as ApplicationId
  return respond(form, async () => {
    const wanted = newItemFrom(add, { anchor: addAnchor, quote: addQuote })
    const hold = next === 'hold'
    const given = { take, leave, takePart, leavePart }
    const change = { revision, draft, add: wanted, remove, ...given, hold, toneTaken }
    const { added } = await saveDraft(form.ctx, applicationId, change)
    if (next === 'preview') return redirect(paths.previewResponse(applicationId))
    if (next === 'early') return redirect(paths.sendEarly(applicationId))
    if (next === 'part') return redirect(paths.askForPart(applicationId))
    if (next === 'ask') return redirect(paths.askColleague(applicationId))
    if (next === 'desk' || next === 'hold') return redirect(paths.desk())
    const place = added ? `#item-${added}` : remove ? '#response' : '?saved#response'
    return redirect(`${paths.response(applicationId)}${place}`)
  })
}

export default function Studio() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.review(page.applicationId)}>{page.venue}</Link> · Round {page.round}, shared
        on {page.sharedOn}
      </p>
      <h1>Your response to {page.venue}</h1>
      {page.sent ? (
        <Sent page={page} responseId={page.sent} />
      ) : page.draft ? (
        <StudioDesk page={page} draft={page.draft} answer={answer} names={page.names} />
      ) : (
        <Form action={paths.startResponse(page.applicationId)} label="Begin a response">
          <p>Nobody has begun a response to this round yet.</p>
          <Button look="go" pending="Opening…">
            Read and write a response
          </Button>
        </Form>
      )}
      {answer?.errors && !page.draft ? <NotKept answer={answer} /> : null}
    </>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function Sent({ page, responseId }: { page: Page; responseId: string }) {
  return (
    <>
      <Notice tone="success">
        The response to this round is on its way. It is not sent twice.
      </Notice>
      <div className="actions">
        <ButtonLink to={paths.reviewLetter(page.applicationId, responseId)} look="go">
          Read the letter
        </ButtonLink>
        <ButtonLink to={paths.desk()}>Back to your desk</ButtonLink>
      </div>
    </>
  )
}

/** Somebody else sent the response first: the words that were typed here are kept, to be copied. */
function NotKept({ answer }: { answer: FormAnswer }) {
  const typed = Object.entries(answer.values ?? {}).filter(
    ([name, value]) => /^(opening|closing|items\.\d+\.(words|why|help))$/.test(name) && value,
  )
  return (
    <Notice tone="warning" title={answer.errors?.[''] ?? 'This was not saved.'} live>
      {typed.map(([name, value]) => (
        <blockquote key={name} className="pre">
          {value}
        </blockquote>
      ))}
    </Notice>
  )
}
