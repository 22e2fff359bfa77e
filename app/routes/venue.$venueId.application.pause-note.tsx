import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { changePause } from '~/domain/applications/change-pause.server'
import { noteOf, PauseNoteForm } from '~/domain/applications/pause-form'
import { applicationOfVenue } from '~/domain/applications/queries.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { PauseFields } from '~/ui/pause-fields'

export const meta: MetaFunction = () => [{ title: 'Your pause – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const application = await load(() => applicationOfVenue(ctx.db, ctx.actor, venueId))
  return {
    paused: application?.state === 'paused',
    values: { words: application?.pauseWords ?? '', askAgainOn: application?.askAgainOn ?? '' },
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, PauseNoteForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await changePause(form.ctx, venueId, noteOf(form.data))
    return redirect(paths.venue(venueId))
  })
}

export default function PauseNote() {
  const { paused, values } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Your pause</h1>
      {paused ? (
        <>
          <p>
            You stay paused for as long as you like. Change the note or the date, or empty them; you
            need neither.
          </p>
          <Form answer={answer} schema={PauseNoteForm} values={values}>
            <PauseFields />
            <div className="actions">
              <Button look="go" pending="Saving…">
                Save
              </Button>
              <ButtonLink to={paths.venue(venueId)}>Leave it as it is</ButtonLink>
            </div>
          </Form>
        </>
      ) : (
        <Notice title="Your application is not paused">
          <p>
            <ButtonLink to={paths.venue(venueId)}>Go to your venue</ButtonLink>
          </p>
        </Notice>
      )}
    </>
  )
}
