import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { PDFDocument } from 'pdf-lib'
import { Conflict } from '~/domain/errors'
import type { UploadedFile } from '~/domain/policies/policy'
import { programOf } from '~/domain/standards/program.server'
import { refreshStandings } from '~/domain/standings/refresh-standings.server'
import type { Database, Tx } from './open.server'
import { people, program } from './schema'
import { anchorAndOak } from './seed/anchor-and-oak'
import { type Calendar, calendarFrom } from './seed/calendar'
import { classActs } from './seed/class-acts'
import { clockActs } from './seed/clock-acts'
import { contactActs } from './seed/contact-acts'
import { foghornHall } from './seed/foghorn-hall'
import { harborStreet } from './seed/harbor-street'
import { marketRow } from './seed/market-row'
import { oldMill } from './seed/old-mill'
import { copperKettle, nightHeron, theLittleBuoy } from './seed/other-venues'
import { programActs, unknowableCredential } from './seed/program-acts'
import { rosterText } from './seed/rosters'
import { saltmarsh } from './seed/saltmarsh'
import type { VenueStory } from './seed/story'
import { type StoryMail, settleStoryMail } from './seed/story-mail'
import { theLanternRoom } from './seed/the-lantern-room'
import { theSlowTide } from './seed/the-slow-tide'
import { venueActs } from './seed/venue-acts'
import type { Kept, World } from './seed/world'
import { zoneActs } from './seed/zone-acts'

export const stories: readonly VenueStory[] = [
  theLanternRoom,
  saltmarsh,
  copperKettle,
  theSlowTide,
  foghornHall,
  anchorAndOak,
  nightHeron,
  theLittleBuoy,
  ...harborStreet,
  ...oldMill,
  ...marketRow,
]

/** What the seed needs of the place that it runs in. */
export type Place = {
  /** What the QR codes of its certificates begin with. */
  publicUrl: string
  keepFile(bytes: Uint8Array): Promise<Kept>
}

export const seededAlready =
  'This database has people in it already, so the demo was not put beside them. Choose an empty folder with DATA_DIR, and run this again.'

/**
 * Fills a new database with the demo: a made-up district with its people and venues, told by the
 * program's own deeds at dates before `now`, and the real license list as venues not yet invited.
 * One transaction: the whole story, or none of it. Refused where there are people already. Answers
 * the newest mail of the story, for a mailbox.
 */
export async function seedDemo(
  db: Database,
  now: Date,
  { publicUrl, keepFile }: Place,
): Promise<StoryMail[]> {
  if ((await db.$count(people)) > 0) throw new Conflict(seededAlready)
  const { timeZone } = await programOf(db)
  const calendar = calendarFrom(now, timeZone)
  const [files, rosters] = await Promise.all([keepAll(keepFile), keepRosters(calendar, keepFile)])
  const list = readFileSync(licenseList)
  const licenses = { name: 'dc-licensees-2016.csv', bytes: list, kept: await keepFile(list) }
  const credential = await unknowableCredential()

  return db.transaction(async (tx) => {
    if ((await tx.$count(people)) > 0) throw new Conflict(seededAlready)
    const world: World = {
      ...{ db: joined(db, tx), calendar, publicUrl, files, rosters },
      ...{ people: new Map(), venues: new Map(), applications: new Map() },
      ...{ policies: new Map(), codes: new Map(), letters: new Map() },
    }
    const acts = [
      ...programActs(calendar, licenses, credential),
      ...stories.flatMap((story) => venueActs(story, calendar)),
      ...zoneActs(stories, calendar),
      ...classActs(calendar),
      ...contactActs(calendar),
      ...clockActs(calendar),
    ].sort((a, b) => a.at.getTime() - b.at.getTime())
    for (const act of acts) await act.perform(world)
    await refreshStandings(world.db, now)
    const mail = await settleStoryMail(world.db)
    await tx.update(program).set({ demoSeededAt: now }).where(eq(program.id, 1))
    return mail
  })
}

/**
 * The database as the deeds know it, from inside the one transaction of the story. No two asks have
 * one version, so that nothing that is read is kept while the story goes on.
 */
function joined(db: Database, tx: Tx): Database {
  const { transaction, close, file } = db
  return Object.assign(Object.create(tx) as Tx, {
    transaction,
    version: () => Number.NaN,
    close,
    file,
  })
}

const licenseList = 'db/real-data/dc-licensees-2016.csv'
const folder = 'db/seed/files'

const types: Record<string, string> = { jpg: 'image/jpeg', pdf: 'application/pdf' }

async function keepAll(keepFile: Place['keepFile']): Promise<Map<string, UploadedFile>> {
  const kept = new Map<string, UploadedFile>()
  for (const name of readdirSync(folder)) {
    const type = types[name.split('.').at(-1) ?? '']
    if (!type) continue
    const bytes = readFileSync(join(folder, name))
    const { key: storageKey, digest, size } = await keepFile(bytes)
    const pages = type === 'application/pdf' ? (await PDFDocument.load(bytes)).getPageCount() : null
    kept.set(name, { name, type, size, digest, storageKey, pages })
  }
  return kept
}

async function keepRosters(calendar: Calendar, keepFile: Place['keepFile']) {
  const textOf = (name: string) => readFileSync(join(folder, name), 'utf8')
  const kept = new Map<string, { file: Kept; bytes: Uint8Array }>()
  for (const roster of stories.flatMap(({ rosters }) => rosters)) {
    const bytes = new TextEncoder().encode(rosterText(roster, calendar, textOf))
    kept.set(roster.fileName, { bytes, file: await keepFile(bytes) })
  }
  return kept
}
