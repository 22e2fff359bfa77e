import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { resumeCertificate } from '~/domain/certificates/resume-certificate.server'
import { certificatePage } from '~/domain/certificates/venue-page.server'
import { ButtonForm } from '~/domain/forms'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Pick your certificate up again – Lamplight' }]

/** Where the venue has paused nothing, the certificate's own page says how it stands. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const page = await load(() => certificatePage(ctx, venueId))
  if (page.step !== 'held' || !page.mayResume) throw redirect(paths.venueCertificate(venueId))
  return { sentence: page.sentence }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    await resumeCertificate(form.ctx, venueId)
    return redirect(paths.venueCertificate(venueId))
  })
}

export default function ResumeCertificate() {
  const { sentence } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Pick your certificate up again?</h1>
      <p>{sentence}</p>
      <p>
        It counts again today if its training is current, and your venue returns to the public list.
      </p>
      <Form answer={answer} label="Pick the certificate up again">
        <div className="actions">
          <Button look="go" pending="One moment…">
            Pick it up again
          </Button>
          <ButtonLink to={paths.venueCertificate(venueId)}>Leave it paused</ButtonLink>
        </div>
      </Form>
    </>
  )
}
