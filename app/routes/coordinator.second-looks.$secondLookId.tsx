import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { SecondLookId } from '~/domain/ids'
import { GiveSecondLookForm } from '~/domain/second-looks/forms'
import { givePage } from '~/domain/second-looks/give-page.server'
import { giveSecondLook } from '~/domain/second-looks/give-second-look.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator, requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Select } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `A second look for ${data?.venue ?? 'a venue'} – Lamplight` },
]

/** What the venue wrote is about what it shared, so it asks for this year’s agreement too. */
export async function loader(args: LoaderFunctionArgs) {
  await requireCoordinator(args)
  const ctx = await requireReviewer(args)
  return load(() => givePage(ctx, args.params.secondLookId as SecondLookId))
}

export async function action(args: ActionFunctionArgs) {
  await requireCoordinator(args)
  const ctx = await requireReviewer(args)
  const form = await parseForm(args, ctx, GiveSecondLookForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await giveSecondLook(form.ctx, args.params.secondLookId as SecondLookId, form.data)
    return redirect(paths.secondLooks())
  })
}

export default function GiveSecondLook() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <p className="kicker">
        <Link to={paths.secondLooks()}>Second looks</Link>
      </p>
      <h1>A second look for {page.venue}</h1>
      <p>
        Asked on {page.askedOn}. <Link to={paths.review(page.applicationId)}>Open the record</Link>
      </p>
      <Notice title="What the venue would like looked at">
        <p className="pre">{page.words}</p>
      </Notice>
      {page.waits && page.colleagues.length > 0 ? (
        <Form answer={answer} schema={GiveSecondLookForm} label="Give it to somebody">
          <Select
            name="colleague"
            label="Who takes the second look"
            hint="Only those who had no part in this application stand here. They see its whole record until they have answered, and the venue sees who they are."
            prompt="Choose somebody"
            choices={page.colleagues}
          />
          <div className="actions">
            <Button look="go" pending="Giving it…">
              Give it to them
            </Button>
          </div>
        </Form>
      ) : (
        <Notice>
          {page.waits
            ? 'Everybody of the program had a part in this application. Invite somebody new, or a liaison of another district.'
            : 'This second look was given to somebody, answered or taken back.'}
        </Notice>
      )}
      <p>
        <ButtonLink to={paths.secondLooks()}>Back to the list</ButtonLink>
      </p>
    </>
  )
}
