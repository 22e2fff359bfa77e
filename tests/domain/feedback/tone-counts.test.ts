import { expect, test } from 'vitest'
import { erasePerson } from '~/domain/accounts/erase-person.server'
import { Conflict } from '~/domain/errors'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import { studioOf } from '~/domain/feedback/studio.server'
import { toneCounts } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aLiaison, contextFor, testNow } from '~tests/support/factories'
import { aLetter, aSharedRound, aStep, aStrength } from '~tests/support/rounds'

test('what somebody takes and leaves is counted once, for themselves alone, and goes with them', async () => {
  const db = aDatabase()
  const { liaison, applicationId, policy, districtId } = await aSharedRound(db)
  await startResponse(liaison, applicationId)
  const opening = 'You must have a nice day off. You must call me ASAP.'
  const draft = { ...aLetter, opening, items: [aStrength(policy.id), aStep()] }
  const save = (revision: number, toneTaken: number) =>
    saveDraft(liaison, applicationId, { revision, draft, toneTaken })

  await save(0, 2)
  await expect(save(0, 2)).rejects.toThrow(Conflict)
  const { revision } = await save(1, 1)
  const before = await studioOf(liaison, applicationId)
  expect(before.toneCounts).toEqual({ taken: 3, left: 0 })

  const colleague = await contextFor(db, await aLiaison(db, districtId))
  expect((await studioOf(colleague, applicationId)).toneCounts).toEqual({ taken: 0, left: 0 })

  await sendResponse(liaison, applicationId, revision)
  expect(await db.select().from(toneCounts)).toEqual([
    { personId: liaison.actor.person.id, taken: 3, left: before.hints.length },
  ])
  expect(before.hints.length).toBeGreaterThan(1)

  await db.transaction((tx) =>
    erasePerson(tx, liaison.actor.person.id, testNow, { keepName: true }),
  )
  expect(await db.select().from(toneCounts)).toEqual([])
})
