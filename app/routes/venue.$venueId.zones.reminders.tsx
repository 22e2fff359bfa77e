import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { changeWish } from '~/domain/zones/change-wish.server'
import { WishForm } from '~/domain/zones/venue-forms'
import { wishesPage } from '~/domain/zones/wishes-page.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { listOf } from '~/words/en/format'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Reminders · ${data?.venue ?? 'your venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => wishesPage(ctx, venueId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, WishForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await changeWish(form.ctx, venueId, form.data.wish)
    return redirect(paths.venueZones(venueId))
  })
}

export default function Reminders() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  const { venue, reminded, elsewhere } = page
  return (
    <>
      <h1>Reminders before service nights</h1>
      <p className="lead">
        One email in the afternoon before a night on which a loading zone near you is open, with the
        hours and the words for your door staff.
      </p>
      <p>
        It comes to {page.email}, from 3 PM on, and it is one email a night for all your venues.
        Others on your team choose for themselves.
      </p>
      {page.near ? null : (
        <Notice>
          No loading zone is near {venue} at the moment, so no reminder would come until one is.
        </Notice>
      )}
      {elsewhere.length > 0 ? <p>You are also reminded for {listOf(elsewhere)}.</p> : null}
      {page.hindrance ? <Notice>{page.hindrance}</Notice> : null}
      <Form answer={answer} values={{ wish: reminded ? 'here' : 'not_here' }}>
        <RadioGroup
          name="wish"
          legend={`Would you like reminders for ${venue}?`}
          choices={[
            { value: 'here', label: 'Yes, remind me in the afternoon' },
            { value: 'not_here', label: 'No reminders for this venue' },
            ...(elsewhere.length > 0
              ? [{ value: 'nowhere', label: 'No reminders for any of my venues' }]
              : []),
          ]}
        />
        <div className="actions">
          <Button look="go" pending="Saving…">
            Save
          </Button>
          <ButtonLink to={paths.venueZones(venueId)}>Back to the zones</ButtonLink>
        </div>
      </Form>
    </>
  )
}
