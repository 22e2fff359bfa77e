import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { pauseApplication } from '~/domain/applications/pause-application.server'
import { noteOf, PauseForm } from '~/domain/applications/pause-form'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Checkbox } from '~/ui/choices'
import { Form, type FormAnswer } from '~/ui/form'
import { PauseFields } from '~/ui/pause-fields'

export const meta: MetaFunction = () => [{ title: 'Pause your application – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  await requireOwner(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, PauseForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const counsel = form.data.counsel === 'yes'
    await pauseApplication(form.ctx, venueId, { ...noteOf(form.data), counsel })
    return redirect(paths.venue(venueId))
  })
}

export default function Pause() {
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Pause your application</h1>
      <p>
        A pause leaves no mark and lasts as long as you like. Everything stays as it is, and you
        pick it up where you left it. If you had shared already, your liaison reads only that you
        paused.
      </p>
      <Form answer={answer} schema={PauseForm}>
        <Checkbox
          name="counsel"
          label="Our counsel or insurer is reading it"
          hint="A normal reason to pause."
        />
        <PauseFields />
        <div className="actions">
          <Button look="go" pending="Pausing…">
            Pause
          </Button>
          <ButtonLink to={paths.venue(venueId)}>Go on instead</ButtonLink>
        </div>
      </Form>
    </>
  )
}
