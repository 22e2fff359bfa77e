import { and, eq, gte, inArray, isNotNull, like, lt, or, type SQL } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { events, people, venues } from '~db/schema'
import { addDays, type Day } from '../dates'
import type { PersonId, VenueId } from '../ids'
import { momentOf } from '../wall-clock'
import { type Group, kindsOf, kindsThatSay } from './kinds'

export type RecordFilter = {
  words: string
  group: Group | null
  person: PersonId | null
  venue: VenueId | null
  from: Day | null
  until: Day | null
}

/**
 * What of the record fits, for coordinators: never what a venue drafts. Each word stands in the
 * sentence, in the person's name or in the venue's.
 */
export function fitting(db: Reader, filter: RecordFilter, timeZone: string): SQL | undefined {
  const { group, person, venue, from, until } = filter
  return and(
    isNotNull(events.sequence),
    inArray(events.kind, kindsOf(group)),
    person ? eq(events.personId, person) : undefined,
    venue ? eq(events.venueId, venue) : undefined,
    from ? gte(events.at, momentOf(from, 0, timeZone, 'first')) : undefined,
    until ? lt(events.at, momentOf(addDays(until, 1), 0, timeZone, 'first')) : undefined,
    ...wordsOf(filter.words).map((word) => hasWord(db, word)),
  )
}

const mostWords = 6

function wordsOf(typed: string): string[] {
  const words = typed.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu) ?? []
  return words.slice(0, mostWords).map((word) => word.slice(0, 40))
}

function hasWord(db: Reader, word: string): SQL | undefined {
  const named = `%${word}%`
  const kinds = kindsThatSay([word])
  return or(
    kinds.length > 0 ? inArray(events.kind, kinds) : undefined,
    inArray(
      events.personId,
      db.select({ id: people.id }).from(people).where(like(people.name, named)),
    ),
    inArray(
      events.venueId,
      db.select({ id: venues.id }).from(venues).where(like(venues.name, named)),
    ),
  )
}
