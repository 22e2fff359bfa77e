import { desc } from 'drizzle-orm'
import { keptUntilCommit } from '~db/kept-reads.server'
import type { Reader } from '~db/open.server'
import { lexicons } from '~db/schema'
import { programOf, standardSetOf } from './program.server'
import type { LexiconEntry } from './standard-set'

export type Lexicon = { version: number; entries: readonly LexiconEntry[] }

/**
 * The lexicon that the tone helper reads with: its newest version, for every letter. Version 0 came
 * with the standards in force, before a coordinator changed anything.
 */
export function currentLexicon(db: Reader): Promise<Lexicon> {
  return keptLexicon(db)
}

const keptLexicon = keptUntilCommit(async (db): Promise<Lexicon> => {
  const [newest] = await db.select().from(lexicons).orderBy(desc(lexicons.version)).limit(1)
  if (newest) return { version: newest.version, entries: newest.content }
  return { version: 0, entries: await originalLexicon(db) }
})

/** The lexicon that came with the standards in force. */
export async function originalLexicon(db: Reader): Promise<readonly LexiconEntry[]> {
  const { standardSetId } = await programOf(db)
  return (await standardSetOf(db, standardSetId)).lexicon
}
