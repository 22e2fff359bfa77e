import { desc } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { venueComparison } from '~/domain/applications/policy-versions.server'
import { workspaceOf } from '~/domain/applications/workspace.server'
import { standardPageOf } from '~/domain/applications/workspace-standard-page.server'
import { Conflict, Invalid, NotFound } from '~/domain/errors'
import { handbookOf } from '~/domain/handbook/read-handbook.server'
import { addSection } from '~/domain/policies/add-section.server'
import { freezePolicy } from '~/domain/policies/freeze-policy.server'
import { moveSection } from '~/domain/policies/move-section.server'
import { mostSections, orderOf } from '~/domain/policies/policy'
import { policiesOf, policyOfVenue, sectionsOf, takenOutOf } from '~/domain/policies/queries.server'
import { renamePolicy } from '~/domain/policies/rename-policy.server'
import { renameSection } from '~/domain/policies/rename-section.server'
import { saveSection } from '~/domain/policies/save-section.server'
import { putSectionBack, takeSectionOut } from '~/domain/policies/take-section-out.server'
import { uploadPolicy } from '~/domain/policies/upload-policy.server'
import { policyVersions } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { anOwner, aVenue, contextFor, testNow } from '~tests/support/factories'
import { aSentResponse, aTeamThatWrites } from '~tests/support/rounds'

async function aPolicy() {
  const db = aDatabase()
  const team = await aTeamThatWrites(db)
  const { venueId, policyId } = team
  const benId = await anOwner(db, venueId, { role: 'manager', name: 'Ben Ortiz' })
  const ben = await contextFor(db, benId, new Date(testNow.getTime() + 60_000))
  const headings = async () => (await sectionsOf(db, policyId)).map(({ heading }) => heading)
  const order = async () => orderOf(await sectionsOf(db, policyId))
  return { ...team, db, ben, headings, order }
}

const [purpose, who, what, learn] = [
  'Purpose, in our words',
  'Who this covers, and who leads',
  'What we do',
  'How staff learn it',
]

describe('names', () => {
  test('a policy and a section are renamed from the name that was seen, and say who was first', async () => {
    const { db, owner, ben, venueId, policyId, headings } = await aPolicy()
    await renamePolicy(owner, venueId, policyId, { title: 'Last call', was: 'Closing policy' })
    await expect(
      renamePolicy(ben, venueId, policyId, { title: 'The end', was: 'Closing policy' }),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/^Rosa Alvarez changed this policy at /),
      theirs: { was: 'Last call' },
    })
    expect((await policyOfVenue(db, owner.actor, venueId, policyId)).title).toBe('Last call')

    const rename = (heading: string, was: string) =>
      renameSection(ben, venueId, policyId, 'purpose', { heading, was })
    await rename('Why', purpose)
    await expect(rename('Because', purpose)).rejects.toThrow(Conflict)
    await rename('Why', purpose)
    expect(await headings()).toEqual(['Why', who, what, learn])
  })

  test('what was shared keeps its names, and the comparison says what changed', async () => {
    const db = aDatabase()
    const { owner, venueId, policyId } = await aSentResponse(db)
    const { title: was } = await policyOfVenue(db, owner.actor, venueId, policyId)
    await renamePolicy(owner, venueId, policyId, { title: 'Last call', was })
    const heading = { heading: 'Our way', was: what }
    await renameSection(owner, venueId, policyId, 'what-we-do', heading)
    const { comparison } = await venueComparison(owner, venueId, policyId, { from: null, to: null })
    expect(comparison?.title).toEqual({ before: was, after: 'Last call' })
    expect(comparison?.sections).toMatchObject([{ heading: 'Our way', was: what }])
  })
})

describe('sections', () => {
  test('are added at the end, written, and moved one place at a time', async () => {
    const { owner, venueId, policyId, headings, order } = await aPolicy()
    await addSection(owner, venueId, policyId, 'Who to call')
    const anchor = (await order()).split(' ').at(-1) ?? ''
    await saveSection(owner, venueId, policyId, anchor, { body: 'Us.', revision: 0 })
    const move = async (to: 'up' | 'down', seen?: string) =>
      moveSection(owner, venueId, policyId, anchor, { to, order: seen ?? (await order()) })
    await move('down')
    expect(await headings()).toEqual([purpose, who, what, learn, 'Who to call'])
    const seen = await order()
    await move('up')
    await expect(move('up', seen)).rejects.toThrow(Conflict)
    expect(await headings()).toEqual([purpose, who, what, 'Who to call', learn])
    for (let at = 5; at < mostSections; at += 1) await addSection(owner, venueId, policyId, 'More')
    await expect(addSection(owner, venueId, policyId, 'One too many')).rejects.toThrow(Invalid)
  })

  test('one that is taken out counts nowhere, and comes back with its text to where it stood', async () => {
    const { db, owner, ben, venueId, policyId, headings } = await aPolicy()
    const standing = async () =>
      (await workspaceOf(owner, venueId)).standards.find(
        ({ standard }) => standard.code === 'HOME-1',
      )?.evidence[0]?.policyWritten
    const out = (revision: number) =>
      takeSectionOut(owner, venueId, policyId, 'what-we-do', revision)
    expect(await standing()).toBe(1)
    await expect(out(0)).rejects.toThrow(Conflict)
    await out(1)
    await out(1)

    expect(await headings()).toEqual([purpose, who, learn])
    expect(await takenOutOf(db, venueId, policyId)).toEqual([
      { anchor: 'what-we-do', heading: what },
    ])
    expect(await takenOutOf(db, await aVenue(db), policyId)).toEqual([])
    expect(await standing()).toBe(0)
    expect(await policiesOf(db, owner.actor, venueId)).toMatchObject([{ sections: 3, written: 0 }])
    expect((await handbookOf(owner, venueId)).policies).toEqual([])
    const { asks } = await standardPageOf(owner, venueId, 'HOME-1')
    expect(asks[0]?.evidence[0]?.pointTo).not.toBe('')
    await db.transaction((tx) => freezePolicy(tx, policyId, testNow))
    const [version] = await db.select().from(policyVersions).orderBy(desc(policyVersions.number))
    expect(version?.sections).toEqual([])
    const late = saveSection(ben, venueId, policyId, 'what-we-do', { body: 'Mine', revision: 1 })
    await expect(late).rejects.toThrow(NotFound)

    await putSectionBack(ben, venueId, policyId, 'what-we-do')
    await putSectionBack(ben, venueId, policyId, 'what-we-do')
    expect(await headings()).toEqual([purpose, who, what, learn])
    expect(await standing()).toBe(1)
  })

  test('the last one stays, and an uploaded policy and another venue’s have none to change', async () => {
    const { db, owner, venueId, policyId, order } = await aPolicy()
    for (const [at, anchor] of (await order()).split(' ').entries()) {
      const out = takeSectionOut(owner, venueId, policyId, anchor, anchor === 'what-we-do' ? 1 : 0)
      if (at < 3) await out
      else await expect(out).rejects.toThrow('A policy keeps one section')
    }
    const file = { name: 'a.pdf', type: 'application/pdf', size: 9, digest: 'a', storageKey: 'a' }
    const uploaded = await uploadPolicy(owner, venueId, { title: 'Uploaded', file })
    await expect(addSection(owner, venueId, uploaded, 'More')).rejects.toThrow(NotFound)
    const stranger = await contextFor(db, await anOwner(db, await aVenue(db)))
    await expect(addSection(stranger, venueId, policyId, 'More')).rejects.toThrow(NotFound)
  })
})
