import { getTableName, inArray } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { people } from '~db/schema'
import type { Context, Reading } from '../context'
import { recordEvent } from '../events.server'
import type { PersonId, VenueId } from '../ids'
import { permit, permitProved } from '../permissions/permission'
import { canDownloadVenue } from '../permissions/privacy'
import { programOf } from '../standards/program.server'
import { venueFor } from '../venues/queries.server'
import { entryNames } from './entry-names'
import { venueIndex } from './venue-index'
import { columnsOf, type VenueKind, venueKinds } from './venue-kinds.server'
import { listsOf } from './venue-lists'
import { papersOf } from './venue-papers'

export type Row = Record<string, unknown>
export type Rows = ReadonlyMap<string, readonly Row[]>
/** A file of the download: its words, or where its bytes are to be had. */
export type DataEntry = {
  path: string
  title: string
  from: { text: string } | { fileKey: string } | { certificate: unknown }
}
export type VenueData = { name: string; entries: DataEntry[] }

/**
 * Everything about a venue, for an owner or a manager who has just proved who they are: as files of an
 * archive, the index first. Bytes of files are named here, and read one at a time by whoever packs them.
 */
export async function venueData(ctx: Context, venueId: VenueId): Promise<VenueData> {
  await mayDownload(ctx, venueId)
  permitProved(ctx)
  const { db, now } = ctx
  const { name } = await venueFor(db, ctx.actor, venueId)
  const { timeZone } = await programOf(db)
  const rows = new Map<string, Row[]>()
  for (const kind of venueKinds) rows.set(getTableName(kind.table), await rowsOf(db, kind, venueId))
  const names = await namesIn(db, rows)
  const named = entryNames()
  const facts = { rows, names, timeZone, named }
  const entries = [...papersOf(facts), ...listsOf(facts), ...jsonOf(rows, names)]
  const index = venueIndex({ venue: name, entries, at: now, timeZone })
  return {
    name,
    entries: [{ path: 'index.html', title: 'Start here', from: { text: index } }, ...entries],
  }
}

/** Writes down that everything was downloaded, before the first byte goes out. */
export function noteVenueDownload(ctx: Context, venueId: VenueId, files: number): Promise<void> {
  const { db, actor, now, origin } = ctx
  return db.transaction((tx) =>
    recordEvent(tx, { kind: 'export.venue', actor, at: now, origin, venueId, facts: { files } }),
  )
}

/** The page about the download: for the venue's people, with the reason where it is not for them. */
export async function mayDownload({ db, actor }: Pick<Reading, 'db' | 'actor'>, venueId: VenueId) {
  await venueFor(db, actor, venueId)
  permit(canDownloadVenue(actor, venueId))
}

function rowsOf(db: Reader, kind: VenueKind, venueId: VenueId): Promise<Row[]> {
  return db
    .select(columnsOf(kind) as never)
    .from(kind.table as never)
    .where(kind.where(db, venueId)) as unknown as Promise<Row[]>
}

/** The names of everybody whom the rows name by id. Nothing else of a person goes along. */
async function namesIn(db: Reader, rows: Rows): Promise<ReadonlyMap<string, string>> {
  const ids = new Set<PersonId>()
  for (const row of [...rows.values()].flat()) {
    for (const [, id] of JSON.stringify(row).matchAll(/"(per_[0-9a-z]{16})"/g)) {
      ids.add(id as PersonId)
    }
  }
  const found = new Map<string, string>()
  const all = [...ids]
  for (let at = 0; at < all.length; at += 500) {
    const part = await db
      .select({ id: people.id, name: people.name, title: people.title })
      .from(people)
      .where(inArray(people.id, all.slice(at, at + 500)))
    for (const { id, name, title } of part) found.set(id, title ? `${title} ${name}` : name)
  }
  return found
}

function jsonOf(rows: Rows, names: ReadonlyMap<string, string>): DataEntry[] {
  const kinds = venueKinds.map(({ table, title }) => {
    const name = getTableName(table)
    const text = `${JSON.stringify(rows.get(name) ?? [], null, 2)}\n`
    return { path: `json/${name.replaceAll('_', '-')}.json`, title, from: { text } }
  })
  const people = [...names].map(([id, name]) => ({ id, name }))
  const text = `${JSON.stringify(people, null, 2)}\n`
  return [...kinds, { path: 'json/people.json', title: 'Names behind the ids', from: { text } }]
}
