import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import { refuseWithoutRoom, roomWords } from '~/domain/policies/file-room.server'
import { freezePolicy } from '~/domain/policies/freeze-policy.server'
import { givePolicyFile } from '~/domain/policies/give-policy-file.server'
import { policiesOf, policyOfVenue, sectionsOf } from '~/domain/policies/queries.server'
import { removePolicy, restorePolicy } from '~/domain/policies/remove-policy.server'
import { reviewPolicy } from '~/domain/policies/review-policy.server'
import { saveSection } from '~/domain/policies/save-section.server'
import { startPolicy } from '~/domain/policies/start-policy.server'
import { putFileBack, takeFileOff } from '~/domain/policies/take-file-off.server'
import { uploadPolicy } from '~/domain/policies/upload-policy.server'
import { events, files, policies, policyVersions } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, contextFor, testNow } from '~tests/support/factories'

const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000)
const pdf = {
  name: 'Age and ID.pdf',
  type: 'application/pdf',
  size: 1200,
  digest: 'd'.repeat(64),
  storageKey: 'd'.repeat(64),
}

async function aTeam() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db)
  const ana = await contextFor(db, await anOwner(db, venueId, { name: 'Ana Reyes' }))
  const ben = await contextFor(
    db,
    await anOwner(db, venueId, { name: 'Ben Cole', role: 'helper' }),
    later(7),
  )
  const stranger = await contextFor(db, await anOwner(db, await aVenue(db)))
  return { db, venueId, ana, ben, stranger }
}

async function aPolicy() {
  const team = await aTeam()
  const policyId = await startPolicy(team.ana, team.venueId, { template: 'age-and-id', title: '' })
  return { ...team, policyId }
}

describe('starting', () => {
  test('a template gives its title and headings, and no words of its own', async () => {
    const { db, venueId, policyId, ana } = await aPolicy()
    expect((await policyOfVenue(db, ana.actor, venueId, policyId)).title).toBe('Age and ID')
    const sections = await sectionsOf(db, policyId)
    expect(sections.map(({ anchor }) => anchor)).toEqual([
      'purpose',
      'covers',
      'leads',
      'accepted-ids',
      'when-we-check',
      'doubtful-id',
      'refusal-words',
      'door-and-bar',
      'how-staff-learn',
      'review-date',
      'counsel-or-insurer',
    ])
    expect(sections.every(({ body, revision }) => body === '' && revision === 0)).toBe(true)
  })

  test('a blank one has the venue’s own title and plain headings', async () => {
    const { db, venueId, ana } = await aTeam()
    const id = await startPolicy(ana, venueId, { template: '', title: 'Coat check' })
    expect((await policyOfVenue(db, ana.actor, venueId, id)).title).toBe('Coat check')
    expect(await sectionsOf(db, id)).toHaveLength(4)
  })

  test('an unknown template is refused beside its field', async () => {
    const { venueId, ana } = await aTeam()
    await expect(startPolicy(ana, venueId, { template: 'no', title: '' })).rejects.toThrow(Invalid)
  })

  test('two equal submits start one policy', async () => {
    const { db, venueId, ana } = await aTeam()
    const twice = { ...ana, origin: { ...ana.origin, submission: 'a-form:1' } }
    const policy = { template: 'occupancy', title: '' }
    const ids = await Promise.all([1, 2, 3].map(() => startPolicy(twice, venueId, policy)))
    expect(new Set(ids).size).toBe(1)
    expect(await policiesOf(db, ana.actor, venueId)).toHaveLength(1)
  })

  test('nobody else can, and nothing is kept of the try', async () => {
    const { db, venueId, stranger } = await aTeam()
    const policy = { template: 'age-and-id', title: '' }
    await expect(startPolicy(stranger, venueId, policy)).rejects.toThrow(NotPermitted)
    expect(await db.select().from(policies)).toEqual([])
  })
})

describe('writing', () => {
  test('a save counts the revision up and keeps the words as typed', async () => {
    const { db, venueId, policyId, ana } = await aPolicy()
    const typed = { body: 'We check everyone.\r\n\r\n- door \n- bar\n\n', revision: 0 }
    expect(await saveSection(ana, venueId, policyId, 'purpose', typed)).toEqual({
      revision: 1,
      savedAt: testNow.getTime(),
    })
    expect((await sectionsOf(db, policyId))[0]).toMatchObject({
      body: 'We check everyone.\n\n- door\n- bar',
      revision: 1,
      editedBy: 'Ana Reyes',
    })
  })

  test('whoever saves second hears who was first and when, and gets both texts', async () => {
    const { db, venueId, policyId, ana, ben } = await aPolicy()
    await saveSection(ana, venueId, policyId, 'purpose', { body: 'Ana’s words', revision: 0 })
    const second = saveSection(ben, venueId, policyId, 'purpose', {
      body: 'Ben’s words',
      revision: 0,
    })
    const conflict = await second.catch((error: unknown) => error)
    expect(conflict).toBeInstanceOf(Conflict)
    expect(conflict).toMatchObject({
      message:
        'Ana Reyes saved this section at 6:00 PM, while you had it open. Both texts are here and nothing is lost: take what you want from theirs into yours, and save.',
      theirs: { body: 'Ana’s words', revision: '1' },
    })
    expect((await sectionsOf(db, policyId))[0]?.body).toBe('Ana’s words')
    await saveSection(ben, venueId, policyId, 'purpose', { body: 'Both of our words', revision: 1 })
    expect((await sectionsOf(db, policyId))[0]?.editedBy).toBe('Ben Cole')
  })

  test('of many at once one wins, and every other one is a clear conflict', async () => {
    const { db, venueId, policyId, ana, ben } = await aPolicy()
    const saves = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        saveSection(n % 2 ? ana : ben, venueId, policyId, 'covers', {
          body: `Text ${n}`,
          revision: 0,
        }),
      ),
    )
    const refused = saves.flatMap((save) => (save.status === 'rejected' ? [save.reason] : []))
    expect(refused).toHaveLength(19)
    expect(refused.every((reason) => reason instanceof Conflict)).toBe(true)
    expect((await sectionsOf(db, policyId))[1]?.revision).toBe(1)
  })

  test('two people on two sections never meet', async () => {
    const { db, venueId, policyId, ana, ben } = await aPolicy()
    await Promise.all([
      saveSection(ana, venueId, policyId, 'purpose', { body: 'one', revision: 0 }),
      saveSection(ben, venueId, policyId, 'covers', { body: 'two', revision: 0 }),
    ])
    const [purpose, covers] = await sectionsOf(db, policyId)
    expect([purpose?.body, covers?.body]).toEqual(['one', 'two'])
  })

  test('the same text is no conflict and no new revision', async () => {
    const { venueId, policyId, ana, ben } = await aPolicy()
    await saveSection(ana, venueId, policyId, 'purpose', { body: 'Same', revision: 0 })
    const again = await saveSection(ben, venueId, policyId, 'purpose', {
      body: 'Same\n',
      revision: 0,
    })
    expect(again.revision).toBe(1)
  })

  test('a draft that saves itself leaves one event for a sitting', async () => {
    const { db, venueId, policyId, ana, ben } = await aPolicy()
    for (let n = 0; n < 5; n += 1) {
      const at = { ...ana, now: later(n) }
      await saveSection(at, venueId, policyId, 'purpose', { body: `Text ${n}`, revision: n })
    }
    await saveSection(ben, venueId, policyId, 'purpose', { body: 'Ben', revision: 5 })
    const found = await db.select().from(events).where(eq(events.kind, 'policy.edited'))
    expect(found).toHaveLength(2)
    expect(JSON.stringify(found)).not.toContain('Text')
  })

  test('foreign, absent and removed policies are absent alike', async () => {
    const { venueId, policyId, ana, stranger } = await aPolicy()
    const typed = { body: 'x', revision: 0 }
    await expect(saveSection(stranger, venueId, policyId, 'purpose', typed)).rejects.toThrow(
      NotFound,
    )
    await expect(saveSection(ana, venueId, 'pol_none', 'purpose', typed)).rejects.toThrow(NotFound)
    await expect(saveSection(ana, venueId, policyId, 'no-such', typed)).rejects.toThrow(NotFound)
    await removePolicy(ana, venueId, policyId)
    await expect(saveSection(ana, venueId, policyId, 'purpose', typed)).rejects.toThrow(NotFound)
  })
})

describe('uploading, reviewing and removing', () => {
  test('an upload keeps its file’s facts', async () => {
    const { db, venueId, ana } = await aTeam()
    const id = await uploadPolicy(ana, venueId, { title: 'Age and ID', file: pdf })
    const [file] = await db.select().from(files)
    expect(file).toMatchObject({ ...pdf, venueId, uploadedBy: ana.actor.person.id })
    expect(await policyOfVenue(db, ana.actor, venueId, id)).toMatchObject({
      kind: 'uploaded',
      fileId: file?.id,
    })
  })

  test('a newer file takes the place of the one before; what was shared keeps its own', async () => {
    const { db, venueId, ana, stranger } = await aTeam()
    const id = await uploadPolicy(ana, venueId, { title: 'Age and ID', file: pdf })
    const shared = await db.transaction((tx) => freezePolicy(tx, id, testNow))
    const newer = { ...pdf, name: 'Newer.docx', digest: 'e'.repeat(64), pages: null }
    await expect(givePolicyFile(stranger, venueId, id, newer)).rejects.toThrow(NotFound)
    await givePolicyFile(ana, venueId, id, newer)
    expect(await policiesOf(db, ana.actor, venueId)).toMatchObject([{ fileName: newer.name }])
    const kept = await db
      .select({ name: files.name })
      .from(policyVersions)
      .innerJoin(files, eq(files.id, policyVersions.fileId))
      .where(eq(policyVersions.id, shared))
    expect(kept).toEqual([{ name: pdf.name }])
    const next = await db.transaction((tx) => freezePolicy(tx, id, testNow))
    expect(next).not.toBe(shared)
  })

  test('a written policy may have a file beside it', async () => {
    const { db, venueId, policyId, ana } = await aPolicy()
    await givePolicyFile(ana, venueId, policyId, pdf)
    expect(await policiesOf(db, ana.actor, venueId)).toMatchObject([
      { kind: 'written', fileName: pdf.name, sections: 11 },
    ])
  })

  test('the file beside a written policy comes off and goes back; a share keeps its own', async () => {
    const { db, venueId, policyId, ana, stranger } = await aPolicy()
    const fileName = async () => (await policiesOf(db, ana.actor, venueId))[0]?.fileName
    const freeze = () => db.transaction((tx) => freezePolicy(tx, policyId, testNow))
    await expect(takeFileOff(ana, venueId, policyId)).rejects.toThrow(Conflict)
    await givePolicyFile(ana, venueId, policyId, pdf)
    const shared = await freeze()
    await expect(takeFileOff(stranger, venueId, policyId)).rejects.toThrow(NotFound)
    await takeFileOff(ana, venueId, policyId)
    expect(await fileName()).toBeNull()
    expect(await freeze()).not.toBe(shared)
    const [kept] = await db.select().from(policyVersions).where(eq(policyVersions.id, shared))
    expect(kept?.fileId).not.toBeNull()

    await putFileBack(ana, venueId, policyId)
    await putFileBack(ana, venueId, policyId)
    expect(await fileName()).toBe(pdf.name)
    await takeFileOff(ana, venueId, policyId)
    await givePolicyFile(ana, venueId, policyId, { ...pdf, name: 'Newer.pdf' })
    await putFileBack(ana, venueId, policyId)
    expect(await fileName()).toBe('Newer.pdf')
    const recorded = await db.select({ kind: events.kind }).from(events)
    const kinds = recorded.map(({ kind }) => kind).filter((kind) => kind.startsWith('policy.file'))
    expect(kinds.sort()).toEqual([
      ...['policy.file_given', 'policy.file_given', 'policy.file_put_back'],
      ...['policy.file_taken_off', 'policy.file_taken_off'],
    ])
  })

  test('a policy that is nothing but its file keeps it', async () => {
    const { venueId, ana } = await aTeam()
    const id = await uploadPolicy(ana, venueId, { title: 'Age and ID', file: pdf })
    await expect(takeFileOff(ana, venueId, id)).rejects.toThrow(NotFound)
  })

  test('a venue has so much room; what is taken away makes room again, what was shared does not', async () => {
    const { db, venueId, ana } = await aTeam()
    const most = 3 * pdf.size
    const upload = (title: string) => uploadPolicy(ana, venueId, { title, file: pdf })
    const isRoom = () => db.transaction((tx) => refuseWithoutRoom(tx, venueId, pdf.size, most))
    const [shared, other] = [await upload('Shared'), await upload('Other')]
    await isRoom()
    await upload('Third')
    await expect(isRoom()).rejects.toMatchObject({
      fields: { file: expect.stringMatching(/^There is no room for this file: .*take a policy/) },
    })
    await db.transaction((tx) => freezePolicy(tx, shared, testNow))
    await removePolicy(ana, venueId, shared)
    await expect(isRoom()).rejects.toThrow(Invalid)
    await removePolicy(ana, venueId, other)
    await isRoom()
    expect(await roomWords(db, venueId)).toMatch(/^Your files take .* of the 500 MB/)
  })

  test('a review notes its date and who read it', async () => {
    const { db, venueId, policyId, ana, stranger } = await aPolicy()
    const review = { reviewOn: '2027-05-01', reviewedByCounsel: true } as const
    await reviewPolicy(ana, venueId, policyId, review)
    expect(await policyOfVenue(db, ana.actor, venueId, policyId)).toMatchObject(review)
    await expect(reviewPolicy(stranger, venueId, policyId, review)).rejects.toThrow(NotFound)
  })

  test('what is removed is gone from the list and comes back whole', async () => {
    const { db, venueId, policyId, ana, stranger } = await aPolicy()
    await saveSection(ana, venueId, policyId, 'purpose', { body: 'Kept', revision: 0 })
    await expect(removePolicy(stranger, venueId, policyId)).rejects.toThrow(NotFound)
    await removePolicy(ana, venueId, policyId)
    expect(await policiesOf(db, ana.actor, venueId)).toEqual([])
    await expect(removePolicy(ana, venueId, policyId)).rejects.toThrow(NotFound)
    await restorePolicy(ana, venueId, policyId)
    await restorePolicy(ana, venueId, policyId)
    expect(await policiesOf(db, ana.actor, venueId)).toMatchObject([{ written: 1, sections: 11 }])
  })

  test('a stranger’s list is absent, not empty', async () => {
    const { db, venueId, stranger } = await aPolicy()
    await expect(policiesOf(db, stranger.actor, venueId)).rejects.toThrow(NotFound)
  })
})

describe('freezing', () => {
  test('a version holds what is written, and serves again until something changes', async () => {
    const { db, venueId, policyId, ana } = await aPolicy()
    const freeze = () => db.transaction((tx) => freezePolicy(tx, policyId, testNow))
    await saveSection(ana, venueId, policyId, 'covers', {
      body: 'Everyone at the door',
      revision: 0,
    })
    const first = await freeze()
    expect(await freeze()).toBe(first)
    await saveSection(ana, venueId, policyId, 'covers', { body: 'Everyone', revision: 1 })
    const second = await freeze()
    expect(second).not.toBe(first)
    const versions = await db.select().from(policyVersions).orderBy(policyVersions.number)
    expect(versions.map(({ number, sections }) => [number, sections])).toEqual([
      [1, [{ anchor: 'covers', heading: 'Who this covers', body: 'Everyone at the door' }]],
      [2, [{ anchor: 'covers', heading: 'Who this covers', body: 'Everyone' }]],
    ])
  })
})
