import type { LoaderFunctionArgs } from '@remix-run/node'
import { attachmentHeader } from '~/files/names'
import { requireOwner } from '~/http/guards.server'

const columns =
  'First name,Last name,Role,Hire date,Status,Training,Completed on,Expires on,Certificate number'

/** An empty list with the names of its columns, to fill in and import. */
export async function loader(args: LoaderFunctionArgs) {
  await requireOwner(args)
  // The mark at the start tells spreadsheet programs that names may have accents.
  return new Response(`\uFEFF${columns}\r\n`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': attachmentHeader('team-template.csv'),
      'Cache-Control': 'private, no-store',
    },
  })
}
