import { isDay } from '~/domain/dates'
import type { PersonId, VenueId } from '~/domain/ids'
import { type Group, groupNames } from '~/domain/record/kinds'
import type { RecordFilter } from '~/domain/record/record-filter.server'

/** What an address asks for of the record. What it does not know, it does not ask for. */
export function recordAsked(request: Request): { filter: RecordFilter; typed: TypedFilter } {
  const asked = new URL(request.url).searchParams
  const typed: TypedFilter = { words: '', kind: '', person: '', venue: '', from: '', until: '' }
  for (const name of Object.keys(typed) as (keyof TypedFilter)[]) {
    typed[name] = (asked.get(name) ?? '').slice(0, 200)
  }
  const { words, kind, person, venue, from, until } = typed
  const filter = {
    words,
    group: Object.hasOwn(groupNames, kind) ? (kind as Group) : null,
    person: (person || null) as PersonId | null,
    venue: (venue || null) as VenueId | null,
    from: isDay(from) ? from : null,
    until: isDay(until) ? until : null,
  }
  return { filter, typed }
}

export type TypedFilter = Record<'words' | 'kind' | 'person' | 'venue' | 'from' | 'until', string>
