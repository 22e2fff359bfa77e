import { expect, test } from 'vitest'
import { currentStandardSet, programOf } from '~/domain/standards/program.server'
import { addStaff } from '~/domain/training/add-staff.server'
import { coverageOfVenue } from '~/domain/training/queries.server'
import { recordTraining } from '~/domain/training/record-training.server'
import { askWords, coverageWords, importWords, standingWords } from '~/words/en/training'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, contextFor } from '~tests/support/factories'

const nobody = { trained: 0, inScope: 0, required: 0, met: true, newHires: 0, onLeave: 0 }

test('coverage is told with its denominator, and with those who do not count', () => {
  const figures = { ...nobody, trained: 9, inScope: 10, newHires: 2 }
  expect(coverageWords(figures, ['server'], 30)).toBe(
    '9 of 10 servers current; 2 more in their first 30 days',
  )
  expect(
    coverageWords({ ...nobody, trained: 1, inScope: 1, onLeave: 1 }, ['host', 'door'], 30),
  ).toBe('1 of 1 person current; 1 on leave')
  expect(coverageWords({ ...nobody, newHires: 2 }, ['server'], 30)).toBe(
    'Nobody counts yet; 2 more in their first 30 days',
  )
})

test('what is asked is told, and what it takes', () => {
  const asked = { ...nobody, inScope: 10, required: 9 }
  expect(askWords({ ...asked, trained: 9 }, ['server'])).toBe(
    'The standard asks for 9, so this is in place.',
  )
  expect(askWords({ ...asked, trained: 7, met: false }, ['server'])).toBe(
    'The standard asks for 9: 2 more people to train.',
  )
  expect(askWords(nobody, ['security'])).toBe(
    'Nobody on your list works as security staff, so nothing is asked.',
  )
  expect(askWords({ ...nobody, onLeave: 1 }, ['security'])).toBe(
    'New people and people on leave are not asked yet.',
  )
})

test('where a person stands is told in one sentence', () => {
  expect(standingWords({ standing: 'trained', endsOn: '2027-02-02' }, 30)).toBe(
    'Current through February 2, 2027.',
  )
  expect(standingWords({ standing: 'untrained', endsOn: '2026-02-02' }, 30)).toBe(
    'Open: the last training ended February 2, 2026.',
  )
  expect(standingWords({ standing: 'new_hire', endsOn: null }, 30)).toContain('first 30 days')
})

test('the button of an import names what it does', () => {
  const none = { new: 0, changed: 0, unchanged: 3, refused: 1 }
  expect(importWords({ ...none, new: 1 }, { ...none, new: 2, changed: 1 })).toBe(
    'Import 1 new person and 3 trainings',
  )
})

test('the figures of a real small team: nine of ten, a new hire, and the day on which it falls below', async () => {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db)
  const ctx = await contextFor(db, await anOwner(db, venueId))
  const person = (name: string, startedOn: '2020-01-01' | '2026-11-10') =>
    addStaff(ctx, venueId, { name, position: 'server', startedOn, onLeave: false, another: false })
  for (let i = 0; i < 10; i += 1) {
    const staffId = await person(`Server ${'ABCDEFGHIJ'.charAt(i)}`, '2020-01-01')
    if (i === 9) continue
    await recordTraining(ctx, venueId, staffId, {
      type: 'responsible-service',
      completedOn: '2026-01-05',
      printedExpiry: i === 0 ? '2027-03-04' : null,
      certificateNumber: '',
    })
  }
  await person('Newcomer', '2026-11-10')

  const { settings } = await programOf(db)
  const set = await currentStandardSet(db)
  const all = await coverageOfVenue(ctx, venueId, set, settings, '2026-11-22')
  const { coverage, listed, people } = all.find(({ standard }) => standard === 'SRV-2') ?? {}
  expect(coverage).toEqual({
    inScope: 10,
    trained: 9,
    required: 9,
    met: true,
    newHires: 1,
    onLeave: 0,
    // On December 10 the newcomer counts: 9 of 11, and 9 are asked. On March 5 one card has ended.
    nextFallsBelow: '2027-03-05',
  })
  expect(listed).toBe(11)
  expect(people?.filter(({ standing }) => standing === 'trained')[0]).toMatchObject({
    alias: 'Server 1',
    completedOn: '2026-01-05',
    endsOn: '2027-03-04',
  })
})
