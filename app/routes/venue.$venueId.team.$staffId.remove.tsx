import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import type { StaffId } from '~/domain/ids'
import { recounted } from '~/domain/readings/recounted.server'
import { staffMemberFor } from '~/domain/training/queries.server'
import { removeStaff } from '~/domain/training/remove-staff.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Take a person off the list – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const staffId = args.params.staffId as StaffId
  const { name } = await load(() =>
    staffMemberFor(ctx.db, ctx.actor, venueId, staffId, { removed: true }),
  )
  return { name, back: paths.staffMember(venueId, staffId) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const staffId = args.params.staffId as StaffId
    await recounted(form.ctx, venueId, () => removeStaff(form.ctx, venueId, staffId))
    return redirect(paths.team(venueId, { removed: staffId }))
  })
}

export default function RemoveStaff() {
  const { name, back } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Take {name} off the list?</h1>
      <p>
        This is for somebody who never worked with you, or who is listed twice. If {name} left, give
        the day instead: then the list still knows who was there. You can undo this right
        afterwards.
      </p>
      <Form answer={answer}>
        <div className="actions">
          <Button look="danger" pending="One moment…">
            Take off the list
          </Button>
          <ButtonLink to={back}>Keep on the list</ButtonLink>
        </div>
      </Form>
    </>
  )
}
