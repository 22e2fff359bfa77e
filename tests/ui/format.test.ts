import { expect, test } from 'vitest'
import {
  charactersLeft,
  choiceOf,
  countOf,
  formatDay,
  formatDayOf,
  formatMoment,
  formatNumber,
  formatShortDay,
  formatSize,
  formatTime,
  listOf,
  progressWords,
} from '~/words/en/format'

const moment = new Date('2026-11-22T15:42:00Z')

test('days', () => {
  expect(formatDay('2026-11-22')).toBe('November 22, 2026')
  expect(formatShortDay('2026-11-02')).toBe('Nov 2')
  expect(formatDay('2026-11-22', 'es-US')).toBe('22 de noviembre de 2026')
})

test('moments are told in the time zone that is asked for', () => {
  expect(formatMoment(moment, 'America/New_York', 'en-US', moment)).toBe('Nov 22, 10:42 AM')
  expect(formatMoment(moment, 'America/Los_Angeles', 'en-US', moment)).toBe('Nov 22, 7:42 AM')
  expect(formatTime(moment, 'America/New_York')).toBe('10:42 AM')
  expect(formatDayOf(new Date('2026-11-23T02:00:00Z'), 'America/New_York')).toBe(
    'November 22, 2026',
  )
})

test('moments of another year name it, by the year of the time zone', () => {
  const later = new Date('2027-01-01T04:00:00Z')
  expect(formatMoment(moment, 'Europe/Berlin', 'en-US', later)).toBe('Nov 22, 2026, 4:42 PM')
  expect(formatMoment(moment, 'America/New_York', 'en-US', later)).toBe('Nov 22, 10:42 AM')
})

test('lists', () => {
  expect(listOf(['policies'])).toBe('policies')
  expect(listOf(['policies', 'photos'])).toBe('policies and photos')
  expect(listOf(['policies', 'photos', 'records'])).toBe('policies, photos, and records')
  expect(choiceOf(['PDF', 'CSV'])).toBe('PDF or CSV')
})

test('counts and figures', () => {
  expect(countOf(1, 'venue', 'venues')).toBe('1 venue')
  expect(countOf(0, 'venue', 'venues')).toBe('0 venues')
  expect(countOf(1256, 'venue', 'venues')).toBe('1,256 venues')
  expect(formatNumber(1256, 'es-ES')).toBe('1256')
  expect(formatSize(1_400_000)).toBe('1.4 MB')
  expect(formatSize(900)).toBe('0.9 kB')
  expect(charactersLeft(1)).toBe('1 character left.')
  expect(charactersLeft(-3)).toBe('3 characters too many.')
  expect(progressWords({ noun: 'essentials', total: 13, inPlace: 9, started: 2 })).toBe(
    '13 essentials: 9 in place, 2 started, 2 not started',
  )
})
