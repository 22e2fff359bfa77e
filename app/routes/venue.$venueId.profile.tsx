import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ProfileForm } from '~/domain/applications/forms'
import { changeProfile } from '~/domain/venues/change-profile.server'
import { venueFor } from '~/domain/venues/queries.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { notices } from '~/words/en/notices'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `About your venue – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const { name, profile } = await venueFor(ctx.db, ctx.actor, venueId)
    const known = { true: 'yes', false: 'no', null: '' } as const
    return { venue: name, securityStaff: known[`${profile.securityStaff}`] }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ProfileForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await changeProfile(form.ctx, venueId, { securityStaff: form.data.securityStaff === 'yes' })
    return redirect(paths.application(venueId))
  })
}

export default function Profile() {
  const { securityStaff } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>About your venue</h1>
      <p className="lead">One question, so that you are asked only what concerns you.</p>
      <PrivateNotice>{notices.privateToTeam}</PrivateNotice>
      <Form schema={ProfileForm} answer={answer} values={{ securityStaff }}>
        <RadioGroup
          name="securityStaff"
          legend="Does security staff work at your venue?"
          hint="Your own people in a security role, or a company that you hire, even for a few nights a year. Door hosts who check IDs do not count."
          choices={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No', hint: 'Then security credentials are not asked of you.' },
          ]}
        />
        <div className="actions">
          <Button look="go" pending="Saving…">
            Save
          </Button>
        </div>
      </Form>
    </>
  )
}
