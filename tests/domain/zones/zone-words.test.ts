import { describe, expect, it } from 'vitest'
import {
  bothEndsWords,
  calendarWords,
  clockWords,
  eveningWords,
  hoursWords,
  nextNightWords,
  openNowWords,
  statusSentence,
  tonightWords,
} from '~/words/en/zones'
import type { Weekday } from '~db/vocabulary'

const zone = 'America/New_York'
const night = {
  night: '2026-11-26',
  opensAt: new Date('2026-11-27T02:00:00Z'),
  closesAt: new Date('2026-11-27T08:00:00Z'),
}
const hours = (nights: Weekday[], opens = '21:00', closes = '03:00') => ({ nights, opens, closes })

describe('hours in words', () => {
  it.each<[Weekday[], string]>([
    [['thu', 'fri', 'sat', 'sun'], 'Thu to Sun nights, 9 PM to 3 AM'],
    [['sun', 'thu', 'sat', 'fri'], 'Thu to Sun nights, 9 PM to 3 AM'],
    [['sat', 'sun', 'mon'], 'Sat to Mon nights, 9 PM to 3 AM'],
    [['fri', 'sat'], 'Fri and Sat nights, 9 PM to 3 AM'],
    [['mon', 'wed', 'fri'], 'Mon, Wed, and Fri nights, 9 PM to 3 AM'],
    [['tue', 'thu', 'fri', 'sat'], 'Tue and Thu to Sat nights, 9 PM to 3 AM'],
    [['wed'], 'Wed nights, 9 PM to 3 AM'],
    [['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'], 'Every night, 9 PM to 3 AM'],
  ])('%j', (nights, words) => {
    expect(hoursWords([hours(nights)])).toEqual([words])
  })

  it('say midnight and noon, and half hours', () => {
    expect(['00:00', '12:00', '00:30', '12:30', '09:05', '23:59'].map(clockWords)).toEqual([
      'midnight',
      'noon',
      '12:30 AM',
      '12:30 PM',
      '9:05 AM',
      '11:59 PM',
    ])
    expect(hoursWords([hours(['fri'], '18:00', '00:00')])).toEqual(['Fri nights, 6 PM to midnight'])
    expect(hoursWords([hours(['fri'], '22:00', '22:00')])).toEqual([
      'Fri nights, from 10 PM for 24 hours',
    ])
  })

  it('tell a service night and its calendar mornings both', () => {
    const seattle = [hours(['thu', 'fri', 'sat'], '00:00', '03:00')]
    expect(hoursWords(seattle)).toEqual(['Thu to Sat nights, midnight to 3 AM the morning after'])
    expect(calendarWords(seattle)).toEqual(['Fri to Sun, midnight to 3 AM'])
    expect(calendarWords([hours(['thu', 'fri', 'sat', 'sun'])])).toEqual([
      'Thu to Sun, 9 PM to midnight',
      'Fri to Mon, midnight to 3 AM',
    ])
    expect(calendarWords([hours(['sat'], '18:00', '00:00')])).toEqual(['Sat, 6 PM to midnight'])
    expect(calendarWords([hours(['sat'], '18:00', '23:00')])).toEqual(['Sat, 6 PM to 11 PM'])
  })
})

describe('nights in words', () => {
  it('say tonight, now and next', () => {
    expect(tonightWords(night, zone)).toBe('Open tonight, 9 PM to 3 AM')
    expect(openNowWords(night, night.opensAt, zone)).toBe('Open now, until 3 AM')
    expect(nextNightWords(night, '2026-11-23', zone)).toBe(
      'Next: Thursday night, 9 PM to 3 AM (Fri)',
    )
    expect(nextNightWords(night, '2026-11-12', zone)).toBe(
      'Next: the night of Thursday, November 26, 2026, 9 PM to 3 AM (Fri)',
    )
  })

  it('name the day of a closing that is far away, and no other day for one at midnight', () => {
    const long = { ...night, closesAt: new Date('2026-11-29T12:00:00Z') }
    expect(openNowWords(long, night.opensAt, zone)).toBe('Open now, until Sunday, 7 AM')
    const early = { ...night, closesAt: new Date('2026-11-27T05:00:00Z') }
    expect(nextNightWords(early, '2026-11-23', zone)).toBe('Next: Thursday night, 9 PM to midnight')
  })

  it('name both ends by the calendar', () => {
    expect(eveningWords('2026-11-26')).toBe('Thursday, November 26')
    expect(bothEndsWords(night, zone)).toBe('9 PM on Thursday to 3 AM on Friday')
  })
})

describe('a status in words', () => {
  const facts = { effectiveFrom: '2026-06-01', effectiveUntil: null }

  it('follows the dates', () => {
    const said = (status: 'pilot' | 'permanent', from: string, until: string | null) =>
      statusSentence({ status, effectiveFrom: from, effectiveUntil: until }, '2026-11-22')
    expect(said('pilot', '2026-06-01', '2027-06-01')).toBe(
      'This zone is a trial until June 1, 2027.',
    )
    expect(said('pilot', '2026-06-01', '2026-11-21')).toBe(
      'This zone was open until November 21, 2026. Rides no longer stop here.',
    )
    expect(said('permanent', '2026-12-01', null)).toBe('This zone opens on December 1, 2026.')
    expect(said('permanent', '2026-06-01', null)).toBe(
      'This zone is here to stay, since June 1, 2026.',
    )
  })

  it('is plain about a zone that does not serve', () => {
    const said = (status: 'proposed' | 'suspended' | 'ended') =>
      statusSentence({ status, ...facts }, '2026-11-22')
    expect(said('proposed')).toBe(
      'This zone is proposed and not open yet. It could begin on June 1, 2026.',
    )
    expect(said('suspended')).toContain('on hold')
    expect(said('ended')).toContain('has ended')
  })
})
