import { paths } from '~/paths'
import { gainWords } from '~/words/en/classes'
import { standardTeamWords as words } from '~/words/en/standard-team'
import { standingWords } from '~/words/en/training'
import type { Reading } from '../context'
import { addDays, addMonths, dayOf } from '../dates'
import { NotFound } from '../errors'
import type { VenueId } from '../ids'
import { programOf, todayIn } from '../standards/program.server'
import { findStandard } from '../standards/standard-set'
import { venueFor } from '../venues/queries.server'
import { standardsForVenue } from '../venues/standards-in-force.server'
import { classTimes } from './class'
import { classGains } from './class-gain'
import { classesForVenue } from './class-queries.server'
import { fallsWithin, type StandardFall } from './expiry-calendar'
import type { ListedTask } from './people-page'
import { type Team, teamOf } from './queries.server'
import { type CoveredPerson, coverageOfTeam, type StandardCoverage } from './team'
import { coverageStatus } from './team-page.server'
import { oneClass, trainedAgain } from './what-if'

/** How far ahead a fall is looked for: longer than any training counts. */
const monthsAhead = 120

/** How a venue's team stands for one standard: the figure, who counts and why, and what would change it. */
export async function standardPage(ctx: Reading, venueId: VenueId, code: string) {
  const { db, actor, now } = ctx
  await venueFor(db, actor, venueId)
  const { settings: rules, timeZone } = await programOf(db)
  const set = await standardsForVenue(db, venueId)
  const today = await todayIn(db, now)
  const team = await teamOf(ctx, venueId)
  const { people: staff, records } = team
  const found = coverageOfTeam({ staff, records }, set, rules, today).find(
    ({ standard }) => standard === code,
  )
  const standard = findStandard(set, code)
  if (!standard) throw new NotFound()
  if (!found) return { asks: false as const, title: standard.title }
  const { need, coverage } = found
  const stretch = { from: today, to: addMonths(today, monthsAhead) }
  const fall = fallsWithin({ staff, records }, set, rules, stretch).find(
    ({ standard, day }) => standard === code && day === coverage.nextFallsBelow,
  )
  const counted = { staff, records, need, types: set.trainingTypes, rules, today }
  const gain = oneClass(counted, coverage)
  const again = fall && trainedAgain(counted, fall)
  return {
    asks: true as const,
    title: found.title,
    figure: words.figure(coverage, need.positions),
    ...coverageStatus(found),
    how: [
      words.scope(need.positions, rules.newHireDays),
      words.share({ ...coverage, percent: need.percent }),
      standard.tier === 'essential' ? words.grace(rules.graceDays) : words.enhanced,
    ],
    next: nextWords(team, found, fall, again?.nextFallsBelow ?? null),
    gain: gain
      ? words.oneClass({
          ...{ people: gain.people, trained: gain.after.trained, inScope: gain.after.inScope },
          fills: !coverage.met && gain.after.met,
        })
      : coverage.inScope > 0
        ? words.nobodyOpen
        : '',
    people: peopleOf(venueId, team, found, rules.newHireDays),
    others: found.listed - found.people.length,
    classes: (await classesForVenue(db, venueId, now)).flatMap((each) => {
      const { trainingType, seats, id, title, place } = each
      if (!trainingType) return []
      const held = { trainingType, seats, day: dayOf(each.startsAt, timeZone) }
      const gains = classGains({ staff, records }, held, set, rules)
      const own = gains.find(({ standard }) => standard === code)
      return own
        ? [{ id, title, place, when: classTimes(each, timeZone), words: gainWords(own) }]
        : []
    }),
  }
}

function nextWords(
  { people }: Team,
  { coverage }: StandardCoverage,
  fall: StandardFall | undefined,
  until: string | null,
): string[] {
  const { nextFallsBelow, met, inScope } = coverage
  if (inScope === 0 || !met) return []
  if (!nextFallsBelow) return [words.holds]
  const ids = fall ? [...fall.ended, ...fall.joined] : []
  const names = people.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  const by = addDays(nextFallsBelow, -1)
  return [
    words.falls(nextFallsBelow, names),
    ...(names.length > 0 ? [words.again(names, by, until)] : []),
  ]
}

function peopleOf(
  venueId: VenueId,
  { people }: Team,
  { people: covered, need }: StandardCoverage,
  newHireDays: number,
) {
  const standing = new Map(covered.map((person) => [person.staffId, person]))
  const tasks = people.flatMap(({ id, name, startedOn }) => {
    const own = standing.get(id)
    if (!own) return []
    const from = startedOn ? addDays(startedOn, newHireDays) : null
    const detail =
      own.standing === 'new_hire' && from ? words.countsFrom(from) : standingWords(own, newHireDays)
    const task: ListedTask = {
      ...{ id, title: name, to: paths.staffMember(venueId, id), detail },
      ...statuses[own.standing],
      // What a few of the team need is open for the team, and not for each person.
      ...(own.standing === 'untrained' && need.percent < 50 && { tone: 'soft' as const }),
    }
    return { standing: own.standing, task }
  })
  const of = (...standings: CoveredPerson['standing'][]) =>
    tasks.filter((each) => standings.includes(each.standing)).map(({ task }) => task)
  return { open: of('untrained'), current: of('trained'), apart: of('new_hire', 'on_leave') }
}

const statuses: Record<CoveredPerson['standing'], Pick<ListedTask, 'status' | 'tone'>> = {
  trained: { status: 'Current', tone: 'place' },
  untrained: { status: 'Open', tone: 'next' },
  new_hire: { status: 'Just started' },
  on_leave: { status: 'On leave' },
}
