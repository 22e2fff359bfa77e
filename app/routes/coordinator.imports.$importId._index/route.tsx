import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Invalid } from '~/domain/errors'
import type { ImportId } from '~/domain/ids'
import { ImportListForm } from '~/domain/venues/forms'
import { importLicenses } from '~/domain/venues/import-licenses.server'
import { importPage } from '~/domain/venues/imports-page.server'
import { licenseImportFor } from '~/domain/venues/preview-licenses.server'
import { readInTurns } from '~/domain/venues/read-in-turns.server'
import { readKept } from '~/files/store.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { countOf } from '~/words/en/format'
import { DistrictChoice } from './district-choice'
import { changesAnything, Done } from './done'
import { ListChanges } from './list-changes'
import { ListReport } from './list-report'
import { PartOfList, WholeOrPart } from './part-of-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.fileName ?? 'License list'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.importId as ImportId
  return load(async () => {
    const { fileKey } = await licenseImportFor(ctx, id)
    return importPage(ctx, id, await keptList(fileKey))
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const id = args.params.importId as ImportId
  const { fileKey } = await load(() => licenseImportFor(ctx, id))
  const form = await parseForm(args, ctx, ImportListForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const list = await keptList(fileKey)
    if (!list) throw new Invalid({ '': 'The file is kept no more. Please upload the list again.' })
    const chosen = form.data.neighborhoods.map(({ name, district }): [string, string | null] => [
      name,
      district.trim() || null,
    ])
    await importLicenses(form.ctx, id, list, new Map(chosen), form.data.extent || null)
    return redirect(paths.licenseImport(id))
  })
}

async function keptList(key: string) {
  const bytes = await readKept(key)
  return bytes && readInTurns(bytes)
}

export default function LicenseImport() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { report, choice } = page
  if (page.done) return <Done page={page} />
  const isNew = changesAnything(report)
  const venues = countOf(report.venues, 'venue', 'venues')
  return (
    <>
      <h1>What this list would bring</h1>
      <p className="lead">
        {isNew
          ? `Nothing is saved yet. Look at what was found in ${page.fileName}, then import it.`
          : `Nothing would change: everything that ${page.fileName} says about its ${venues} is on file already.`}
      </p>
      {page.partial ? <PartOfList report={report} /> : null}
      <ListReport page={page} />
      <ListChanges page={page} />
      <Form answer={answer} label="Import the list">
        {choice ? <DistrictChoice {...choice} /> : null}
        {page.partial ? <WholeOrPart vanished={report.vanished ?? 0} /> : null}
        <p>
          What people have edited stays as they left it. A venue that is not on this list is marked
          and never removed. You can change the districts at any time, and take the newest list
          back.
        </p>
        <div className="actions">
          <Button look="go" pending="Importing…">
            {isNew ? `Import ${venues}` : 'Import it once more'}
          </Button>
          <ButtonLink to={paths.importLicenses()}>Choose another file</ButtonLink>
        </div>
      </Form>
    </>
  )
}
