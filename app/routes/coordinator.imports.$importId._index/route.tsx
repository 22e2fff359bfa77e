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
import { readLicenseList } from '~/domain/venues/read-license-list'
import { readKept } from '~/files/store.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { Form, type FormAnswer } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { countOf } from '~/words/en/format'
import { DistrictChoice } from './district-choice'
import { ListReport } from './list-report'

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
  const form = await parseForm(args, ctx, ImportListForm)
  if (!form.ok) return form.answer
  return respond(form, async () => {
    const { fileKey } = await licenseImportFor(ctx, id)
    const list = await keptList(fileKey)
    if (!list) throw new Invalid({ '': 'The file is kept no more. Please upload the list again.' })
    const chosen = form.data.neighborhoods.map(({ name, district }): [string, string | null] => [
      name,
      district.trim() || null,
    ])
    await importLicenses(form.ctx, id, list, new Map(chosen))
    return redirect(paths.licenseImport(id))
  })
}

async function keptList(key: string) {
  const bytes = await readKept(key)
  return bytes && readLicenseList(bytes)
}

export default function LicenseImport() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { report, choice } = page
  const changes = report.added + report.changed
  const venues = countOf(report.venues, 'venue', 'venues')
  if (page.done) {
    return (
      <>
        <h1>{changes > 0 ? 'The list is in' : 'Nothing changed'}</h1>
        <Notice tone="success">
          {changes > 0
            ? `${page.fileName} was imported on ${page.when}.`
            : `${page.fileName} was imported on ${page.when}. Everything it says about its ${venues} was on file already.`}
        </Notice>
        <ListReport page={page} />
        <div className="actions">
          <ButtonLink to={paths.venues({ standing: 'not_invited' })} look="go">
            Go to the venues
          </ButtonLink>
          <ButtonLink to={paths.districts()}>Look at the districts</ButtonLink>
        </div>
      </>
    )
  }
  return (
    <>
      <h1>What this list would bring</h1>
      <p className="lead">
        {changes > 0
          ? `Nothing is saved yet. Look at what was found in ${page.fileName}, then import it.`
          : `Nothing would change: everything that ${page.fileName} says about its ${venues} is on file already.`}
      </p>
      <ListReport page={page} />
      <Form answer={answer} label="Import the list">
        {choice ? <DistrictChoice {...choice} /> : null}
        <p>
          Venues that people have edited keep what they edited. Venues that are not on this list
          stay as they are. You can change the districts at any time.
        </p>
        <div className="actions">
          <Button look="go" pending="Importing…">
            {changes > 0 ? `Import ${venues}` : 'Import it once more'}
          </Button>
          <ButtonLink to={paths.importLicenses()}>Choose another file</ButtonLink>
        </div>
      </Form>
    </>
  )
}
