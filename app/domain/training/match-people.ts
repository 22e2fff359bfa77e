import { plainWords } from '../table-words'
import type { StaffFacts } from './coverage-standing'
import { nameKey } from './roster-names'
import type { RosterPerson } from './roster-person'

export type NamedStaff = StaffFacts & { name: string }

export type Matches<Known> = {
  found: Map<RosterPerson, Known>
  added: RosterPerson[]
  /** People of whose name the staff list has several, and nothing in the file says which one. */
  unclear: Map<RosterPerson, number>
}

/**
 * Finds the people of a file on the staff list: by name, whatever its case, accents and marks. Among
 * people of one name the first day decides, then the position. A person is found at most once.
 */
export function matchPeople<Known extends NamedStaff>(
  people: readonly RosterPerson[],
  staff: readonly Known[],
): Matches<Known> {
  const matches: Matches<Known> = { found: new Map(), added: [], unclear: new Map() }
  const known = grouped(staff, (person) => plainWords(person.name))
  for (const [key, namesakes] of grouped(people, nameKey)) {
    matchNamesakes(namesakes, known.get(key) ?? [], matches)
  }
  matches.added.sort((a, b) => a.row - b.row)
  return matches
}

/** More people of one name than any team has: nobody tries to tell them apart. */
const mostNamesakes = 40

function matchNamesakes<Known extends NamedStaff>(
  people: RosterPerson[],
  staff: Known[],
  { found, added, unclear }: Matches<Known>,
): void {
  if (staff.length > mostNamesakes || (staff.length > 0 && people.length > mostNamesakes)) {
    for (const person of people) unclear.set(person, staff.length)
    return
  }
  const open = new Set(people)
  const free = new Set(staff)
  while (open.size > 0 && free.size > 0) {
    const pairs = [...open].flatMap((person) =>
      [...free].map((one) => ({ person, one, score: likeness(person, one) })),
    )
    const best = Math.max(...pairs.map(({ score }) => score))
    const [first] = pairs.filter(({ score }) => score === best)
    if (!first) break
    const rivals = pairs.filter((pair) => pair.person === first.person && pair.score === best)
    // As many in the file as on the list: nothing tells them apart, so they are taken in order.
    if (rivals.length > 1 && open.size < free.size) {
      unclear.set(first.person, rivals.length)
    } else {
      found.set(first.person, first.one)
      free.delete(first.one)
    }
    open.delete(first.person)
  }
  added.push(...open)
}

/** How much speaks for it that two people of one name are the same. */
function likeness(person: RosterPerson, one: StaffFacts): number {
  const day = person.startedOn && one.startedOn ? (person.startedOn === one.startedOn ? 4 : -4) : 0
  const position = person.position === one.position ? 2 : 0
  return day + position + (one.leftOn ? 0 : 1)
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
