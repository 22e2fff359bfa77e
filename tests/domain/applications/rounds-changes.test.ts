import { describe, expect, it } from 'vitest'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { answerStandard } from '~/domain/applications/answer-standard.server'
import { answersOfRound, evidenceOfRound } from '~/domain/applications/rounds.server'
import { changesBetween } from '~/domain/applications/rounds-changes'
import { shareApplication } from '~/domain/applications/share-application.server'
import { sharePage } from '~/domain/applications/share-page.server'
import type { FileId, RoundId } from '~/domain/ids'
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

  it('tells a second photo from the first, whatever their order', () => {
    const photo = (fileId: string) => ({
      ...{ standard: 'HOME-1', kind: 'photo' as const, title: 'door.jpg', pointer: null },
      ...{ coverage: null, words: '', versionDigest: null, facts: {}, happenedOn: null },
      fileId: fileId as FileId,
    })
    const of = (...ids: string[]) => ({ evidence: ids.map(photo), answers: [] })
    expect(changesBetween(of('a', 'b'), of('b', 'a'))).toEqual([])
    expect(changesBetween(of('a'), of('b', 'a'))[0]?.changes).toEqual(['New: door.jpg.'])
    expect(changesBetween(of('a', 'b'), of('b'))[0]?.changes).toEqual([
      'No longer there: door.jpg.',
    ])
    expect(changesBetween(of('a'), of('c'))[0]?.changes).toEqual(['Changed: door.jpg.'])
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
    const seen = (await sharePage(owner, venueId)).since
    const again = await shareApplication(owner, venueId, '')
    const found = await changes(db, roundId, again)
    const of = (code: string) => found.find(({ standard }) => standard === code)?.changes
    expect(of('HOME-1')).toEqual(['Changed: Closing policy.'])
    expect(of('MGT-2')).toEqual(['New: Named contact.'])
    expect(of('OPS-2')).toEqual(['The venue says differently how it meets this standard.'])
    expect(of('SRV-2')).toEqual([expect.stringMatching(/: 2 of 2 before, 3 of 3 now\.$/)])
    // The venue reads the same before it shares, and nothing once it has.
    const mine = (code: string) => seen?.standards.find((each) => each.code === code)?.changes
    expect(mine('OPS-2')).toEqual(['You say differently how you meet this standard.'])
    const codes = found.map(({ standard }) => standard)
    expect(seen?.standards.map(({ code }) => code).sort()).toEqual(codes.sort())
    for (const code of ['HOME-1', 'MGT-2', 'SRV-2']) expect(mine(code)).toEqual(of(code))
    expect((await sharePage(owner, venueId)).since?.standards).toEqual([])
  })
})

async function changes(db: Database, before: RoundId, after: RoundId) {
  const snapshot = async (id: RoundId) => {
    return { evidence: await evidenceOfRound(db, id), answers: await answersOfRound(db, id) }
  }
  return changesBetween(await snapshot(before), await snapshot(after))
}
