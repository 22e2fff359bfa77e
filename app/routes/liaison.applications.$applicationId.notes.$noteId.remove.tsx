import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeNoteBack } from '~/domain/feedback/keep-note.server'
import { ownNote } from '~/domain/feedback/notes.server'
import { ButtonForm } from '~/domain/forms'
import type { ApplicationId, NoteId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { noteWords } from '~/words/en/notes'

export const meta: MetaFunction = () => [{ title: `${noteWords.ask} – Lamplight` }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireReviewer(args)
  const { applicationId, noteId } = idsOf(args)
  return load(async () => {
    const { words } = await ownNote(db, actor, applicationId, noteId)
    return { applicationId, words }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  const { applicationId, noteId } = idsOf(args)
  return respond(form, async () => {
    await takeNoteBack(form.ctx, applicationId, noteId)
    return redirect(`${paths.review(applicationId)}#notes`)
  })
}

function idsOf({ params }: Pick<LoaderFunctionArgs, 'params'>) {
  return {
    applicationId: params.applicationId as ApplicationId,
    noteId: params.noteId as NoteId,
  }
}

export default function TakeNoteBack() {
  const { applicationId, words } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>{noteWords.ask}</h1>
      <p className="pre notice">{words}</p>
      <p>{noteWords.lead}</p>
      <Form answer={answer}>
        <div className="actions">
          <Button look="danger" pending={noteWords.removing}>
            {noteWords.remove}
          </Button>
          <ButtonLink to={`${paths.review(applicationId)}#notes`}>{noteWords.back}</ButtonLink>
        </div>
      </Form>
    </>
  )
}
