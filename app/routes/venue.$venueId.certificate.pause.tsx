import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { pauseCertificate } from '~/domain/certificates/pause-certificate.server'
import { certificatePage } from '~/domain/certificates/venue-page.server'
import { ButtonForm } from '~/domain/forms'
import { parseForm } from '~/http/form.server'
import { requireOwner, requireProof } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Pause your certificate – Lamplight' }]

/** Where there is nothing to pause, the certificate's own page says how it stands. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const page = await load(() => certificatePage(ctx, venueId))
  if (page.step !== 'held' || !page.mayPause) throw redirect(paths.venueCertificate(venueId))
  return { sentence: page.sentence }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await pauseCertificate(form.ctx, venueId)
    return redirect(paths.venueCertificate(venueId))
  })
}

export default function PauseCertificate() {
  const { sentence } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Pause your certificate?</h1>
      <p>{sentence}</p>
      <ul>
        <li>Your venue leaves the public list today.</li>
        <li>Anyone who checks the code reads that it is paused, and not why.</li>
        <li>Nothing is lost, and the date on it stays. You can pick it up again any time.</li>
      </ul>
      <Form answer={answer} label="Pause the certificate">
        <div className="actions">
          <Button look="go" pending="Pausing…">
            Pause the certificate
          </Button>
          <ButtonLink to={paths.venueCertificate(venueId)}>Keep it as it is</ButtonLink>
        </div>
      </Form>
    </>
  )
}
