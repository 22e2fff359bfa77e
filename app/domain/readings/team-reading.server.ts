import { eq } from 'drizzle-orm'
import { paths } from '~/paths'
import { formatDayOf, formatSize } from '~/words/en/format'
import type { Reader } from '~db/open.server'
import { venues } from '~db/schema'
import { NotFound } from '../errors'
import { heldWords } from '../policies/policy'
import { programOf } from '../standards/program.server'
import { behindLink, papersOf } from './queries.server'

/** What a venue's team reads behind its link: the policies as they were put to it, and nothing else of the venue. */
export async function teamReading(db: Reader, token: string) {
  const { venueId, reading } = await behindLink(db, token)
  const [venue] = await db.select({ name: venues.name }).from(venues).where(eq(venues.id, venueId))
  const { timeZone } = await programOf(db)
  const papers = await papersOf(db, reading.versions)
  return {
    venue: venue?.name ?? '',
    seen: reading.id,
    putOn: formatDayOf(reading.putAt, timeZone),
    changed: reading.number > 1 ? reading.words : '',
    policies: papers.map(({ version: { id, title, sections }, file }) => ({
      id,
      title,
      sections,
      file: file && {
        name: file.name,
        size: formatSize(file.size),
        held: heldWords(file),
        to: paths.teamReadingFile(token, file.id),
      },
    })),
  }
}

/** A file of what the team reads; every other file is absent. */
export async function teamReadingFile(db: Reader, token: string, fileId: string) {
  const { reading } = await behindLink(db, token)
  const papers = await papersOf(db, reading.versions)
  const file = papers.find((paper) => paper.file?.id === fileId)?.file
  if (!file || file.removedAt || file.heldSince) throw new NotFound()
  return file
}
