import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { proposeWalk } from '~/domain/contacts/propose-walk.server'
import { ProposeForm } from '~/domain/contacts/walk-forms'
import { proposePage } from '~/domain/contacts/walk-page.server'
import type { VenueId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireEitherSide } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { ThreeTimes } from '~/ui/walk-fields'
import { walkWords } from '~/words/en/walks'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `A walk-through: ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireEitherSide(args)
  return load(() => proposePage(ctx, args.params.venueId as VenueId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireEitherSide(args)
  const form = await parseForm(args, ctx, ProposeForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const id = await proposeWalk(form.ctx, args.params.venueId as VenueId, form.data)
    return redirect(paths.walk(id))
  })
}

export default function ProposeWalk() {
  const { venue, address, back, days, today } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Propose a walk-through</h1>
      <p className="lead">
        At {venue}, {address}. Propose three times; the other side chooses one.
      </p>
      <p>{walkWords.about}</p>
      <Form schema={ProposeForm} answer={answer}>
        <ThreeTimes days={days} today={today} />
        <div className="actions">
          <Button look="go" pending="Sending…">
            Propose these times
          </Button>
          <ButtonLink to={back}>Back</ButtonLink>
        </div>
      </Form>
    </>
  )
}
