import './liaison.applications.$applicationId.response._index/studio.css'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { DraftForm } from '~/domain/feedback/forms'
import { newItemFrom } from '~/domain/feedback/new-item'
import { partPage } from '~/domain/feedback/part-page.server'
import { savePart } from '~/domain/feedback/save-part.server'
import { parseForm } from '~/http/form.server'
import { requireAsked } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { StudioDesk } from './liaison.applications.$applicationId.response._index/studio-desk'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Your part of the letter to ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireAsked(args)
  return load(() => partPage(ctx, args.params.partId ?? ''))
}

/** Saves the part, with one item more or less where a button asks for it, or hands it over. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireAsked(args)
  const form = await parseForm(args, ctx, DraftForm)
  if (!form.ok) return form.answer
  const { revision, add, addAnchor, addQuote, remove, next, toneTaken, ...draft } = form.data
  const partId = args.params.partId ?? ''
  return respond(form, async () => {
    const wanted = newItemFrom(add, { anchor: addAnchor, quote: addQuote })
    const handOver = next === 'hand_over'
    const change = { revision, draft, add: wanted, remove, toneTaken, handOver }
    const { added } = await savePart(form.ctx, partId, change)
    if (handOver) return redirect(paths.parts())
    const place = added ? `#item-${added}` : remove ? '#response' : '?saved#response'
    return redirect(`${paths.part(partId)}${place}`)
  })
}

export default function Part() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { part, draft } = page
  if (!part || !draft) return null
  return (
    <>
      <p className="kicker">
        <Link to={paths.parts()}>What you were asked about</Link> · Round {page.round}, shared on{' '}
        {page.sharedOn}
      </p>
      <h1>Your part of the letter to {page.venue}</h1>
      <p className="soft">
        {part.askedBy} asked you. You see the standards that you were asked about, and {page.venue}{' '}
        sees that you read them. Once your part is in the letter, this page closes.
      </p>
      <StudioDesk page={page} draft={draft} answer={answer} names={[]} />
    </>
  )
}
