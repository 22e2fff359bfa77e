import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import { tiesOf } from '~/domain/privacy/account-ties.server'
import { deleteAccount } from '~/domain/privacy/delete-account.server'
import { parseForm } from '~/http/form.server'
import { requirePerson, requireProof } from '~/http/guards.server'
import { respond } from '~/http/respond.server'
import { noSessionCookie } from '~/http/session.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'

export const meta: MetaFunction = () => [{ title: 'Delete your account – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requirePerson(args)
  return { ties: await tiesOf(db, actor.person.id) }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requirePerson(args)
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await deleteAccount(form.ctx)
    return redirect(paths.accountDeleted(), {
      headers: { 'Set-Cookie': await noSessionCookie() },
    })
  })
}

export default function DeleteAccount() {
  const { ties } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Delete your account?</h1>
      <p className="lead">This cannot be taken back.</p>
      <h2>What goes</h2>
      <ul>
        <li>your email address and your phone number</li>
        <li>every way to sign in, and every place where you are signed in</li>
        <li>your access to venues and to the program, and invitations that you sent</li>
      </ul>
      <h2>What stays, and why</h2>
      <p>
        Your name stays under what you shared, signed or decided, because that may be a public
        record. Where there is nothing of the kind, your name becomes “A former member”. What you
        wrote for a venue stays with the venue.
      </p>
      {ties.length > 0 ? (
        <Notice title="Something comes first">
          <ul>
            {ties.map(({ words, venueId }) => (
              <li key={words}>
                {words}
                {venueId ? (
                  <>
                    {' '}
                    <Link to={paths.handOver(venueId)}>Hand it over</Link> or{' '}
                    <Link to={paths.leaveProgram(venueId)}>leave the program</Link>.
                  </>
                ) : null}
              </li>
            ))}
          </ul>
          <ButtonLink to={paths.account()}>Back to your account</ButtonLink>
        </Notice>
      ) : (
        <Form document answer={answer} label="Delete your account">
          <p>We ask once more who you are, and send a last email to your address.</p>
          <div className="actions">
            <Button look="danger">Delete my account</Button>
            <ButtonLink to={paths.account()}>Keep it</ButtonLink>
          </div>
        </Form>
      )}
    </>
  )
}
