import { describe, expect, it } from 'vitest'
import { addDays, type Day, dayOf, daysBetween } from '~/domain/dates'
import {
  firstReminderOn,
  milestoneInForce,
  milestones,
  reminderAfter,
} from '~/domain/reminders/reminder-schedule'
import { momentOf } from '~/domain/wall-clock'

const zones = [
  'America/New_York',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
]

describe('the schedule of reminders', () => {
  it('speaks 90, 30, 7 and 0 days before, and not a day earlier', () => {
    const due = '2027-06-30'
    expect(milestoneInForce(due, '2027-03-31')).toBeNull()
    expect(milestoneInForce(due, '2027-04-01')).toBe(90)
    expect(milestoneInForce(due, '2027-05-30')).toBe(90)
    expect(milestoneInForce(due, '2027-05-31')).toBe(30)
    expect(milestoneInForce(due, '2027-06-22')).toBe(30)
    expect(milestoneInForce(due, '2027-06-23')).toBe(7)
    expect(milestoneInForce(due, '2027-06-29')).toBe(7)
    expect(milestoneInForce(due, '2027-06-30')).toBe(0)
    expect(milestoneInForce(due, '2027-07-01')).toBeNull()
  })

  it('tells only the newest milestone after a week without the job', () => {
    const due = '2027-06-30'
    expect(firstReminderOn(due, '2027-06-25')).toBe('2027-06-23')
    expect(reminderAfter(due, 7)).toBe('2027-06-30')
    expect(reminderAfter(due, 0)).toBeNull()
    expect(firstReminderOn(due, '2027-07-01')).toBeNull()
  })

  it.each(zones)('says each once, on its local date, for three years in %s', (timeZone) => {
    const first: Day = '2027-01-01'
    const last: Day = '2029-12-31'
    const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, i) => addDays(first, i))
    const dues = days.filter((day) => daysBetween(first, day) >= 90)
    expect(dues).toContain('2028-02-29')

    const told = new Map<Day, Day[]>(dues.map((due) => [due, []]))
    const line = new Map<Day, Day[]>()
    const put = (on: Day | null, due: Day) => {
      if (on) line.set(on, [...(line.get(on) ?? []), due])
    }
    for (const due of dues) put(firstReminderOn(due, first), due)
    for (const day of days) {
      const morning = momentOf(day, 8 * 60, timeZone, 'first')
      expect(dayOf(morning, timeZone)).toBe(day)
      for (const due of line.get(day) ?? []) {
        const milestone = milestoneInForce(due, day)
        if (milestone === null) throw new Error(`${due} was looked at on ${day}.`)
        told.get(due)?.push(day)
        put(reminderAfter(due, milestone), due)
      }
    }
    for (const due of dues) {
      expect(told.get(due)).toEqual(milestones.map((milestone) => addDays(due, -milestone)))
    }
  })
})
