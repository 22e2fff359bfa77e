import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { GiveBackForm } from '~/domain/certificates/forms'
import { giveBackCertificate } from '~/domain/certificates/give-back-certificate.server'
import { certificatePage } from '~/domain/certificates/venue-page.server'
import { parseForm } from '~/http/form.server'
import { requireOwner, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { TextArea } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Give your certificate back – Lamplight' }]

/** Where there is nothing to give back, the certificate's own page says how it stands. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const page = await load(() => certificatePage(ctx, venueId))
  if (page.step !== 'held' || !page.mayGiveBack) throw redirect(paths.venueCertificate(venueId))
  return { mayPause: page.mayPause }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, GiveBackForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await giveBackCertificate(form.ctx, venueId, form.data)
    return redirect(paths.venueCertificate(venueId))
  })
}

export default function GiveBackCertificate() {
  const { mayPause } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Give your certificate back?</h1>
      <p>The program is voluntary, so this is yours to decide, and you do not have to say why.</p>
      <ul>
        <li>Your venue leaves the public list today.</li>
        <li>
          Anyone who checks the code reads “no longer valid since” and today’s date, and never why.
        </li>
        <li>
          Your policies, your team list and your letters stay with you, and you can apply again.
        </li>
        <li>You cannot take this back here. If you change your mind, ask your liaison.</li>
      </ul>
      {mayPause ? (
        <p>Would a pause do as well? A pause keeps the certificate, and you pick it up any time.</p>
      ) : null}
      <Form schema={GiveBackForm} answer={answer} label="Give the certificate back">
        <TextArea
          name="reason"
          label="Why, if you like to say"
          hint="The program reads this, and nobody else."
          rows={3}
          optional
        />
        <div className="actions">
          <Button pending="One moment…">Give the certificate back</Button>
          {mayPause ? (
            <ButtonLink to={paths.pauseCertificate(venueId)}>Pause instead</ButtonLink>
          ) : null}
          <ButtonLink to={paths.venueCertificate(venueId)}>Keep it</ButtonLink>
        </div>
      </Form>
    </>
  )
}
