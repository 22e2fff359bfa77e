import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { writeNote } from '~/domain/feedback/keep-note.server'
import { NoteForm } from '~/domain/feedback/note-form'
import { notePage } from '~/domain/feedback/notes.server'
import type { ApplicationId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { NoteBox } from '~/ui/staff-notes'
import { noteWords } from '~/words/en/notes'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${noteWords.title} – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  return load(() => notePage(ctx, args.params.applicationId as ApplicationId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, NoteForm)
  if (!form.ok) return form.answer
  const applicationId = args.params.applicationId as ApplicationId
  return respond(form, async () => {
    await writeNote(form.ctx, applicationId, form.data.words)
    return redirect(`${paths.review(applicationId)}#notes`)
  })
}

export default function NewNote() {
  const { applicationId, venue, district } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.review(applicationId)}>{venue}</Link>
      </p>
      <h1>{noteWords.title}</h1>
      <p className="soft">{noteWords.readers(district)}</p>
      <NoteBox action={paths.notes(applicationId)} answer={answer} />
    </>
  )
}
