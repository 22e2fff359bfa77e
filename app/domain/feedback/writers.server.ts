import { inArray } from 'drizzle-orm'
import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { people } from '~db/schema'
import type { PersonId } from '../ids'

/** The names of the other reviewers whose parts a letter holds. */
export async function writersOf(
  db: Reader,
  items: readonly { writtenBy?: PersonId | null }[],
): Promise<Record<string, string>> {
  const ids = [...new Set(items.flatMap(({ writtenBy }) => writtenBy ?? []))]
  if (ids.length === 0) return {}
  const rows = await db
    .select({ id: people.id, name: people.name, title: people.title })
    .from(people)
    .where(inArray(people.id, ids))
  return Object.fromEntries(rows.map(({ id, ...person }) => [id, addressed(person)]))
}
