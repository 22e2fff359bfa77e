import { desc, eq } from 'drizzle-orm'
import { formatMoment } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import { lexicons, people } from '~db/schema'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import { canKeepLexicon } from '../permissions/desk'
import { permit } from '../permissions/permission'
import { currentLexicon } from './lexicon.server'
import { programOf } from './program.server'

const newest = 20

/** The entries that hold the words looked for, and the newest versions with who made them. */
export async function lexiconPage({ db, actor }: Reading, words: string) {
  permit(canKeepLexicon(actor))
  const { version, entries } = await currentLexicon(db)
  const { timeZone } = await programOf(db)
  const looked = words.toLowerCase().trim()
  const found = entries
    .map((entry, at) => ({ ...entry, at }))
    .filter((entry) =>
      [...entry.avoid, ...entry.try, ...(entry.except ?? []), entry.reason].some((text) =>
        text.toLowerCase().includes(looked),
      ),
    )
  const versions = await db
    .select({ version: lexicons.version, change: lexicons.change, at: lexicons.publishedAt })
    .from(lexicons)
    .orderBy(desc(lexicons.version))
    .limit(newest)
  const authors = await db
    .select({ version: lexicons.version, name: people.name, title: people.title })
    .from(lexicons)
    .innerJoin(people, eq(people.id, lexicons.personId))
    .orderBy(desc(lexicons.version))
    .limit(newest)
  return {
    version,
    all: entries.length,
    found,
    versions: versions.map(({ version, change, at }, place) => {
      const author = authors[place]
      return {
        version,
        told: `${change}, ${author ? addressed(author) : ''}, ${formatMoment(at, timeZone)}`,
      }
    }),
  }
}

/** One entry as the form shows it; `at` is null for a new one. */
export async function lexiconEntryPage({ db, actor }: Reading, at: number | null) {
  permit(canKeepLexicon(actor))
  const { version, entries } = await currentLexicon(db)
  const entry = at === null ? null : entries[at]
  if (entry === undefined) throw new NotFound()
  return { version, at, entry }
}
