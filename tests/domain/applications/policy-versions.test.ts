import { expect, test } from 'vitest'
import {
  sharedComparison,
  venueComparison,
  versionsPageOf,
} from '~/domain/applications/policy-versions.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { NotFound } from '~/domain/errors'
import { confirmPolicy } from '~/domain/policies/confirm-policy.server'
import { givePolicyFile } from '~/domain/policies/give-policy-file.server'
import { policyOfVenue } from '~/domain/policies/queries.server'
import { saveSection } from '~/domain/policies/save-section.server'
import { aDatabase } from '~tests/support/database'
import { aDistrict, aLiaison, anOwner, aVenue, contextFor } from '~tests/support/factories'
import { aSentResponse, closingBody } from '~tests/support/rounds'

const none = { from: null, to: null }

test('a venue compares any two versions and its draft; whom it shared with only what was shared', async () => {
  const db = aDatabase()
  const { owner, venueId, policyId, applicationId, liaison } = await aSentResponse(db)
  const write = (words: string, revision: number) =>
    saveSection(owner, venueId, policyId, 'what-we-do', {
      body: `${closingBody} ${words}`,
      revision,
    })

  expect((await sharedComparison(liaison, applicationId, { ...none, policy: null })).policy).toBe(
    null,
  )
  await write('Second.', 1)
  await shareApplication(owner, venueId, '')
  await write('Secret.', 2)

  const { versions } = await versionsPageOf(owner, venueId, policyId)
  expect(versions.map(({ value }) => value)).toEqual(['draft', '2', '1'])
  expect(versions[2]?.label).toMatch(/^Version 1: shared in round 1 \(.+\), /)

  const own = await venueComparison(owner, venueId, policyId, none)
  expect([own.from, own.to, own.comparison?.added]).toEqual(['2', 'draft', 1])
  expect(JSON.stringify(own)).toContain('Secret')

  const theirs = await sharedComparison(liaison, applicationId, { ...none, policy: policyId })
  expect(theirs.policy?.choices.map(({ value }) => value)).toEqual(['1', '2'])
  expect([theirs.policy?.comparison?.added, theirs.policy?.comparison?.removed]).toEqual([1, 0])
  expect(JSON.stringify(theirs)).not.toContain('Secret')

  const asked = { from: '1', to: 'draft', policy: policyId }
  await expect(sharedComparison(liaison, applicationId, asked)).rejects.toThrow(NotFound)
  const elsewhere = await contextFor(db, await aLiaison(db, await aDistrict(db, 'Uptown')))
  await expect(sharedComparison(elsewhere, applicationId, { ...asked, to: '2' })).rejects.toThrow(
    NotFound,
  )
  const stranger = await contextFor(db, await anOwner(db, await aVenue(db)))
  await expect(venueComparison(stranger, venueId, policyId, none)).rejects.toThrow(NotFound)
})

test('a file that was replaced by another of the same name is no longer the same', async () => {
  const db = aDatabase()
  const { owner, venueId, policyId, applicationId, liaison } = await aSentResponse(db)
  const give = (digest: string) =>
    givePolicyFile(owner, venueId, policyId, {
      ...{ name: 'Closing.pdf', type: 'application/pdf', size: 9, digest, storageKey: digest },
    })
  await give('first')
  await shareApplication(owner, venueId, '')
  await give('second')
  const replaced = { before: 'Closing.pdf', after: 'Closing.pdf', replaced: true }
  const own = await venueComparison(owner, venueId, policyId, none)
  expect(own.comparison?.file).toEqual(replaced)

  const theirs = await sharedComparison(liaison, applicationId, { ...none, policy: policyId })
  expect(theirs.policy?.comparison?.file).toMatchObject({ before: null, after: 'Closing.pdf' })
})

test('one tap notes that it was read today, and changes nothing else', async () => {
  const db = aDatabase()
  const { owner, venueId, policyId } = await aSentResponse(db)
  const before = await policyOfVenue(db, owner.actor, venueId, policyId)
  expect(before.reviewedOn).toBe(null)
  await confirmPolicy(owner, venueId, policyId)
  const after = await policyOfVenue(db, owner.actor, venueId, policyId)
  expect(after).toEqual({ ...before, reviewedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
})
