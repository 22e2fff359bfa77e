import { expect, it } from 'vitest'
import { privacyOf } from '~/domain/applications/privacy.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { evidencePageOf } from '~/domain/applications/workspace-evidence-page.server'
import { newPolicyPageOf } from '~/domain/applications/workspace-new-policy.server'
import { policiesPageOf, policyPageOf } from '~/domain/applications/workspace-policies.server'
import { standardPageOf } from '~/domain/applications/workspace-standard-page.server'
import { notices } from '~/words/en/notices'
import { applications } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aTeamThatWrites } from '~tests/support/rounds'

it('the pages of policies and evidence say who reads them, before a share and after it', async () => {
  const db = aDatabase()
  const { owner, venueId, policyId } = await aTeamThatWrites(db)
  const place = { code: 'HOME-1', kind: 'policy', policyId: '' }
  const words = async () => [
    (await policiesPageOf(owner, venueId)).privacy,
    (await policyPageOf(owner, venueId, policyId)).privacy,
    (await evidencePageOf(owner, venueId, place)).privacy,
    (await standardPageOf(owner, venueId, 'HOME-1')).privacy,
    (await newPolicyPageOf(owner, venueId, { template: '', standard: '' })).privacy,
    await privacyOf(owner, venueId),
  ]
  expect(await words()).toEqual(Array(6).fill(notices.privateToTeam))
  await shareApplication(owner, venueId, '')
  expect(await words()).toEqual(Array(6).fill(notices.privateSinceShare))
  // A renewal begins with what was shared before.
  await db.transaction((tx) => tx.update(applications).set({ state: 'accredited' }))
  await startApplication(owner, venueId)
  expect(await words()).toEqual(Array(6).fill(notices.privateSinceShare))
})
