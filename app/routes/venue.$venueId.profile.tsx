import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { ProfileForm } from '~/domain/applications/forms'
import { privacyOf } from '~/domain/applications/privacy.server'
import { canSpeakForVenue } from '~/domain/permissions/venue'
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
import { SeenMarks } from '~/ui/seen-marks'
import { seenMarkWords } from '~/words/en/feedback'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `About your venue – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const { name, profile, tellsWhenRead } = await venueFor(ctx.db, ctx.actor, venueId)
    const known = { true: 'yes', false: 'no', null: '' } as const
    return {
      venue: name,
      privacy: await privacyOf(ctx, venueId),
      securityStaff: known[`${profile.securityStaff}`],
      tells: tellsWhenRead,
      mayTell: canSpeakForVenue(ctx.actor, venueId).allowed,
    }
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
  const { securityStaff, privacy, tells, mayTell } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>About your venue</h1>
      <p className="lead">One question, so that you are asked only what concerns you.</p>
      <PrivateNotice>{privacy}</PrivateNotice>
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
      <section className="flow" id="seen-marks">
        <h2>{seenMarkWords.title}</h2>
        <SeenMarks tells={tells} mayChange={mayTell} action={paths.seenMarks(venueId)} />
      </section>
    </>
  )
}
