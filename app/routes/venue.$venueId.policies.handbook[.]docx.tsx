import type { LoaderFunctionArgs } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import { handbookDocx } from '~/domain/handbook/handbook-docx.server'
import { handbookOf } from '~/domain/handbook/read-handbook.server'
import { cleanFileName, downloadHeaders } from '~/files/names'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'

/** The whole employee handbook as a Word document, to edit elsewhere. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const book = await load(async () => {
    const read = await handbookOf(ctx, venueId)
    await spend(ctx, 'export', { person: ctx.actor.person.id })
    return read
  })
  const bytes = new Uint8Array(await handbookDocx(book))
  const name = cleanFileName(`${book.venue} – ${book.title}.docx`, 'docx')
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return new Response(bytes, { headers: downloadHeaders({ name, type, size: bytes.byteLength }) })
}
