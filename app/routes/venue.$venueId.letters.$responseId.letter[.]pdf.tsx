import type { LoaderFunctionArgs } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import { drawLetter } from '~/domain/handbook/letter-pdf.server'
import { letterPaperOf } from '~/domain/handbook/read-letter.server'
import type { ResponseId } from '~/domain/ids'
import { cleanFileName, downloadHeaders } from '~/files/names'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { letterWords } from '~/words/en/letter'

/** A letter for print, for the venue's people. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const paper = await load(async () => {
    const read = await letterPaperOf(ctx, args.params.responseId as ResponseId, { venueId })
    await spend(ctx, 'export', { person: ctx.actor.person.id })
    return read
  })
  const bytes = new Uint8Array(await drawLetter(paper))
  const name = cleanFileName(letterWords.fileName(paper.venue, paper.letter.date), 'pdf')
  const type = 'application/pdf'
  return new Response(bytes, { headers: downloadHeaders({ name, type, size: bytes.byteLength }) })
}
