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
import { restoreStaff } from '~/domain/training/restore-staff.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Put a person back – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const staffId = args.params.staffId as StaffId
  const { name } = await load(() =>
    staffMemberFor(ctx.db, ctx.actor, venueId, staffId, { removed: true }),
  )
  return { name, back: paths.team(venueId) }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const staffId = args.params.staffId as StaffId
    await recounted(form.ctx, venueId, () => restoreStaff(form.ctx, venueId, staffId))
    return redirect(paths.staffMember(venueId, staffId))
  })
}

export default function RestoreStaff() {
  const { name, back } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Put {name} back on the list?</h1>
      <p>They count again from today, with the trainings that they had.</p>
      <Form answer={answer}>
        <div className="actions">
          <Button look="go">Put back</Button>
          <ButtonLink to={back}>Back to the team</ButtonLink>
        </div>
      </Form>
    </>
  )
}
