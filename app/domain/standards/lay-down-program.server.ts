import { eq } from 'drizzle-orm'
import type { Database } from '~db/open.server'
import { program, standardSets } from '~db/schema'
import { digestOf } from '../events.server'
import { newId } from '../ids'
import { readPack } from './load-pack'

/**
 * Gives a new database its program: the settings and the first version of the standard set, from
 * the pack. Where there is one already, only its time zone follows the environment.
 */
export async function layDownProgram(db: Database, now: Date, timeZone: string): Promise<void> {
  const { set, settings } = readPack()
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(program).where(eq(program.id, 1))
    if (row) {
      if (row.timeZone !== timeZone) {
        await tx.update(program).set({ timeZone }).where(eq(program.id, 1))
      }
      return
    }
    const id = newId('set')
    await tx.insert(standardSets).values({
      id,
      version: 1,
      content: set,
      digest: digestOf(JSON.stringify(set)),
      publishedAt: now,
    })
    await tx.insert(program).values({
      id: 1,
      settings,
      timeZone,
      standardSetId: id,
      demoSeededAt: null,
    })
  })
}
