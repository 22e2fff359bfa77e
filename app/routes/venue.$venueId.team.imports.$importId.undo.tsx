import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonForm } from '~/domain/forms'
import type { ImportId } from '~/domain/ids'
import { recounted } from '~/domain/readings/recounted.server'
import { undoesNothing } from '~/domain/training/plan-undo'
import { previewUndo, undoRosterImport } from '~/domain/training/undo-roster-import.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { undoWords } from '~/words/en/training'

export const meta: MetaFunction = () => [{ title: 'Take an import back – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const importId = args.params.importId as ImportId
  const { row, plan } = await load(() => previewUndo(ctx, venueId, importId))
  return {
    fileName: row.fileName,
    back: paths.rosterImport(venueId, importId),
    nothing: undoesNothing(plan),
    lines: undoWords({
      staffRemoved: plan.staffRemoved.length,
      recordsRemoved: plan.recordsRemoved.length,
      back: plan.staffBack.length + plan.recordsBack.length,
    }),
    stays: plan.stays.map(({ name, why }) => `${name} ${why}`),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const importId = args.params.importId as ImportId
    await recounted(form.ctx, venueId, () => undoRosterImport(form.ctx, venueId, importId))
    return redirect(paths.rosterImport(venueId, importId))
  })
}

export default function UndoRosterImport() {
  const { fileName, back, nothing, lines, stays } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Take “{fileName}” back?</h1>
      {nothing ? (
        <p>There is nothing left of this import that could be taken back.</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {stays.length > 0 ? (
        <section className="flow">
          <h2>What stays, and why</h2>
          <ul>
            {stays.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <Form answer={answer}>
        <div className="actions">
          {nothing ? null : (
            <Button look="danger" pending="Taking it back…">
              Take it back
            </Button>
          )}
          <ButtonLink to={back}>{nothing ? 'Back to the report' : 'Keep it'}</ButtonLink>
        </div>
      </Form>
    </>
  )
}
