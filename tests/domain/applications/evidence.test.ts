import { eq, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addEvidence, type NewEvidence } from '~/domain/applications/add-evidence.server'
import { startPolicyFor } from '~/domain/applications/add-evidence-new-policy.server'
import { BegunForm } from '~/domain/applications/begun-form'
import { keepBegun } from '~/domain/applications/keep-begun.server'
import { moveApplication } from '~/domain/applications/move-application.server'
import { applicationFor } from '~/domain/applications/queries.server'
import { removeEvidence } from '~/domain/applications/remove-evidence.server'
import { restoreEvidence } from '~/domain/applications/restore-evidence.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { workspaceOf } from '~/domain/applications/workspace.server'
import { standardPageOf } from '~/domain/applications/workspace-standard-page.server'
import { Conflict, Invalid, NotFound } from '~/domain/errors'
import { givePolicyFile } from '~/domain/policies/give-policy-file.server'
import { removePolicy } from '~/domain/policies/remove-policy.server'
import { saveSection } from '~/domain/policies/save-section.server'
import { startPolicy } from '~/domain/policies/start-policy.server'
import { putFileBack, takeFileOff } from '~/domain/policies/take-file-off.server'
import { evidence, files } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, contextFor, testNow } from '~tests/support/factories'

const photo = {
  name: 'limit.jpg',
  type: 'image/jpeg',
  size: 99,
  digest: 'e'.repeat(64),
  storageKey: 'e'.repeat(64),
}
const aPdfOfFourPages = { ...photo, name: 'Age.pdf', type: 'application/pdf', pages: 4 }
const signed: NewEvidence = {
  kind: 'attestation',
  facts: { signedBy: 'Ana Reyes' },
  happenedOn: '2026-11-22',
  words: '',
}

async function aDraft() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db)
  const ana = await contextFor(db, await anOwner(db, venueId))
  const stranger = await contextFor(db, await anOwner(db, await aVenue(db)))
  const applicationId = await startApplication(ana, venueId)
  const standing = async (code: string) => {
    const { standards } = await workspaceOf(ana, venueId)
    return standards.find(({ standard }) => standard.code === code)?.standing
  }
  return { db, venueId, ana, stranger, applicationId, standing }
}

describe('adding evidence', () => {
  test('one policy serves several standards, and counts once something is written in it', async () => {
    const { venueId, ana, standing } = await aDraft()
    const policyId = await startPolicyFor(ana, venueId, 'CARE-2', {
      template: 'harassment-response',
      title: '',
    })
    expect(await standing('CARE-2')).toBe('started')
    const pointer = { kind: 'policy', policyId, pointer: '', words: '' } as const
    await addEvidence(ana, venueId, 'OPS-1', { ...pointer, pointer: 'recording' })
    await saveSection(ana, venueId, policyId, 'recording', {
      body: 'We write it down',
      revision: 0,
    })
    expect(await standing('CARE-2')).toBe('in_place')
    expect(await standing('OPS-1')).toBe('in_place')
    await removePolicy(ana, venueId, policyId)
    expect(await standing('OPS-1')).toBe('not_started')
  })

  test('the same pointer twice is refused; a section takes the place of the whole', async () => {
    const { db, venueId, ana } = await aDraft()
    const policyId = await startPolicy(ana, venueId, { template: 'age-and-id', title: '' })
    const pointer = { kind: 'policy', policyId, pointer: '', words: '' } as const
    await addEvidence(ana, venueId, 'SRV-1', pointer)
    await expect(addEvidence(ana, venueId, 'SRV-1', pointer)).rejects.toThrow(Invalid)
    await addEvidence(ana, venueId, 'SRV-1', { ...pointer, pointer: 'purpose' })
    const rows = await db.select().from(evidence).where(isNull(evidence.removedAt))
    expect(rows.map((row) => row.pointer)).toEqual(['purpose'])
    const elsewhere = addEvidence(ana, venueId, 'SRV-1', { ...pointer, pointer: 'no-such' })
    await expect(elsewhere).rejects.toThrow(Invalid)
  })

  test('a written policy with a file is pointed to by section and by page, as far as it has them', async () => {
    const { db, venueId, ana } = await aDraft()
    const policyId = await startPolicyFor(ana, venueId, 'SRV-1', {
      ...{ template: 'age-and-id', title: '' },
    })
    const point = (pointer: string) =>
      addEvidence(ana, venueId, 'SRV-1', { kind: 'policy', policyId, pointer, words: '' })
    const given = async () => {
      const page = await standardPageOf(ana, venueId, 'SRV-1')
      const evidence = page.asks.find(({ kind }) => kind === 'policy')?.evidence ?? []
      const rows = evidence.map(({ detail, to, pointTo }) => [detail, to.split('#')[1], !!pointTo])
      return rows.sort(([a], [b]) => (`${a}` < `${b}` ? -1 : 1))
    }
    await saveSection(ana, venueId, policyId, 'purpose', { body: 'We check ID', revision: 0 })
    await expect(point('3')).rejects.toMatchObject({ fields: { pointer: expect.any(String) } })
    await givePolicyFile(ana, venueId, policyId, aPdfOfFourPages)
    await expect(point('5')).rejects.toMatchObject({
      fields: { page: 'This file ends on page 4. Type a page that it has.' },
    })
    await expect(point('0')).rejects.toMatchObject({ fields: { page: expect.any(String) } })
    await point('03')
    await expect(point('3')).rejects.toThrow(Invalid)
    await point('purpose')
    const section = ['Purpose, in our words', 'purpose', false]
    expect(await given()).toEqual([['Page 3', 'the-file', false], section])

    await takeFileOff(ana, venueId, policyId)
    expect(await given()).toEqual([['', undefined, true], section])
    await putFileBack(ana, venueId, policyId)
    expect((await given())[0]).toEqual(['Page 3', 'the-file', false])
    await takeFileOff(ana, venueId, policyId)
    await point('covers')
    const rows = await db.select().from(evidence).where(isNull(evidence.removedAt))
    expect(rows.map(({ pointer }) => pointer).sort()).toEqual(['covers', 'purpose'])
  })

  test('another venue’s policy cannot be pointed to', async () => {
    const { venueId, ana, stranger } = await aDraft()
    const theirs = stranger.actor.memberships[0]?.venueId
    if (!theirs) throw new Error('The stranger has a venue.')
    const policyId = await startPolicy(stranger, theirs, { template: 'age-and-id', title: '' })
    const pointer = { kind: 'policy', policyId, pointer: '', words: '' } as const
    await expect(addEvidence(ana, venueId, 'SRV-1', pointer)).rejects.toMatchObject({
      fields: { policyId: 'Choose one of your policies.' },
    })
  })

  test('a photo keeps its file’s facts, and several stand beside each other', async () => {
    const { db, venueId, ana } = await aDraft()
    const given = { kind: 'photo', file: photo, words: 'By the door' } as const
    await addEvidence(ana, venueId, 'OPS-3', given)
    await addEvidence(ana, venueId, 'OPS-3', { ...given, file: { ...photo, name: 'two.jpg' } })
    expect(await db.select({ name: files.name }).from(files).orderBy(files.name)).toEqual([
      { name: 'limit.jpg' },
      { name: 'two.jpg' },
    ])
    expect(await db.select().from(evidence).where(isNull(evidence.removedAt))).toHaveLength(2)
  })

  test('a newer statement takes the place of the one before', async () => {
    const { db, venueId, ana } = await aDraft()
    await addEvidence(ana, venueId, 'SRV-3', signed)
    await addEvidence(ana, venueId, 'SRV-3', { ...signed, facts: { signedBy: 'Ben Cole' } })
    const rows = await db.select().from(evidence).where(isNull(evidence.removedAt))
    expect(rows.map(({ facts }) => facts)).toEqual([{ signedBy: 'Ben Cole' }])
  })

  test('a date still to come is refused, today in the program’s time zone is not', async () => {
    const { venueId, ana } = await aDraft()
    const late = { ...ana, now: new Date('2026-11-23T03:00:00Z') }
    await expect(
      addEvidence(late, venueId, 'SRV-3', { ...signed, happenedOn: '2026-11-23' }),
    ).rejects.toThrow(Invalid)
    await addEvidence(late, venueId, 'SRV-3', { ...signed, happenedOn: '2026-11-22' })
  })

  test('a kind that the standard does not ask for is absent', async () => {
    const { venueId, ana } = await aDraft()
    await expect(addEvidence(ana, venueId, 'CARE-2', signed)).rejects.toThrow(NotFound)
    await expect(addEvidence(ana, venueId, 'NO-1', signed)).rejects.toThrow(NotFound)
  })

  test('nobody else can add, and while it is shared nobody can', async () => {
    const { db, venueId, ana, stranger, applicationId } = await aDraft()
    await expect(addEvidence(stranger, venueId, 'SRV-3', signed)).rejects.toThrow(NotFound)
    await db.transaction(async (tx) => {
      const application = await applicationFor(tx, ana.actor, applicationId)
      await moveApplication(tx, application, 'share', testNow)
    })
    await expect(addEvidence(ana, venueId, 'SRV-3', signed)).rejects.toThrow(Conflict)
    expect(await db.select().from(evidence)).toEqual([])
  })

  test('two equal submits add once', async () => {
    const { db, venueId, ana } = await aDraft()
    const twice = { ...ana, origin: { ...ana.origin, submission: 'form:1' } }
    const given = { kind: 'photo', file: photo, words: '' } as const
    const [one, two] = await Promise.all([
      addEvidence(twice, venueId, 'OPS-3', given),
      addEvidence(twice, venueId, 'OPS-3', given),
    ])
    expect(one).toBe(two)
    expect(await db.select().from(files)).toHaveLength(1)
  })
})

describe('two people of one venue', () => {
  async function aTeam() {
    const draft = await aDraft()
    const benId = await anOwner(draft.db, draft.venueId, { role: 'manager', name: 'Ben Ortiz' })
    const ben = await contextFor(draft.db, benId, new Date(testNow.getTime() + 60_000))
    const askOf = async (who = draft.ana) => {
      const { asks } = await standardPageOf(who, draft.venueId, 'SRV-3')
      const ask = asks.find(({ kind }) => kind === 'attestation')
      if (!ask) throw new Error('SRV-3 asks for a statement.')
      return ask
    }
    return { ...draft, ben, askOf }
  }

  test('the second to sign hears who was first, and what the first gave stays to be read', async () => {
    const { venueId, ana, ben, askOf } = await aTeam()
    const first = await addEvidence(ana, venueId, 'SRV-3', { ...signed, replaces: '' })
    expect(await addEvidence(ana, venueId, 'SRV-3', { ...signed, replaces: '' })).toBe(first)
    const bens = { ...signed, facts: { signedBy: 'Ben Ortiz' } }
    await expect(
      addEvidence(ben, venueId, 'SRV-3', { ...bens, replaces: '' }),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/^Person \d+ saved this at .* while you had it open\./),
      theirs: { words: expect.stringContaining('Signed by Ana Reyes'), replaces: first },
    })
    await addEvidence(ben, venueId, 'SRV-3', { ...bens, replaces: first })
    const { evidence: now, earlier } = await askOf()
    expect(now.map(({ title, given }) => [title, given])).toEqual([
      ['Signed by Ben Ortiz on November 22, 2026', expect.stringMatching(/^Given by Ben Ortiz, /)],
    ])
    expect(earlier.rows.map(({ title, said }) => [title, said])).toEqual([
      [
        'Signed by Ana Reyes on November 22, 2026',
        expect.stringMatching(/^Given by Person \d+, .* Stood here until /),
      ],
    ])
    const [now1] = now
    if (!now1) throw new Error('It stands.')
    await removeEvidence(ana, venueId, now1.id)
    const gone = addEvidence(ana, venueId, 'SRV-3', { ...signed, replaces: now1.id })
    await expect(gone).rejects.toThrow('was taken away')
  })

  test('of many first statements at once one stands, and each other is a conflict', async () => {
    const { venueId, ana, ben, askOf } = await aTeam()
    const given = (signedBy: string) => ({ ...signed, facts: { signedBy }, replaces: '' })
    const tries = await Promise.allSettled([
      addEvidence(ana, venueId, 'SRV-3', given('Ana')),
      addEvidence(ben, venueId, 'SRV-3', given('Ben')),
    ])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await askOf()).evidence).toHaveLength(1)
  })

  test('a half-filled form is kept for both of them, and is never evidence', async () => {
    const { db, venueId, ana, ben, askOf, standing } = await aTeam()
    const place = { code: 'SRV-3', kind: 'attestation' }
    const typed = BegunForm.parse({ signedBy: 'Ana', words: 'So far' })
    expect(await keepBegun(ana, venueId, place, typed)).toMatchObject({ revision: 0 })
    expect(await keepBegun(ben, venueId, place, typed)).toMatchObject({ revision: 0 })
    const other = { ...typed, words: 'Otherwise' }
    await expect(keepBegun(ben, venueId, place, other)).rejects.toMatchObject({
      theirs: { words: 'Ana\nSo far', revision: '0' },
    })
    await keepBegun(ben, venueId, place, { ...other, revision: '0' })

    const begun = await askOf()
    expect(begun.begun).toEqual({
      fields: { signedBy: 'Ana', words: 'Otherwise' },
      revision: '1',
      said: expect.stringMatching(/^Kept for later by Ben Ortiz, .* It counts once you add it\.$/),
    })
    expect([begun.answered, begun.evidence, begun.earlier.rows]).toEqual([false, [], []])
    expect(await standing('SRV-3')).toBe('not_started')
    const [row] = await db.select().from(evidence)
    if (!row) throw new Error('The form is kept.')
    await expect(restoreEvidence(ana, venueId, row.id)).rejects.toThrow(NotFound)
    await expect(removeEvidence(ana, venueId, row.id)).rejects.toThrow(NotFound)

    await addEvidence(ana, venueId, 'SRV-3', { ...signed, replaces: '' })
    expect((await askOf()).begun).toEqual({ fields: {}, revision: '', said: '' })
    // A save that was on its way when the form was added changes nothing.
    await expect(keepBegun(ben, venueId, place, typed)).rejects.toThrow(Conflict)
    expect(await db.select().from(evidence)).toHaveLength(1)
  })
})

describe('taking evidence away', () => {
  test('it is gone from its standard, and comes back by undo', async () => {
    const { venueId, ana, standing } = await aDraft()
    const id = await addEvidence(ana, venueId, 'SRV-3', signed)
    expect(await standing('SRV-3')).toBe('started')
    expect(await removeEvidence(ana, venueId, id)).toEqual({ standard: 'SRV-3' })
    expect(await standing('SRV-3')).toBe('not_started')
    await restoreEvidence(ana, venueId, id)
    await restoreEvidence(ana, venueId, id)
    expect(await standing('SRV-3')).toBe('started')
  })

  test('of two people who take it away at once, one is told that it is gone', async () => {
    const { db, venueId, ana } = await aDraft()
    const id = await addEvidence(ana, venueId, 'SRV-3', signed)
    const both = await Promise.allSettled([1, 2].map(() => removeEvidence(ana, venueId, id)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: expect.any(Conflict),
    })
    const [row] = await db.select().from(evidence).where(eq(evidence.id, id))
    expect(row?.removedAt).toEqual(testNow)
  })

  test('foreign and absent evidence are absent alike', async () => {
    const { venueId, ana, stranger } = await aDraft()
    const id = await addEvidence(ana, venueId, 'SRV-3', signed)
    const theirs = stranger.actor.memberships[0]?.venueId
    if (!theirs) throw new Error('The stranger has a venue.')
    await startApplication(stranger, theirs)
    for (const attempt of [
      () => removeEvidence(stranger, venueId, id),
      () => removeEvidence(stranger, theirs, id),
      () => removeEvidence(ana, venueId, 'evi_none'),
    ]) {
      await expect(attempt()).rejects.toThrow(NotFound)
    }
  })
})
