import type { LoaderFunctionArgs } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import { drawHandbook } from '~/domain/handbook/handbook-pdf.server'
import { handbookOf } from '~/domain/handbook/read-handbook.server'
import { cleanFileName, downloadHeaders } from '~/files/names'
import { readKept } from '~/files/store.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'

/** The whole employee handbook for print, uploaded PDFs in their place. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const book = await load(async () => {
    const read = await handbookOf(ctx, venueId)
    await spend(ctx, 'export', { person: ctx.actor.person.id })
    return read
  })
  const bytes = new Uint8Array(await drawHandbook(book, readKept))
  const name = cleanFileName(`${book.venue} – ${book.title}.pdf`, 'pdf')
  const type = 'application/pdf'
  return new Response(bytes, { headers: downloadHeaders({ name, type, size: bytes.byteLength }) })
}
