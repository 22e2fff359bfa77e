import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { spend } from '~/domain/accounts/limits.server'
import { ButtonForm } from '~/domain/forms'
import { refuseLongList } from '~/domain/table-bytes'
import { recentImports } from '~/domain/venues/imports-page.server'
import { previewLicenses } from '~/domain/venues/preview-licenses.server'
import { readInTurns } from '~/domain/venues/read-in-turns.server'
import { keepFile } from '~/files/store.server'
import { parseForm } from '~/http/form.server'
import { requireCoordinator } from '~/http/guards.server'
import { load, refuse, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { FileField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { TaskList } from '~/ui/task-list'

export const handle = { uploads: true }

export const meta: MetaFunction = () => [{ title: 'Import a license list – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  return load(async () => ({ imports: await recentImports(ctx) }))
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  const [file] = form.files.get('file') ?? []
  if (!file?.name) return refuse(form.values, { file: 'Choose the file with the list.' }, 422)
  return respond(form, async () => {
    await spend(form.ctx, 'upload', { person: ctx.actor.person.id })
    refuseLongList(file.size)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const list = await readInTurns(bytes)
    const { key, digest } = await keepFile(list.copy())
    const name = file.name.slice(0, 200)
    return redirect(
      paths.licenseImport(await previewLicenses(form.ctx, { name, key, digest }, list)),
    )
  })
}

export default function ImportLicenses() {
  const { imports } = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  return (
    <>
      <h1>Import a license list</h1>
      <p className="lead">
        Your city’s list of licensed bars and restaurants becomes the list of venues that you can
        invite. You see everything that would change before anything does.
      </p>
      <Form multipart document answer={answer} label="Choose a license list">
        <FileField
          name="file"
          label="The list, saved as CSV"
          hint="At most 10 MB, with the license, the name and the address of each venue. Column names may differ from city to city; neighborhood and coordinates help if they are there."
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        />
        <Button look="go" pending="Reading the list…">
          See what it would bring
        </Button>
      </Form>
      {imports.length > 0 ? (
        <section className="section flow">
          <h2>Lists so far</h2>
          <TaskList
            label="Lists so far"
            tasks={imports.map(({ id, ...task }) => ({ ...task, to: paths.licenseImport(id) }))}
          />
          <p>
            <Link to={paths.vanishedLicenses()}>Venues that are not on the newest list</Link>
          </p>
        </section>
      ) : null}
    </>
  )
}
