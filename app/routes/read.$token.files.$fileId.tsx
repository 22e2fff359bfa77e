import type { LoaderFunctionArgs } from '@remix-run/node'
import { teamReadingFile } from '~/domain/readings/team-reading.server'
import { downloadHeaders } from '~/files/names'
import { readKept } from '~/files/store.server'
import { visit } from '~/http/guards.server'
import { absent, load } from '~/http/respond.server'

/** A file of what the venue put to its team, for whoever holds the link: saved, never opened in place. */
export async function loader(args: LoaderFunctionArgs) {
  const { token = '', fileId = '' } = args.params
  const file = await load(() => teamReadingFile(visit(args).db, token, fileId))
  const bytes = await readKept(file.storageKey)
  if (!bytes) throw absent()
  return new Response(bytes, { headers: downloadHeaders(file) })
}
