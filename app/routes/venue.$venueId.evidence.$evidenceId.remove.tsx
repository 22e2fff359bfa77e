import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { removeEvidence } from '~/domain/applications/remove-evidence.server'
import { evidenceQuestionOf } from '~/domain/applications/workspace-evidence-page.server'
import { ButtonForm } from '~/domain/forms'
import type { EvidenceId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Take evidence away – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(() => evidenceQuestionOf(ctx, venueId, args.params.evidenceId as EvidenceId))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const id = args.params.evidenceId as EvidenceId
    const { standard } = await removeEvidence(form.ctx, venueId, id)
    return redirect(`${paths.venueStandard(venueId, standard)}?removed=${id}`)
  })
}

export default function RemoveEvidence() {
  const { title, standard, code } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Take this away?</h1>
      <p>
        “{title}” stands beside “{standard}”. You can put it back right afterwards. A policy stays
        in your policies either way, and what you shared before stays as you shared it.
      </p>
      <Form answer={answer}>
        <div className="actions">
          <Button look="danger" pending="One moment…">
            Take it away
          </Button>
          <ButtonLink to={paths.venueStandard(venueId, code)}>Keep it</ButtonLink>
        </div>
      </Form>
    </>
  )
}
