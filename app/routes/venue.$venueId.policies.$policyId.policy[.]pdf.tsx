import type { LoaderFunctionArgs } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import { drawHandbook } from '~/domain/handbook/handbook-pdf.server'
import { policyPaperOf } from '~/domain/handbook/read-handbook.server'
import type { PolicyId } from '~/domain/ids'
import { cleanFileName, downloadHeaders } from '~/files/names'
import { readKept } from '~/files/store.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'

/** One policy for print, as it stands. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const book = await load(async () => {
    const read = await policyPaperOf(ctx, venueId, args.params.policyId as PolicyId)
    await spend(ctx, 'export', { person: ctx.actor.person.id })
    return read
  })
  const bytes = new Uint8Array(await drawHandbook(book, readKept))
  const name = cleanFileName(`${book.venue} – ${book.title}.pdf`, 'pdf')
  const type = 'application/pdf'
  return new Response(bytes, { headers: downloadHeaders({ name, type, size: bytes.byteLength }) })
}
