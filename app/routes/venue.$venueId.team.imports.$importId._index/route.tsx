import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import type { ImportId } from '~/domain/ids'
import { recountSignatures } from '~/domain/readings/recounted.server'
import { forgetRosterFiles } from '~/domain/training/forget-roster-files.server'
import { importRoster } from '~/domain/training/import-roster.server'
import { rosterImportFor } from '~/domain/training/preview-roster.server'
import { ImportRosterForm } from '~/domain/training/roster-forms'
import { rosterWork } from '~/domain/training/roster-thread.server'
import { forgetFile, readKept } from '~/files/store.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import type { FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { answersFrom, importPage } from './import-page.server'
import { Preview } from './preview'
import { Report } from './report'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.fileName ?? 'Import'}, staff list – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const { searchParams } = new URL(args.request.url)
  return load(() => importPage(ctx, venueId, args.params.importId as ImportId, searchParams))
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ImportRosterForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const importId = args.params.importId as ImportId
    const { seen, ...answered } = form.data
    const { fileKey } = await rosterImportFor(ctx.db, ctx.actor, venueId, importId)
    const bytes = await readKept(fileKey)
    const asked = { venueId, importId, answers: answersFrom(answered), seen }
    if (bytes) await rosterWork(form.ctx, { kind: 'write', ...asked, bytes })
    else await importRoster(form.ctx, venueId, importId, { ...asked, bytes })
    await recountSignatures(form.ctx, venueId)
    // The import is done whatever becomes of the file; the next upload sweeps again.
    await forgetRosterFiles(ctx.db, ctx.now, forgetFile).catch(() => 0)
    return redirect(paths.rosterImport(venueId, importId))
  })
}

export default function RosterImport() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { venueId, preview } = page
  return (
    <>
      <p className="kicker">
        <Link to={paths.team(venueId)}>Team and training</Link>
      </p>
      {preview ? (
        <Preview fileName={page.fileName} preview={preview} venueId={venueId} answer={answer} />
      ) : (
        <>
          {answer?.errors?.[''] ? <Notice tone="warning">{answer.errors['']}</Notice> : null}
          {page.state === 'gone' ? <Gone venueId={venueId} /> : <Report {...page} />}
        </>
      )}
    </>
  )
}

function Gone({ venueId }: { venueId: string }) {
  return (
    <>
      <h1>This upload is gone</h1>
      <p>
        An uploaded list is kept for a day only, because it can hold more about people than the
        program needs. Nothing of it was written.
      </p>
      <div className="actions">
        <ButtonLink to={paths.importRoster(venueId)} look="go">
          Choose the file again
        </ButtonLink>
      </div>
    </>
  )
}
