import type { LoaderFunctionArgs } from '@remix-run/node'
import { spend } from '~/domain/accounts/limits.server'
import type { CertificateFacts } from '~/domain/certificates/certificate-facts'
import { paperOf } from '~/domain/certificates/paper.server'
import {
  type DataEntry,
  mayDownload,
  noteVenueDownload,
  venueData,
} from '~/domain/privacy/venue-data.server'
import { attachmentHeader } from '~/files/names'
import { readKept } from '~/files/store.server'
import { type ZipEntry, zipStream } from '~/files/zip.server'
import { requireOwner, requireProof } from '~/http/guards.server'
import { load } from '~/http/respond.server'

/** Everything about the venue as one archive, packed while it is sent. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  await load(() => mayDownload(ctx, venueId))
  await requireProof(args, ctx)
  const { name, entries } = await load(async () => {
    await spend(ctx, 'export', { person: ctx.actor.person.id })
    const data = await venueData(ctx, venueId)
    await noteVenueDownload(ctx, venueId, data.entries.length)
    return data
  })
  return new Response(zipStream(packed(entries, ctx.now)), {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': attachmentHeader(`everything about ${name}.zip`),
      'Cache-Control': 'private, no-store',
    },
  })
}

/** Each file in its turn. One whose bytes are gone says so in its place. */
async function* packed(entries: readonly DataEntry[], at: Date): AsyncGenerator<ZipEntry> {
  for (const { path, from } of entries) {
    if ('text' in from) yield { path, bytes: Buffer.from(from.text), packed: false, at }
    else {
      const bytes = await bytesOf(from)
      if (bytes) yield { path, bytes, packed: true, at }
      else yield { path: `${path}.txt`, bytes: Buffer.from(gone), packed: false, at }
    }
  }
}

const gone =
  'This file was removed, or is still being checked for viruses, so only its name is here.\n'

function bytesOf(from: { fileKey: string } | { certificate: unknown }) {
  return 'fileKey' in from
    ? readKept(from.fileKey)
    : paperOf(from.certificate as CertificateFacts).bytes()
}
