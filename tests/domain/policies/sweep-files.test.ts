import { expect, test } from 'vitest'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { removeEvidence } from '~/domain/applications/remove-evidence.server'
import { freezePolicy } from '~/domain/policies/freeze-policy.server'
import { givePolicyFile } from '~/domain/policies/give-policy-file.server'
import { nothingLoose, sweepFiles } from '~/domain/policies/sweep-files.server'
import { files } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { testNow } from '~tests/support/factories'
import { aTeamThatWrites } from '~tests/support/rounds'

const file = (key: string) => {
  return { name: key, type: 'image/jpeg', size: 9, digest: key, storageKey: key }
}

test('what nothing points at goes once it is a day old and was listed before; all else stays', async () => {
  const db = aDatabase()
  const { owner, venueId, policyId } = await aTeamThatWrites(db)
  await givePolicyFile(owner, venueId, policyId, file('shared'))
  await db.transaction((tx) => freezePolicy(tx, policyId, testNow))
  await givePolicyFile(owner, venueId, policyId, file('replaced'))
  await givePolicyFile(owner, venueId, policyId, file('current'))
  const photo = { kind: 'photo', file: file('earlier'), words: '' } as const
  await removeEvidence(owner, venueId, await addEvidence(owner, venueId, 'OPS-3', photo))

  const stored = new Set(['shared', 'replaced', 'current', 'earlier', 'refused', 'sent again'])
  const store = {
    async *storedBefore() {
      yield* [...stored]
    },
    forget: async (key: string) => void stored.delete(key),
  }
  const sweep = (hours: number, listed = nothingLoose) =>
    sweepFiles(db, new Date(testNow.getTime() + hours * 3_600_000), store, listed)

  const young = await sweep(23)
  expect([young.loose.files.size, young.removed]).toEqual([0, 0])
  const first = await sweep(25)
  expect([first.loose.files.size, [...first.loose.keys].sort(), first.removed]).toEqual([
    1,
    ['refused', 'sent again'],
    0,
  ])
  // Somebody takes up what was listed: it is not loose any more.
  await givePolicyFile(owner, venueId, policyId, file('sent again'))
  const second = await sweep(26, first.loose)
  expect(second.removed).toBe(2)
  expect([...stored].sort()).toEqual(['current', 'earlier', 'sent again', 'shared'])
  const rows = await db.select({ key: files.storageKey }).from(files)
  expect(rows.map(({ key }) => key).sort()).toEqual(['current', 'earlier', 'sent again', 'shared'])
})
