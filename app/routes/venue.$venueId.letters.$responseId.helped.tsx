import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData, useParams } from '@remix-run/react'
import { answerHelped } from '~/domain/feedback/answer-helped.server'
import { HelpedForm } from '~/domain/feedback/letter-forms'
import { letterPage } from '~/domain/feedback/letter-page.server'
import type { ResponseId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { LetterHelped } from '~/ui/letter-helped'
import { helpedWords } from '~/words/en/feedback'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${helpedWords.ask} – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => letterPage(ctx, args.params.responseId as ResponseId, { venueId }))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, HelpedForm)
  if (!form.ok) return form.answer
  const responseId = args.params.responseId as ResponseId
  return respond(form, async () => {
    await letterPage(ctx, responseId, { venueId })
    await answerHelped(form.ctx, responseId, form.data.helped)
    return redirect(`${paths.letter(venueId, responseId)}#helped`)
  })
}

export default function DidItHelp() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <p className="kicker">
        <Link to={paths.letter(venueId, page.id)}>The letter from {page.letter.from}</Link>
      </p>
      <h1>Your word on this letter</h1>
      <LetterHelped
        helped={page.helped}
        action={paths.letterHelped(venueId, page.id)}
        answer={answer}
      />
    </>
  )
}
