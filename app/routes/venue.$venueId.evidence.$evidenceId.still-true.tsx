import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { standsAccredited } from '~/domain/applications/application'
import { confirmableFor, confirmEvidence } from '~/domain/applications/confirm-evidence.server'
import { applicationOfVenue } from '~/domain/applications/queries.server'
import { evidenceQuestionOf } from '~/domain/applications/workspace-evidence-page.server'
import { ButtonForm } from '~/domain/forms'
import type { EvidenceId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { keepWords } from '~/words/en/keep-current'

export const meta: MetaFunction = () => [{ title: 'Still true? – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const id = args.params.evidenceId as EvidenceId
  return load(() => evidenceQuestionOf(ctx, venueId, id, confirmableFor))
}

/** Leads back to where it was asked: the list of an accredited venue, or the standard of a renewal. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const id = args.params.evidenceId as EvidenceId
    const { standard } = await confirmEvidence(form.ctx, venueId, id)
    const application = await applicationOfVenue(ctx.db, ctx.actor, venueId)
    return redirect(
      application && standsAccredited(application.state)
        ? `${paths.application(venueId)}?said=${id}#keep`
        : paths.venueStandard(venueId, standard),
    )
  })
}

export default function StillTrue() {
  const { title, standard, code } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>{keepWords.ask}</h1>
      <p>
        “{title}” stands beside “{standard}”. If it is still as it says, one tap keeps today’s date
        with it.
      </p>
      <Form answer={answer}>
        <div className="actions">
          <Button look="go" pending="One moment…">
            {keepWords.yes}
          </Button>
          <ButtonLink to={paths.venueStandard(venueId, code)}>{keepWords.no}</ButtonLink>
        </div>
      </Form>
    </>
  )
}
