import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import { canSpeakForVenue } from '~/domain/permissions/venue'
import { replaceLink } from '~/domain/readings/replace-link.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { forbidden, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'A new link for your team – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const permission = canSpeakForVenue(ctx.actor, venueId)
  if (!permission.allowed) throw forbidden(permission.reason)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await replaceLink(form.ctx, venueId)
    return redirect(paths.reading(venueId))
  })
}

export default function NewReadingLink() {
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Make a new link for your team?</h1>
      <p className="lead">
        The old link, and the poster that shows it, open nothing from this moment. What was signed
        stays. Do this when somebody who left should not read on, or the link got around.
      </p>
      <Form answer={answer} label="Make a new link">
        <div className="actions">
          <Button look="go" pending="Making it…">
            Make a new link
          </Button>
          <ButtonLink to={paths.reading(venueId)}>Keep the old one</ButtonLink>
        </div>
      </Form>
    </>
  )
}
