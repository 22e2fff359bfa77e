import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { Conflict, NotFound, NotPermitted } from '~/domain/errors'
import { type MailId, newId } from '~/domain/ids'
import { claimMail } from '~/domain/outbox-claims.server'
import { stuckMailFor, stuckMailPage } from '~/domain/outbox-held.server'
import { letMailGo, releaseMail } from '~/domain/release-mail.server'
import type { Database } from '~db/open.server'
import { events, outbox } from '~db/schema'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
  testNow,
} from '~tests/support/factories'

type Row = Partial<typeof outbox.$inferInsert>

async function aMail(db: Database, facts: Row = {}): Promise<MailId> {
  const id = newId('mai')
  await db.transaction((tx) =>
    tx.insert(outbox).values({
      id,
      kind: 'join-confirmed',
      address: 'rosa@example.com',
      locale: 'en',
      facts: { venue: 'The Lantern Room', path: '/home' },
      state: 'held',
      createdAt: testNow,
      nextTryAt: testNow,
      tries: 9,
      firstTryAt: testNow,
      problem: 'No such box.',
      ...facts,
    }),
  )
  return id
}

async function aDesk() {
  const db = aDatabase()
  await aProgram(db)
  const ctx = await contextFor(db, await aCoordinator(db))
  const row = async (id: MailId) => (await db.select().from(outbox).where(eq(outbox.id, id)))[0]
  return { db, ctx, row }
}

const aCode = { kind: 'sign-in-code', facts: { code: '123456', minutes: 15 } } as const

describe('mail that did not go out', () => {
  test('stands in a list with its reason, the oldest first, and never with what it says', async () => {
    const { db, ctx } = await aDesk()
    const earlier = new Date(testNow.getTime() - 1000)
    const delayed = await aMail(db, { state: 'queued', createdAt: earlier, problem: 'Busy.' })
    const held = await aMail(db, { ...aCode })
    await aMail(db, { state: 'queued', problem: null })
    await aMail(db, { state: 'sent', problem: null, sentAt: testNow })
    const page = await stuckMailPage(ctx, { after: null })
    expect(page.mail.map(({ id }) => id)).toEqual([delayed, held])
    expect(page.total).toBe(2)
    const one = await stuckMailFor(ctx, held)
    expect(one).toMatchObject({ held: true, ranOut: false, address: 'rosa@example.com' })
    const [kept] = await db.select().from(outbox).where(eq(outbox.id, held))
    expect(JSON.stringify(kept)).toContain('123456')
    expect(JSON.stringify([page, one])).not.toContain('123456')
  })

  test('goes on by key, in as many queries as at first', async () => {
    const { db, ctx } = await aDesk()
    for (let i = 0; i < 7; i += 1) await aMail(db)
    const first = await stuckMailPage(ctx, { after: null, most: 3 })
    const second = await stuckMailPage(ctx, { after: first.next, most: 3 })
    const third = await stuckMailPage(ctx, { after: second.next, most: 3 })
    const ids = [first, second, third].flatMap(({ mail }) => mail.map(({ id }) => id))
    expect(new Set(ids).size).toBe(7)
    expect(third.next).toBeNull()
    expect(await countQueries(() => stuckMailPage(ctx, { after: first.next, most: 3 }))).toBe(4)
  })

  test('let go out, it is in the line again with a fresh first try', async () => {
    const { db, ctx, row } = await aDesk()
    const id = await aMail(db)
    const later = { ...ctx, now: new Date(testNow.getTime() + 30 * 3_600_000) }
    await releaseMail(later, id)
    expect(await row(id)).toMatchObject({
      state: 'queued',
      tries: 0,
      firstTryAt: null,
      problem: null,
    })
    expect((await claimMail(db, later.now))?.id).toBe(id)
    expect((await row(id))?.firstTryAt).toEqual(later.now)
    const [told] = await db.select().from(events).where(eq(events.kind, 'mail.released'))
    expect(told).toMatchObject({ subjectId: id, personId: ctx.actor.person.id })
  })

  test('let go, it stays unsent, is off the list, and forgets what opens a door', async () => {
    const { db, ctx, row } = await aDesk()
    const [code, plain] = [await aMail(db, { ...aCode }), await aMail(db)]
    await letMailGo(ctx, code)
    await letMailGo(ctx, plain)
    expect(await row(code)).toMatchObject({ state: 'held', letGoAt: testNow, facts: {} })
    expect((await row(plain))?.facts).toMatchObject({ venue: 'The Lantern Room' })
    expect((await stuckMailPage(ctx, { after: null })).total).toBe(0)
    expect(await claimMail(db, new Date(testNow.getTime() + 1e9))).toBeNull()
    await expect(releaseMail(ctx, plain)).rejects.toThrow(Conflict)
    expect((await stuckMailFor(ctx, plain)).held).toBe(false)
  })

  test('a sign-in code that ran out cannot go out any more', async () => {
    const { db, ctx, row } = await aDesk()
    const id = await aMail(db, { ...aCode })
    const later = { ...ctx, now: new Date(testNow.getTime() + 15 * 60_000 + 1) }
    await expect(releaseMail(later, id)).rejects.toThrow('has run out')
    expect((await row(id))?.state).toBe('held')
    await releaseMail({ ...ctx, now: new Date(testNow.getTime() + 15 * 60_000) }, id)
    expect((await row(id))?.state).toBe('queued')
  })

  test('of many who decide at once, one does', async () => {
    const { db, ctx } = await aDesk()
    const other = await contextFor(db, await aCoordinator(db))
    const id = await aMail(db)
    const deeds = Array.from({ length: 10 }, (_, n) =>
      n % 2 ? releaseMail(ctx, id) : letMailGo(other, id),
    )
    const settled = await Promise.allSettled(deeds)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const each of settled) {
      if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(Conflict)
    }
    expect(await db.select().from(events).where(eq(events.subjectId, id))).toHaveLength(1)
  })

  test('what is on its way, sent, or nowhere is nobody’s to decide', async () => {
    const { db, ctx } = await aDesk()
    for (const state of ['queued', 'sending', 'sent'] as const) {
      const id = await aMail(db, { state })
      await expect(releaseMail(ctx, id)).rejects.toThrow(Conflict)
      await expect(letMailGo(ctx, id)).rejects.toThrow(Conflict)
    }
    await expect(releaseMail(ctx, newId('mai'))).rejects.toThrow(NotFound)
    await expect(stuckMailFor(ctx, newId('mai'))).rejects.toThrow(NotFound)
  })

  test('is for coordinators with two factors', async () => {
    const { db, ctx } = await aDesk()
    const id = await aMail(db)
    const half = await contextFor(db, ctx.actor.person.id, testNow, ['password'])
    const owner = await contextFor(db, await anOwner(db, await aVenue(db)))
    const liaison = await contextFor(db, await aLiaison(db, await aDistrict(db)))
    for (const who of [half, owner, liaison]) {
      await expect(stuckMailPage(who, { after: null })).rejects.toThrow(NotPermitted)
      await expect(stuckMailFor(who, id)).rejects.toThrow(NotPermitted)
      await expect(releaseMail(who, id)).rejects.toThrow(NotPermitted)
      await expect(letMailGo(who, id)).rejects.toThrow(NotPermitted)
    }
    const untouched = and(eq(outbox.id, id), eq(outbox.state, 'held'))
    expect(await db.select().from(outbox).where(untouched)).toHaveLength(1)
  })
})
