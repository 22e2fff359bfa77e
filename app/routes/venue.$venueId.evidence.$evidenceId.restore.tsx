import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { restoreEvidence } from '~/domain/applications/restore-evidence.server'
import { evidenceQuestionOf } from '~/domain/applications/workspace-evidence-page.server'
import { ButtonForm } from '~/domain/forms'
import type { EvidenceId } from '~/domain/ids'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'

export const meta: MetaFunction = () => [{ title: 'Put evidence back – Lamplight' }]

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
    const { standard } = await restoreEvidence(form.ctx, venueId, id)
    return redirect(paths.venueStandard(venueId, standard))
  })
}

export default function RestoreEvidence() {
  const { title, standard } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Put this back?</h1>
      <p>
        “{title}” goes back beside “{standard}”.
      </p>
      <Form answer={answer}>
        <div className="actions">
          <Button look="go" pending="One moment…">
            Put it back
          </Button>
        </div>
      </Form>
    </>
  )
}
