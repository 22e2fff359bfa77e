import type { LoaderFunctionArgs } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import { paperOf } from '~/domain/certificates/paper.server'
import { certificateFactsOf } from '~/domain/certificates/queries.server'
import { requireOwner } from '~/http/guards.server'
import { absent, load } from '~/http/respond.server'

/** The certificate as a file, drawn from its frozen facts: every download shows the same. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  const facts = await load(() => certificateFactsOf(ctx, venueId))
  if (!facts) throw absent()

  const { bytes, name, digest } = paperOf(facts)
  const etag = `"${digest.slice(0, 32)}"`
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' }
  if (args.request.headers.get('If-None-Match') === etag) {
    return new Response(null, { status: 304, headers })
  }
  await load(() => spend(ctx, 'export', { person: ctx.actor.person.id }))
  const paper = new Uint8Array(await bytes())
  return new Response(paper, {
    headers: {
      ...headers,
      'Content-Length': String(paper.byteLength),
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}
