import { expect, it } from 'vitest'
import { shareApplication } from '~/domain/applications/share-application.server'
import { evidencePageOf } from '~/domain/applications/workspace-evidence-page.server'
import { policiesPageOf, policyPageOf } from '~/domain/applications/workspace-policies.server'
import { notices } from '~/words/en/notices'
import { aDatabase } from '~tests/support/database'
import { aTeamThatWrites } from '~tests/support/rounds'

it('the pages of policies and evidence say who reads them, before a share and after it', async () => {
  const { owner, venueId, policyId } = await aTeamThatWrites(aDatabase())
  const place = { code: 'HOME-1', kind: 'policy', policyId: '' }
  const words = async () => [
    (await policiesPageOf(owner, venueId)).privacy,
    (await policyPageOf(owner, venueId, policyId)).privacy,
    (await evidencePageOf(owner, venueId, place)).privacy,
  ]
  expect(await words()).toEqual(Array(3).fill(notices.privateToTeam))
  await shareApplication(owner, venueId, '')
  expect(await words()).toEqual(Array(3).fill(notices.privateSinceShare))
})
