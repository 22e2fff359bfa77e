import { eq } from 'drizzle-orm'
import { keptUntilCommit } from '~db/kept-reads.server'
import { prepared, type Reader } from '~db/open.server'
import { program, standardSets } from '~db/schema'
import { type Day, dayOf } from '../dates'
import type { StandardSetId } from '../ids'
import type { ProgramSettings } from './program-settings'
import type { StandardSet } from './standard-set'

export type Program = {
  settings: ProgramSettings
  timeZone: string
  /** The standard set in force for applications that start now. */
  standardSetId: StandardSetId
  /** When the database was filled with made-up people and venues; null in a real one. */
  demoSeededAt: Date | null
}

const programRow = prepared((db) => db.select().from(program).where(eq(program.id, 1)))

/** The program that this database serves. */
export function programOf(db: Reader): Promise<Program> {
  return keptProgram(db)
}

const keptProgram = keptUntilCommit(async (db): Promise<Program> => {
  const [row] = await programRow(db).execute()
  if (!row) throw new Error('The database has no program yet; "npm start" lays it down.')
  return row
})

/** Today in the program's time zone. */
export async function todayIn(db: Reader, now: Date): Promise<Day> {
  return dayOf(now, (await programOf(db)).timeZone)
}

const sets = new Map<StandardSetId, StandardSet>()

/** A version of the standard set. It never changes, so it is read once and kept. */
export async function standardSetOf(db: Reader, id: StandardSetId): Promise<StandardSet> {
  const known = sets.get(id)
  if (known) return known
  const [row] = await db.select().from(standardSets).where(eq(standardSets.id, id))
  if (!row) throw new Error(`There is no standard set ${id}.`)
  sets.set(id, row.content)
  return row.content
}

/** The standard set in force. */
export async function currentStandardSet(db: Reader): Promise<StandardSet> {
  return standardSetOf(db, (await programOf(db)).standardSetId)
}
