import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import { secondLookPage } from '~/domain/second-looks/pages.server'
import { withdrawSecondLook } from '~/domain/second-looks/withdraw-second-look.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Take the question back – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const { mayWithdraw, open } = await secondLookPage(ctx, venueId)
    return { mayWithdraw, lookedAtBy: open?.lookedAtBy ?? '' }
  })
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await withdrawSecondLook(form.ctx, venueId)
    return redirect(paths.secondLook(venueId))
  })
}

export default function WithdrawSecondLook() {
  const { mayWithdraw, lookedAtBy } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Take the question back</h1>
      <Form answer={answer} label="Take the question back">
        <p>
          {mayWithdraw
            ? 'Nobody answers it then, and you can ask again whenever you like.'
            : 'There is no second look that you can take back.'}{' '}
          {lookedAtBy ? `${lookedAtBy} does not see your application through it any more.` : ''}
        </p>
        <div className="actions">
          {mayWithdraw ? (
            <Button look="go" pending="Saving…">
              Take it back
            </Button>
          ) : null}
          <ButtonLink to={paths.secondLook(venueId)}>Leave it as it is</ButtonLink>
        </div>
      </Form>
    </>
  )
}
