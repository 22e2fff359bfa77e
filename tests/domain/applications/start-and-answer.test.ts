import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { answerStandard } from '~/domain/applications/answer-standard.server'
import { pauseApplication } from '~/domain/applications/pause-application.server'
import { applicationOfVenue } from '~/domain/applications/queries.server'
import { removeEvidence } from '~/domain/applications/remove-evidence.server'
import { resumeApplication } from '~/domain/applications/resume-application.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { stepAway } from '~/domain/applications/step-away.server'
import { workspaceOf } from '~/domain/applications/workspace.server'
import { venueHomeOf } from '~/domain/applications/workspace-home.server'
import { standardPageOf } from '~/domain/applications/workspace-standard-page.server'
import { taskListOf } from '~/domain/applications/workspace-tasks.server'
import type { Context } from '~/domain/context'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import { changeProfile } from '~/domain/venues/change-profile.server'
import { answers, applications, events } from '~db/schema'
import type { Stance } from '~db/vocabulary'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, contextFor } from '~tests/support/factories'

function minutesLater(ctx: Context, minutes: number): Context {
  return { ...ctx, now: new Date(ctx.now.getTime() + minutes * 60_000) }
}

async function aVenueWithPeople() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db, { name: 'The Lantern Room' })
  const owner = await contextFor(db, await anOwner(db, venueId))
  const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
  const stranger = await contextFor(db, await anOwner(db, await aVenue(db)))
  const state = async () => (await applicationOfVenue(db, owner.actor, venueId))?.state ?? null
  return { db, venueId, owner, helper, stranger, state }
}

describe('starting an application', () => {
  test('it begins in drafting, and starting again is the same application', async () => {
    const { db, venueId, owner, helper, state } = await aVenueWithPeople()
    const id = await startApplication(helper, venueId)
    expect(await startApplication(owner, venueId)).toBe(id)
    expect(await db.select().from(applications)).toMatchObject([
      { id, kind: 'initial', state: 'drafting', revision: 0 },
    ])
    expect(await state()).toBe('drafting')
  })

  test('many at once start one', async () => {
    const { db, venueId, owner, helper } = await aVenueWithPeople()
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => startApplication(n % 2 ? owner : helper, venueId)),
    )
    expect(await db.select().from(applications)).toHaveLength(1)
  })

  test('an accredited venue starts a renewal with all that stood there before', async () => {
    const { db, venueId, owner } = await aVenueWithPeople()
    const first = await startApplication(owner, venueId)
    await answerStandard(owner, venueId, 'SRV-1', {
      stance: 'not_applicable',
      words: 'We have no door.',
      hearOn: null,
    })
    const contact = { name: 'Night manager', reach: '(202) 555-0119' }
    const given = { kind: 'contact', facts: contact, happenedOn: null, words: '' } as const
    const removed = await addEvidence(owner, venueId, 'HOME-2', given)
    await removeEvidence(owner, venueId, removed)
    await addEvidence(owner, venueId, 'MGT-2', given)
    await db.transaction((tx) => tx.update(applications).set({ state: 'accredited' }))

    const second = await startApplication(owner, venueId)
    expect(second).not.toBe(first)
    const { application, standards } = await workspaceOf(owner, venueId)
    expect(application).toMatchObject({ id: second, kind: 'renewal', state: 'drafting' })
    const here = standards.filter(({ answer, evidence }) => answer || evidence.length > 0)
    expect(here.map(({ standard, standing }) => [standard.code, standing])).toEqual([
      ['SRV-1', 'not_applicable'],
      ['MGT-2', 'started'],
    ])
  })

  test('nobody else can start it', async () => {
    const { db, venueId, stranger } = await aVenueWithPeople()
    await expect(startApplication(stranger, venueId)).rejects.toThrow(NotPermitted)
    expect(await db.select().from(applications)).toEqual([])
  })
})

describe('answering a standard', () => {
  const because = { stance: 'not_applicable', words: 'We have no door.', hearOn: null } as const

  test('the last word counts, and evidence needs no words', async () => {
    const { db, venueId, owner } = await aVenueWithPeople()
    await startApplication(owner, venueId)
    await answerStandard(owner, venueId, 'SRV-1', because)
    await answerStandard(owner, venueId, 'SRV-1', {
      stance: 'with_counsel',
      words: 'Our insurer reads the policy.',
      hearOn: '2026-12-05',
    })
    expect(await db.select().from(answers)).toMatchObject([
      { standard: 'SRV-1', stance: 'with_counsel', hearOn: '2026-12-05', revision: 1 },
    ])
    await answerStandard(owner, venueId, 'SRV-1', {
      stance: 'with_evidence',
      words: 'left over',
      hearOn: '2026-12-05',
    })
    expect(await db.select().from(answers)).toMatchObject([
      { stance: 'with_evidence', words: '', hearOn: null, revision: 2 },
    ])
  })

  test('two people at one answer lose nothing: the second reads what the first wrote', async () => {
    const { db, venueId, owner, helper } = await aVenueWithPeople()
    await startApplication(owner, venueId)
    await answerStandard(owner, venueId, 'SRV-1', { ...because, revision: '' })
    const late = { ...because, words: 'There is only a window.' }
    const lost = answerStandard(helper, venueId, 'SRV-1', { ...late, revision: '' })
    await expect(lost).rejects.toMatchObject({
      theirs: { words: 'Not applicable to us, because: We have no door.', revision: '0' },
    })
    // The same answer again is no conflict, and with both read it is saved.
    await answerStandard(helper, venueId, 'SRV-1', { ...because, revision: '' })
    await answerStandard(helper, venueId, 'SRV-1', { ...late, revision: '0' })
    expect(await db.select().from(answers)).toMatchObject([{ words: late.words, revision: 1 }])
    const { recent } = await venueHomeOf(owner, venueId)
    expect(recent).toMatchObject([
      { title: 'Checking age and ID', words: expect.stringContaining(helper.actor.person.name) },
    ])
  })

  test('a draft that saves itself is one event for a sitting, and one for each change of the way', async () => {
    const { db, venueId, owner, helper } = await aVenueWithPeople()
    await startApplication(owner, venueId)
    const save = (who: Context, minute: number, words: string, stance: Stance = 'not_applicable') =>
      answerStandard(minutesLater(who, minute), venueId, 'SRV-1', { stance, words, hearOn: null })
    await save(owner, 0, '')
    await save(owner, 1, 'We have no door.')
    await save(helper, 2, 'Only a window.')
    await save(helper, 40, 'Only a small window.')
    await save(helper, 41, 'Only a small window.', 'another_way')
    const told = await db.select().from(events).where(eq(events.kind, 'application.answered'))
    expect(told.map(({ at }) => at.getTime() - owner.now.getTime())).toEqual(
      [0, 2, 40, 41].map((minutes) => minutes * 60_000),
    )
    expect(await db.select().from(answers)).toMatchObject([{ revision: 4 }])
  })

  test.each(['not_applicable', 'another_way', 'with_counsel'] as const)(
    '%s without words is kept for the venue, and counts nowhere',
    async (stance) => {
      const { db, venueId, owner } = await aVenueWithPeople()
      await startApplication(owner, venueId)
      await answerStandard(owner, venueId, 'SRV-1', { stance, words: ' ', hearOn: null })
      expect(await db.select().from(answers)).toMatchObject([{ stance, words: '' }])
      const { answer, status } = await standardPageOf(owner, venueId, 'SRV-1')
      expect([answer.stance, answer.bare, status.words]).toEqual([stance, true, 'Started'])
      await expect(shareApplication(owner, venueId, '')).rejects.toThrow(Invalid)
    },
  )

  test('an unknown standard, a foreign venue and no application are absent', async () => {
    const { venueId, owner, stranger } = await aVenueWithPeople()
    await expect(answerStandard(owner, venueId, 'SRV-1', because)).rejects.toThrow(NotFound)
    await startApplication(owner, venueId)
    await expect(answerStandard(owner, venueId, 'NO-9', because)).rejects.toThrow(NotFound)
    await expect(answerStandard(stranger, venueId, 'SRV-1', because)).rejects.toThrow(NotFound)
  })

  test('while it is paused nothing changes', async () => {
    const { db, venueId, owner } = await aVenueWithPeople()
    await startApplication(owner, venueId)
    await pauseApplication(owner, venueId, { counsel: false, words: '', askAgainOn: null })
    await expect(answerStandard(owner, venueId, 'SRV-1', because)).rejects.toThrow(Conflict)
    expect(await db.select().from(answers)).toEqual([])
  })
})

describe('the venue’s own pace', () => {
  test('a pause for counsel says so, and goes on where it was', async () => {
    const { venueId, owner, state } = await aVenueWithPeople()
    await startApplication(owner, venueId)
    await pauseApplication(owner, venueId, { counsel: true, words: '', askAgainOn: null })
    expect((await venueHomeOf(owner, venueId)).reads).toBe(
      'Paused while counsel reviews; pick up any time',
    )
    await expect(startApplication(owner, venueId)).rejects.toThrow(Conflict)
    await resumeApplication(owner, venueId)
    expect(await state()).toBe('drafting')
  })

  test('stepping away and coming back keep everything', async () => {
    const { db, venueId, owner, state } = await aVenueWithPeople()
    await startApplication(owner, venueId)
    await answerStandard(owner, venueId, 'SRV-1', {
      stance: 'another_way',
      words: 'We card at the table.',
      hearOn: null,
    })
    await stepAway(owner, venueId)
    expect((await venueHomeOf(owner, venueId)).reads).toBe('You stepped away; you are welcome back')
    await resumeApplication(owner, venueId)
    expect(await state()).toBe('drafting')
    expect(await db.select().from(answers)).toHaveLength(1)
  })

  test('pausing speaks for the venue, so a helper or an unconfirmed person cannot', async () => {
    const { db, venueId, owner, helper, stranger, state } = await aVenueWithPeople()
    await startApplication(owner, venueId)
    await expect(
      pauseApplication(helper, venueId, { counsel: false, words: '', askAgainOn: null }),
    ).rejects.toThrow(NotPermitted)
    await expect(stepAway(stranger, venueId)).rejects.toThrow(NotFound)
    const newVenue = await aVenue(db)
    const waiting = await contextFor(db, await anOwner(db, newVenue, { confirmed: false }))
    await startApplication(waiting, newVenue)
    await expect(stepAway(waiting, newVenue)).rejects.toThrow(/still confirming/)
    expect(await state()).toBe('drafting')
  })

  test('of two moves at once one is a clear conflict', async () => {
    const { venueId, owner } = await aVenueWithPeople()
    await startApplication(owner, venueId)
    const both = await Promise.allSettled([
      pauseApplication(owner, venueId, { counsel: false, words: '', askAgainOn: null }),
      pauseApplication(owner, venueId, { counsel: false, words: '', askAgainOn: null }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('the task list', () => {
  test('counts what is asked, and security credentials only where there is security staff', async () => {
    const { venueId, owner } = await aVenueWithPeople()
    await startApplication(owner, venueId)
    const before = await taskListOf(owner, venueId)
    expect(before.essentials).toEqual({ noun: 'essentials', total: 13, inPlace: 0, started: 0 })
    expect(before.asksProfile).toBe(true)
    await changeProfile(owner, venueId, { securityStaff: false })
    const after = await taskListOf(owner, venueId)
    expect(after.essentials.total).toBe(12)
    const task = after.areas.flatMap(({ tasks }) => tasks).find(({ code }) => code === 'OPS-5')
    expect(task?.status).toBe('Not asked of you')
  })

  test('a standard that does not apply is settled; another way waits for the liaison', async () => {
    const { venueId, owner } = await aVenueWithPeople()
    await startApplication(owner, venueId)
    const say = (stance: 'not_applicable' | 'another_way') =>
      answerStandard(owner, venueId, 'SRV-1', { stance, words: 'Because.', hearOn: null })
    await say('not_applicable')
    expect((await taskListOf(owner, venueId)).essentials).toMatchObject({ inPlace: 1, started: 0 })
    await say('another_way')
    expect((await taskListOf(owner, venueId)).essentials).toMatchObject({ inPlace: 0, started: 1 })
  })

  test('nobody else finds it', async () => {
    const { venueId, stranger } = await aVenueWithPeople()
    await expect(taskListOf(stranger, venueId)).rejects.toThrow(NotFound)
    await expect(venueHomeOf(stranger, venueId)).rejects.toThrow(NotFound)
    await expect(changeProfile(stranger, venueId, { securityStaff: true })).rejects.toThrow(
      NotFound,
    )
  })
})
