import { inArray } from 'drizzle-orm'
import { recordStateWords } from '~/words/en/cards'
import type { Reader } from '~db/open.server'
import { people } from '~db/schema'
import type { RecordRow } from './queries.server'

/** How sure the venue is of each training, with the name of whoever vouched for it. */
export async function stateWordsOf(db: Reader, records: readonly RecordRow[]) {
  const ids = records.flatMap(({ verifiedBy }) => verifiedBy ?? [])
  const found = ids.length
    ? await db
        .select({ id: people.id, name: people.name })
        .from(people)
        .where(inArray(people.id, ids))
    : []
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return ({ state, verifiedBy, verifiedHow: how, verifiedOn: on }: RecordRow): string => {
    const by = verifiedBy && names.get(verifiedBy)
    return recordStateWords(state, by && how && on ? { by, how, on } : null)
  }
}
