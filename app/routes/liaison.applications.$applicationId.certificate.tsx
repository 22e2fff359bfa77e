import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { issueCertificate } from '~/domain/certificates/issue-certificate.server'
import { issuingPage } from '~/domain/certificates/issue-page.server'
import { ButtonForm } from '~/domain/forms'
import type { ApplicationId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireProof, requireReviewer } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { SummaryList } from '~/ui/summary-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Certificate of ${data?.venue ?? 'a venue'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireReviewer(args)
  return load(() => issuingPage(ctx, args.params.applicationId as ApplicationId))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireReviewer(args)
  await requireProof(args, ctx)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const id = args.params.applicationId as ApplicationId
    const { publicUrl } = args.context.env
    await issueCertificate(form.ctx, id, { publicUrl })
    return redirect(paths.issueCertificate(id))
  })
}

export default function IssueCertificate() {
  const page = useLoaderData<typeof loader>()
  if (page.step === 'issued') return <Issued page={page} />
  if (page.step === 'check') return <Check page={page} />
  return (
    <>
      <h1>No certificate for {page.venue} yet</h1>
      <p className="lead">{page.why}</p>
      <div className="actions">
        <ButtonLink to={page.record}>Back to the application</ButtonLink>
      </div>
    </>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function Check({ page }: { page: Extract<Page, { step: 'check' }> }) {
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Issue the certificate of {page.venue}</h1>
      <p className="lead">
        Everything is in place. Please read what the paper will say: it is drawn from these facts
        and stays as it is.
      </p>
      <SummaryList rows={page.rows} />
      <Printed what="name" as={page.printedName} />
      <Printed what="address" as={page.printedAddress} />
      <p>
        {page.told
          ? `${page.told}, and the venue stands in the public list from then on.`
          : 'Nobody of the venue has a confirmed email address with us, so please tell them yourself.'}
      </p>
      {page.refusal ? (
        <>
          <Notice tone="warning">{page.refusal}</Notice>
          <div className="actions">
            <ButtonLink to={page.record}>Back to the application</ButtonLink>
          </div>
        </>
      ) : (
        <Form answer={answer} label="Issue the certificate">
          <div className="actions">
            <Button look="go" pending="Issuing…">
              Issue the certificate
            </Button>
            <ButtonLink to={page.record}>Not now</ButtonLink>
          </div>
        </Form>
      )}
    </>
  )
}

function Printed({ what, as }: { what: 'name' | 'address'; as: string | null }) {
  if (as === null) return null
  return (
    <Notice tone="warning" title={`On the paper the ${what} will read “${as}”`}>
      Our typefaces have no letter for a part of it. The pages show it as it was typed. If the venue
      would like another spelling on its certificate, change that before you issue it.
    </Notice>
  )
}

function Issued({ page }: { page: Extract<Page, { step: 'issued' }> }) {
  return (
    <>
      <h1>{page.venue} is accredited</h1>
      <p className="lead">
        The certificate is issued, and the venue has an email that leads to it. A call or a visit
        means more than paper: tell them in person, too.
      </p>
      <SummaryList rows={page.rows} />
      <div className="actions">
        <ButtonLink to={paths.desk()} look="go">
          Back to your desk
        </ButtonLink>
        <ButtonLink to={page.check} document>
          See what anyone reads who checks it
        </ButtonLink>
        <ButtonLink to={page.record}>The application</ButtonLink>
      </div>
    </>
  )
}
