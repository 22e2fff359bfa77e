import { paths } from '~/paths'
import { calendarWords, fallWords } from '~/words/en/calendar'
import { formatMonth, formatShortDay } from '~/words/en/format'
import type { Reading } from '../context'
import { addDays, addMonths, type Day } from '../dates'
import type { VenueId } from '../ids'
import { programOf, todayIn } from '../standards/program.server'
import { venueFor } from '../venues/queries.server'
import { standardsForVenue } from '../venues/standards-in-force.server'
import type { CalendarEvent } from './calendar-file'
import { endsWithin, fallsWithin } from './expiry-calendar'
import type { ListedTask } from './people-page'
import { teamOf } from './queries.server'
import { titleOf } from './trainings'

const monthsShown = 12

type Entry = { day: Day; task: ListedTask; event: CalendarEvent }

/** Which training ends when, and which standard would fall below with it, month by month for a year. */
export async function calendarPage(ctx: Reading, venueId: VenueId) {
  const { venue, stretch, entries, ends, falls } = await calendarOf(ctx, venueId)
  const first = `${stretch.from.slice(0, 8)}01` as Day
  const months = Array.from({ length: monthsShown }, (_, at) => addMonths(first, at))
  return {
    venue,
    isEmpty: entries.length === 0,
    words: calendarWords.count(ends, falls, stretch.to),
    months: months.map((month) => ({
      key: month.slice(0, 7),
      title: formatMonth(month),
      tasks: entries
        .filter(({ day }) => day.slice(0, 7) === month.slice(0, 7))
        .map(({ task }) => task),
    })),
  }
}

/** The same as events for a calendar program. */
export async function calendarEvents(ctx: Reading, venueId: VenueId) {
  const { venue, entries } = await calendarOf(ctx, venueId)
  return { venue, events: entries.map(({ event }) => event) }
}

async function calendarOf(ctx: Reading, venueId: VenueId) {
  const { db, actor, now } = ctx
  const { name: venue } = await venueFor(db, actor, venueId)
  const { settings } = await programOf(db)
  const set = await standardsForVenue(db, venueId)
  const today = await todayIn(db, now)
  const { people: staff, records } = await teamOf(ctx, venueId)
  const first = `${today.slice(0, 8)}01` as Day
  const stretch = { from: today, to: addDays(addMonths(first, monthsShown), -1) }
  const ends = endsWithin({ staff, records }, set, settings, stretch)
  const falls = fallsWithin({ staff, records }, set, settings, stretch)
  const person = new Map<string, (typeof staff)[number]>(staff.map((each) => [each.id, each]))
  const nameOf = (id: string) => person.get(id)?.name ?? ''

  const ofEnds = ends.map(({ day, staffId, type }): Entry => {
    const title = titleOf(type, set.trainingTypes)
    const { through, throughOnLeave, eventOfEnd } = calendarWords
    const id = `${staffId} ${type} ${day}`.replace(/\W+/g, '-')
    const detail = (person.get(staffId)?.onLeave ? throughOnLeave : through)(title, day)
    const name = nameOf(staffId)
    const to = paths.staffMember(venueId, staffId)
    return {
      day,
      task: { id, title: name, to, detail, status: formatShortDay(day), tone: 'soft' },
      event: { id, day, title: eventOfEnd(name, title), detail },
    }
  })
  const ofFalls = falls.map((fall): Entry => {
    const { day, standard, title } = fall
    const named = { ...fall, ended: fall.ended.map(nameOf), joined: fall.joined.map(nameOf) }
    const detail = fallWords(named, settings.newHireDays)
    const id = `${standard} ${day}`.replace(/\W+/g, '-')
    const to = paths.teamStandard(venueId, standard)
    return {
      day,
      task: { id, title, to, detail, status: `Short from ${formatShortDay(day)}`, tone: 'next' },
      event: { id, day, title: calendarWords.eventOfFall(title), detail },
    }
  })
  const entries = [...ofEnds, ...ofFalls].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
  )
  return { venue, stretch, entries, ends: ends.length, falls: falls.length }
}
