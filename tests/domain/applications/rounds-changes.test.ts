import { describe, expect, it } from 'vitest'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { answerStandard } from '~/domain/applications/answer-standard.server'
import { answersOfRound, evidenceOfRound } from '~/domain/applications/rounds.server'
import { changesBetween } from '~/domain/applications/rounds-changes'
import { shareApplication } from '~/domain/applications/share-application.server'
import type { RoundId } from '~/domain/ids'
import { saveSection } from '~/domain/policies/save-section.server'
import type { Database } from '~db/open.server'
import { aDatabase } from '~tests/support/database'
import { aSentResponse, aStaffMember } from '~tests/support/rounds'

describe('what changed since the last round', () => {
  it('is nothing when the same is shared again', async () => {
    const db = aDatabase()
    const { owner, venueId, roundId } = await aSentResponse(db)
    const again = await shareApplication(owner, venueId, '')
    expect(await changes(db, roundId, again)).toEqual([])
  })

  it('names new and changed evidence, coverage before and now, and other words', async () => {
    const db = aDatabase()
    const { owner, venueId, policyId, roundId } = await aSentResponse(db)
    await saveSection(owner, venueId, policyId, 'what-we-do', { body: 'All new.', revision: 1 })
    const contact = { facts: { name: 'Night manager', reach: '202-555-0100' }, happenedOn: null }
    await addEvidence(owner, venueId, 'MGT-2', { kind: 'contact', ...contact, words: '' })
    await answerStandard(owner, venueId, 'OPS-2', {
      stance: 'another_way',
      words: 'We keep a bound book.',
      hearOn: null,
    })
    await aStaffMember(db, venueId, 'Ana Beltran', 'server', 2)
    const again = await shareApplication(owner, venueId, '')
    const found = await changes(db, roundId, again)
    const of = (code: string) => found.find(({ standard }) => standard === code)?.changes
    expect(of('HOME-1')).toEqual(['Changed: Closing policy.'])
    expect(of('MGT-2')).toEqual(['New: Named contact.'])
    expect(of('OPS-2')).toEqual(['The venue says differently how it meets this standard.'])
    expect(of('SRV-2')).toEqual([expect.stringMatching(/: 2 of 2 before, 3 of 3 now\.$/)])
  })
})

async function changes(db: Database, before: RoundId, after: RoundId) {
  const snapshot = async (id: RoundId) => {
    return { evidence: await evidenceOfRound(db, id), answers: await answersOfRound(db, id) }
  }
  return changesBetween(await snapshot(before), await snapshot(after))
}
