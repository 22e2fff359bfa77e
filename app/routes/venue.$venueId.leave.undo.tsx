import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import { undoLeaving } from '~/domain/privacy/undo-leaving.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta = () => [{ title: 'Change your mind – Lamplight' }]

/** The form stands on the page about leaving; this address only shows what became of it. */
export async function loader(args: LoaderFunctionArgs) {
  const { venueId } = await requireOwner(args)
  throw redirect(paths.leaveProgram(venueId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await undoLeaving(form.ctx, venueId)
    return redirect(paths.venue(venueId))
  })
}

export default function UndoLeaving() {
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Change your mind about leaving</h1>
      <Form answer={answer} label="Change your mind">
        <div className="actions">
          <Button pending="One moment…">I changed my mind</Button>
          <ButtonLink to={paths.venue(venueId)}>Back to your venue</ButtonLink>
        </div>
      </Form>
    </>
  )
}
