import { paths } from '~/paths'
import { recordStatesWords } from '~/words/en/cards'
import { countOf, formatDay, formatNumber } from '~/words/en/format'
import { positionNames } from '~/words/en/names'
import { trainingEndWords } from '~/words/en/training'
import type { Day } from '../dates'
import type { TrainingType } from '../standards/standard-set'
import { plainWords } from '../table-words'
import { hasLeft } from './coverage-standing'
import type { Team } from './queries.server'
import type { CoveredPerson, StandardCoverage } from './team'
import { latestTrainings, recordsOfPeople } from './trainings'

export type TeamQuery = Partial<
  Record<'words' | 'show' | 'sort' | 'after' | 'need' | 'removed' | 'recorded', string>
>

/** A row of a task list, all in words. */
export type ListedTask = {
  id: string
  title: string
  to: string
  detail: string
  status: string
  tone?: 'next' | 'place' | 'soft'
}

type Facts = {
  venueId: string
  coverage: readonly StandardCoverage[]
  types: readonly TrainingType[]
  today: Day
  query: TeamQuery
}
type Person = Team['people'][number]

const pageSize = 100

/** One page of the staff list: filtered, sorted, each person with their standing and trainings. */
export function peoplePage(team: Team, facts: Facts) {
  const { query, venueId } = facts
  const standings = standingsByPerson(facts.coverage)
  const open = new Map([...standings].map(([id, all]) => [id, all.filter(isOpen).length]))
  const chosen = team.people
    .filter((person) => isShown(person, standings.get(person.id) ?? [], facts))
    .sort(orders[query.sort === 'role' || query.sort === 'open' ? query.sort : 'name'](open))
  const start = Math.max(0, chosen.findIndex(({ id }) => id === query.after) + 1)
  const page = chosen.slice(start, start + pageSize)
  const records = recordsOfPeople(page, team.records)
  const { after: _, removed: __, recorded: ___, ...filter } = query
  const last = page.at(-1)
  return {
    total: chosen.length,
    /** People without a role that anything is asked of: their trainings count for nothing yet. */
    others: team.people.filter((person) => isShown(person, [], others(facts))).length,
    words: `${countOf(chosen.length, 'person', 'people')}${page.length < chosen.length ? `, ${formatNumber(start + 1)} to ${formatNumber(start + page.length)}` : ''}`,
    rows: page.map((person) => {
      const { id } = person
      return personTask(person, standings.get(id) ?? [], records.get(id) ?? [], facts)
    }),
    previous:
      start > 0
        ? `${paths.team(venueId, { ...filter, ...(start > pageSize && { after: chosen[start - pageSize - 1]?.id ?? '' }) })}#people`
        : null,
    next:
      last && start + pageSize < chosen.length
        ? `${paths.team(venueId, { ...filter, after: last.id })}#people`
        : null,
  }
}

type Standings = { standard: string; standing: CoveredPerson['standing']; ofMost: boolean }[]

function standingsByPerson(coverage: readonly StandardCoverage[]): Map<string, Standings> {
  const found = new Map<string, Standings>()
  for (const { standard, need, people } of coverage) {
    const ofMost = need.percent >= 50
    for (const { staffId, standing } of people) {
      const own = found.get(staffId)
      if (own) own.push({ standard, standing, ofMost })
      else found.set(staffId, [{ standard, standing, ofMost }])
    }
  }
  return found
}

/** What a few of the team need, such as CPR, is open for the team and not for each person. */
function isOpen({ standing, ofMost }: Standings[number]): boolean {
  return standing === 'untrained' && ofMost
}

function isShown(person: Person, standings: Standings, { query, today }: Facts): boolean {
  if (query.words && !plainWords(person.name).includes(plainWords(query.words))) return false
  const left = hasLeft(person, today)
  if (query.need && !standings.some(({ standard }) => standard === query.need)) return false
  if (query.show === 'left') return left
  if (query.show === 'all') return true
  if (query.show === 'other') return !left && person.position === 'other'
  if (query.show === 'open') return standings.some(isOpen)
  return !left
}

function others(facts: Facts): Facts {
  return { ...facts, query: { show: 'other' } }
}

const { compare } = new Intl.Collator('en')
const byName = (a: Person, b: Person) => compare(a.name, b.name)
const orders = {
  name: () => byName,
  role: () => (a: Person, b: Person) =>
    compare(positionNames[a.position], positionNames[b.position]) || byName(a, b),
  open: (open: ReadonlyMap<string, number>) => (a: Person, b: Person) =>
    (open.get(b.id) ?? 0) - (open.get(a.id) ?? 0) || byName(a, b),
}

function personTask(
  person: Person,
  standings: Standings,
  records: Team['records'],
  facts: Facts,
): ListedTask {
  const trainings = latestTrainings(records, facts.types, facts.today)
  const since = person.startedOn ? ` since ${formatDay(person.startedOn)}` : ''
  const listed = trainings.map(({ title, end }) => trainingEndWords(title, end)).join('; ')
  const states = recordStatesWords(trainings.map(({ record }) => record.state))
  return {
    id: person.id,
    title: person.name,
    to: paths.staffMember(facts.venueId, person.id),
    detail: `${positionNames[person.position]}${since}. ${listed === '' ? 'No training on the list.' : `${listed}. Records: ${states}`}`,
    ...statusOf(person, standings, facts),
  }
}

function statusOf(
  { leftOn, onLeave }: Person,
  standings: Standings,
  { today, query }: Facts,
): Pick<ListedTask, 'status' | 'tone'> {
  const asked = query.need ? standings.filter((one) => one.standard === query.need) : standings
  const open = asked.filter((one) => isOpen({ ...one, ofMost: one.ofMost || !!query.need })).length
  if (leftOn && leftOn <= today) return { status: `Left ${formatDay(leftOn)}` }
  if (onLeave) return { status: 'On leave' }
  if (asked.some(({ standing }) => standing === 'new_hire')) return { status: 'Just started' }
  if (open > 0) return { status: countOf(open, 'training open', 'trainings open') }
  if (asked.length === 0) return { status: 'Nothing asked' }
  return { status: 'Current', tone: 'place' }
}
