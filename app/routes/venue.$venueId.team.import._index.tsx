import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { spend } from '~/domain/accounts/limits.server'
import { Invalid } from '~/domain/errors'
import { refuseLongList, Unreadable } from '~/domain/table-bytes'
import { forgetRosterFiles } from '~/domain/training/forget-roster-files.server'
import { PasteRosterForm } from '~/domain/training/roster-forms'
import { rosterWork } from '~/domain/training/roster-thread.server'
import { startRosterImport } from '~/domain/training/start-roster-import.server'
import { bytesOf } from '~/files/bytes.server'
import { cleanFileName } from '~/files/names'
import { forgetFile, keepFile } from '~/files/store.server'
import { parseForm } from '~/http/form.server'
import { requireOwner } from '~/http/guards.server'
import { refuse, respond } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { FileField, TextArea } from '~/ui/fields'
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
  const form = await parseForm(args, ctx, PasteRosterForm)
  if (!form.ok) return form.answer
  const [file] = form.files.get('file') ?? []
  const { cells } = form.data
  if (!file && !cells) return refuse(form.values, { file: 'Choose the file with your list.' }, 422)
  if (file && cells) return refuse(form.values, { cells: 'Send a file or cells, not both.' }, 422)
  return respond(form, async () => {
    await spend(form.ctx, 'upload', { person: ctx.actor.person.id, venue: venueId })
    if (file) refuseLongList(file.size)
    const list = file ?? new Blob([cells])
    const work = { kind: 'read' as const, venueId, bytes: await bytesOf(list) }
    const { copy, report } = await rosterWork(ctx, work).catch(besideTheCells(cells))
    await forgetRosterFiles(ctx.db, ctx.now, forgetFile)
    const { key, digest } = await keepFile(copy ?? list)
    const name = file ? cleanFileName(file.name, endingOf(file.name)) : 'Pasted cells'
    const importId = await startRosterImport(form.ctx, venueId, { name, key, digest }, report)
    return redirect(paths.rosterImport(venueId, importId))
  })
}

function endingOf(name: string): string {
  return /\.(csv|tsv|txt|xlsx)$/i.exec(name)?.[1] ?? 'csv'
}

/** What is wrong with pasted cells stands at their own field. */
function besideTheCells(cells: string) {
  return (error: unknown): never => {
    if (cells && error instanceof Unreadable) throw new Invalid({ cells: error.message })
    throw error
  }
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
          hint="An Excel workbook (.xlsx) or a CSV file, up to 10 MB. Your spreadsheet or payroll program can save one."
          accept=".xlsx,.csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        />
        <TextArea
          name="cells"
          label="Or paste the cells from your spreadsheet"
          hint="Select your list there, the column names too, copy it, and paste it here."
          optional
          rows={6}
          notice={{ none: 'Cells of a list; the columns that do not belong here are left out.' }}
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
