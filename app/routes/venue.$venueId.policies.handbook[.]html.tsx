import type { LoaderFunctionArgs } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import { handbookHtml } from '~/domain/handbook/handbook-html'
import { handbookOf } from '~/domain/handbook/read-handbook.server'
import { cleanFileName, downloadHeaders } from '~/files/names'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'

/** The whole employee handbook as one web page that stands by itself. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const book = await load(async () => {
    const read = await handbookOf(ctx, venueId)
    await spend(ctx, 'export', { person: ctx.actor.person.id })
    return read
  })
  const bytes = new TextEncoder().encode(handbookHtml(book))
  const name = cleanFileName(`${book.venue} – ${book.title}.html`, 'html')
  const type = 'text/html; charset=utf-8'
  return new Response(bytes, { headers: downloadHeaders({ name, type, size: bytes.byteLength }) })
}
