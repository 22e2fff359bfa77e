import type { LoaderFunctionArgs } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import { drawHandbook } from '~/domain/handbook/handbook-pdf.server'
import { receiptPaperOf } from '~/domain/handbook/read-receipt.server'
import type { RoundId } from '~/domain/ids'
import { cleanFileName, downloadHeaders } from '~/files/names'
import { readKept } from '~/files/store.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'

/** The receipt of a share for print. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const paper = await load(async () => {
    const read = await receiptPaperOf(ctx, venueId, args.params.roundId as RoundId)
    await spend(ctx, 'export', { person: ctx.actor.person.id })
    return read
  })
  const bytes = new Uint8Array(await drawHandbook(paper, readKept))
  const name = cleanFileName(`${paper.venue} – ${paper.title}.pdf`, 'pdf')
  const type = 'application/pdf'
  return new Response(bytes, { headers: downloadHeaders({ name, type, size: bytes.byteLength }) })
}
