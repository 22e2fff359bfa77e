import { expect, it } from 'vitest'
import {
  addOwnTraining,
  ownTrainingsOf,
  removeOwnTraining,
  trainingsRunningOut,
} from '~/domain/applications/own-trainings.server'
import { Invalid, NotPermitted } from '~/domain/errors'
import { aDatabase } from '~tests/support/database'
import {
  aDistrict,
  aLiaison,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
} from '~tests/support/factories'
import { kindsOf } from '~tests/support/sessions'

const bystander = { kind: 'bystander', completedOn: '2025-01-10', expiresOn: null } as const

it('holds for two years, or until the printed day, and the newest of a kind counts', async () => {
  const { liaison, list, personId } = await aReviewer()
  await addOwnTraining(liaison, bystander)
  await addOwnTraining(liaison, { ...bystander, kind: 'guardian', expiresOn: '2026-11-01' })
  expect((await list()).map(({ name, ends }) => [name, ends]).sort()).toEqual([
    ['Bystander intervention', 'Good until January 10, 2027'],
    ['Guardian training', 'Ran out on November 1, 2026'],
  ])
  expect(await trainingsRunningOut(liaison)).toEqual([
    'Guardian training ran out on November 1, 2026.',
    'Bystander intervention runs out on January 10, 2027.',
  ])
  await addOwnTraining(liaison, { ...bystander, completedOn: '2026-11-02' })
  expect(await trainingsRunningOut(liaison)).toEqual([
    'Guardian training ran out on November 1, 2026.',
  ])
  expect(personId).toBe(liaison.actor.person.id)
})

it('takes no day to come and no end before the day itself, and belongs to staff alone', async () => {
  const { db, liaison, list } = await aReviewer()
  const tomorrow = { ...bystander, completedOn: '2026-11-23' } as const
  await expect(addOwnTraining(liaison, tomorrow)).rejects.toThrow(Invalid)
  const backwards = { ...bystander, expiresOn: '2024-12-31' } as const
  await expect(addOwnTraining(liaison, backwards)).rejects.toThrow(Invalid)
  expect(await list()).toEqual([])
  const owner = await contextFor(db, await anOwner(db, await aVenue(db)))
  await expect(addOwnTraining(owner, bystander)).rejects.toThrow(NotPermitted)
})

it('is taken off the list by its own person, and by nobody else', async () => {
  const { db, liaison, list } = await aReviewer()
  await addOwnTraining(liaison, bystander)
  const [added] = await list()
  if (!added) throw new Error('Nothing was added.')
  const other = await contextFor(db, await aLiaison(db, await aDistrict(db)))
  await expect(removeOwnTraining(other, added.id)).rejects.toThrow(Invalid)
  expect(await list()).toHaveLength(1)
  await removeOwnTraining(liaison, added.id)
  expect(await list()).toEqual([])
  expect(await kindsOf(db)).toContain('liaison.training_removed')
})

async function aReviewer() {
  const db = aDatabase()
  await aProgram(db)
  const personId = await aLiaison(db, await aDistrict(db))
  const liaison = await contextFor(db, personId)
  return { db, personId, liaison, list: () => ownTrainingsOf(db, personId, '2026-11-22') }
}
