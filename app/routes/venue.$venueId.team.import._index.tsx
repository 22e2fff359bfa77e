import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { spend } from '~/domain/accounts/limits.server'
import { ButtonForm } from '~/domain/forms'
import { forgetRosterFiles } from '~/domain/training/forget-roster-files.server'
import { readRosterFile } from '~/domain/training/preview-roster.server'
import { startRosterImport } from '~/domain/training/start-roster-import.server'
import { cleanFileName } from '~/files/names'
import { forgetFile, keepFile } from '~/files/store.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { refuse, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { FileField } from '~/ui/fields'
import { Form, type FormAnswer } from '~/ui/form'
import { PrivateNotice } from '~/ui/notice'
import { teamNotices } from '~/words/en/training'

export const handle = { uploads: true }

export const meta: MetaFunction = () => [{ title: 'Import a staff list – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  await requireOwner(args)
  return null
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const form = await parseForm(args, ctx, ButtonForm)
  if (!form.ok) return form.answer
  const [file] = form.files.get('file') ?? []
  if (!file) return refuse(form.values, { file: 'Choose the file with your list.' }, 422)
  return respond(form, async () => {
    await spend(form.ctx, 'upload', { person: ctx.actor.person.id, venue: venueId })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const reading = await readRosterFile(ctx.db, bytes, ctx.now)
    await forgetRosterFiles(ctx.db, ctx.now, forgetFile)
    const { key, digest } = await keepFile(reading.copy())
    const name = cleanFileName(file.name, /\.(csv|tsv|txt)$/i.exec(file.name)?.[1] ?? 'csv')
    const importId = await startRosterImport(form.ctx, venueId, { name, key, digest }, reading)
    return redirect(paths.rosterImport(venueId, importId))
  })
}

export default function ImportRoster() {
  const answer = useActionData<FormAnswer>()
  const { venueId = '' } = useParams()
  return (
    <>
      <h1>Import a staff list</h1>
      <p className="lead">
        Choose the list as you keep it. You see what would happen before anything is written, and
        you can take it back afterwards.
      </p>
      <PrivateNotice>{teamNotices.names}</PrivateNotice>
      <Form answer={answer} multipart>
        <FileField
          name="file"
          label="Your list"
          hint="A CSV file, up to 10 MB. Your spreadsheet or payroll program can save one."
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        />
        <div className="actions">
          <Button look="go" pending="Reading…">
            Show what would happen
          </Button>
          <ButtonLink to={paths.teamTemplate(venueId)} document>
            {teamNotices.template}
          </ButtonLink>
        </div>
      </Form>
      <section className="flow">
        <h2>What we read</h2>
        <ul>
          <li>Names, in one column or two. Only these are needed.</li>
          <li>Role, first day, and whether somebody is on leave or has left.</li>
          <li>
            Trainings with their dates: one row for each, or one column for each. Lists from course
            vendors fit too.
          </li>
        </ul>
        <p>
          Columns with birth dates, social security numbers, addresses, phone numbers, pay or notes
          are left out before anything is kept, and we say which. The file itself is deleted after
          the import, and after a day at the latest where nobody confirms it.
        </p>
        <p>
          People who are on your list already are found by their name, so a list can be imported
          again and again. What a file does not say stays as it is.
        </p>
      </section>
    </>
  )
}
