import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { queueEmail } from '~/domain/outbox.server'
import { env } from '~/env.server'
import { type Delivery, deliverOutbox } from '~/jobs/deliver-outbox.server'
import { startJobs } from '~/jobs/run.server'
import { createLog } from '~/log.server'
import { MailNotTaken, memoryTransport, type OutgoingMail } from '~/mail/transport.server'
import type { Database } from '~db/open.server'
import { outbox } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aProgram, testNow } from '~tests/support/factories'

const address = 'ana@example.com'
const seconds = 1_000
const hours = 3_600 * seconds

describe('the outbox', () => {
  it('is sent oldest first and marked as sent', async () => {
    const { db, delivery, transport } = await aDelivery()
    await queue(db, 'Second', 1)
    await queue(db, 'First', 0)
    expect(await deliverOutbox(at(delivery, 2 * seconds))).toBe(2)
    expect(transport.sent.map(({ subject }) => subject)).toEqual([
      'You are confirmed for First',
      'You are confirmed for Second',
    ])
    const [mail] = transport.sent
    expect(mail).toMatchObject({ to: address })
    expect(mail?.text).toContain('http://127.0.0.1:3000/venue/ven_1')
    expect(mail?.html).toContain('First')
    const rows = await db.select().from(outbox)
    expect(rows.map(({ state, sentAt, tries }) => [state, sentAt !== null, tries])).toEqual([
      ['sent', true, 1],
      ['sent', true, 1],
    ])
    expect(await deliverOutbox(at(delivery, 3 * seconds))).toBe(0)
  })

  it('is sent once by two deliverers at once', async () => {
    const { db, delivery } = await aDelivery()
    for (let number = 0; number < 20; number += 1) await queue(db, `Venue ${number}`, 0)
    const seen: string[] = []
    const send = async ({ id }: OutgoingMail) => {
      seen.push(id)
    }
    const both = [1, 2].map(() => deliverOutbox({ ...delivery, transport: { send } }))
    const counts = await Promise.all(both)
    expect(counts.reduce((sum, count) => sum + count)).toBe(20)
    expect(new Set(seen).size).toBe(20)
    expect(seen).toHaveLength(20)
  })

  it('forgets a code once it is out', async () => {
    const { db, delivery } = await aDelivery()
    await queueCode(db)
    expect(JSON.stringify(await row(db))).toContain('7K3M-9XQD')
    await deliverOutbox(delivery)
    expect((await row(db)).facts).toEqual({})
  })
})

describe('a mail that is not taken', () => {
  it('is tried again after growing pauses, and says why it waits', async () => {
    const { db, delivery } = await aDelivery()
    await queue(db, 'Venue', 0)
    const failing = { ...delivery, transport: refusing(new MailNotTaken('Busy (429).', false)) }
    const pauses: number[] = []
    let now = testNow.getTime()
    for (let tries = 0; tries < 8; tries += 1) {
      await deliverOutbox({ ...failing, clock: () => new Date(now) })
      const { nextTryAt, state, problem } = await row(db)
      expect([state, problem]).toEqual(['queued', 'Busy (429).'])
      pauses.push((nextTryAt.getTime() - now) / seconds)
      now = nextTryAt.getTime()
    }
    expect(pauses).toEqual([5, 30, 120, 600, 1800, 3600, 7200, 7200])
  })

  it('is not tried before its time', async () => {
    const { db, delivery, transport } = await aDelivery()
    await queue(db, 'Venue', 0)
    const failing = { ...delivery, transport: refusing(new Error('socket closed')) }
    await deliverOutbox(failing)
    expect(await deliverOutbox(at(delivery, 4 * seconds))).toBe(0)
    expect(await deliverOutbox(at(delivery, 5 * seconds))).toBe(1)
    expect(transport.sent).toHaveLength(1)
  })

  it('lets the others pass', async () => {
    const { db, delivery, transport } = await aDelivery()
    await queue(db, 'Blocked', 0)
    await queue(db, 'Free', 1)
    const send = async (mail: OutgoingMail) => {
      if (mail.subject.includes('Blocked')) throw new Error('no')
      await transport.send(mail)
    }
    await deliverOutbox(at({ ...delivery, transport: { send } }, 2 * seconds))
    expect(transport.sent.map(({ subject }) => subject)).toEqual(['You are confirmed for Free'])
  })

  it('is held when trying again cannot help', async () => {
    const { db, delivery } = await aDelivery()
    await queue(db, 'Venue', 0)
    const transport = refusing(new MailNotTaken('Resend answered validation_error (422).', true))
    await deliverOutbox({ ...delivery, transport })
    expect(await row(db)).toMatchObject({
      state: 'held',
      problem: 'Resend answered validation_error (422).',
    })
  })

  it('is held for a person after 23 hours, not sent blindly', async () => {
    const { db, delivery, transport } = await aDelivery()
    await queue(db, 'Venue', 0)
    await deliverOutbox({ ...delivery, transport: refusing(new Error('no')) })
    expect(await deliverOutbox(at(delivery, 23 * hours + 1))).toBe(0)
    expect(transport.sent).toEqual([])
    expect((await row(db)).state).toBe('held')
    expect((await row(db)).problem).toMatch(/may have arrived/)
  })

  it('is held with the reason when it cannot be written', async () => {
    const { db, delivery, transport, logged } = await aDelivery()
    await queue(db, 'Venue', 0)
    await db.transaction((tx) => tx.update(outbox).set({ kind: 'response-sent' }))
    await deliverOutbox(delivery)
    expect(transport.sent).toEqual([])
    expect((await row(db)).problem).toMatch(/^It could not be written: /)
    expect(JSON.stringify(logged)).not.toContain(address)
  })

  it('is held when its code has run out meanwhile', async () => {
    const { db, delivery, transport } = await aDelivery()
    await queueCode(db)
    await deliverOutbox(at(delivery, 601 * seconds))
    expect(transport.sent).toEqual([])
    expect((await row(db)).problem).toMatch(/ran out/)
  })
})

describe('a lease', () => {
  it('keeps a mail for the deliverer that has it, and gives it free when that one died', async () => {
    const { db, delivery, transport } = await aDelivery()
    await queue(db, 'Venue', 0)
    const dying = deliverOutbox({ ...delivery, transport: { send: () => new Promise(() => {}) } })
    await untilSending(db)
    expect(await deliverOutbox(at(delivery, 119 * seconds))).toBe(0)
    expect(await deliverOutbox(at(delivery, 120 * seconds))).toBe(1)
    expect(transport.sent).toHaveLength(1)
    expect(await row(db)).toMatchObject({ state: 'sent', tries: 2 })
    void dying
  })

  it('lets a late deliverer change nothing of what another has settled', async () => {
    const { db, delivery } = await aDelivery()
    await queue(db, 'Venue', 0)
    let fail: (error: Error) => void = () => {}
    const send = () => new Promise<void>((_, reject) => (fail = reject))
    const late = deliverOutbox({ ...delivery, transport: { send } })
    await untilSending(db)
    await deliverOutbox(at(delivery, 120 * seconds))
    fail(new Error('too late'))
    await late
    expect(await row(db)).toMatchObject({ state: 'sent', problem: null })
  })
})

it('never logs an address', async () => {
  const { db, delivery, logged } = await aDelivery()
  await queue(db, 'Venue', 0)
  await queueCode(db)
  const transport = refusing(new Error(`cannot reach ${address}`))
  await deliverOutbox({ ...delivery, transport })
  await deliverOutbox(at(delivery, 10 * seconds))
  expect(logged.length).toBeGreaterThanOrEqual(4)
  expect(JSON.stringify(logged)).not.toContain(address)
})

it('stops between two mails when it is asked to', async () => {
  const { db, delivery, transport } = await aDelivery()
  await queue(db, 'One', 0)
  await queue(db, 'Two', 1)
  await deliverOutbox(at(delivery, 2 * seconds), () => transport.sent.length === 1)
  expect(transport.sent).toHaveLength(1)
})

it('runs beside the server and stops when it is told', async () => {
  const { db } = await aDelivery()
  const jobs = startJobs({ db, env: { ...env, resend: null }, log: createLog('silent') })
  await jobs.stop()
})

async function aDelivery() {
  const db = aDatabase()
  await aProgram(db)
  const transport = memoryTransport()
  const logged: unknown[] = []
  const write = (line: unknown) => {
    logged.push(line)
  }
  const delivery: Delivery = {
    db,
    transport,
    log: { info: write, warn: write } as Delivery['log'],
    publicUrl: 'http://127.0.0.1:3000',
    clock: () => testNow,
  }
  return { db, delivery, transport, logged }
}

function at(delivery: Delivery, later: number): Delivery {
  return { ...delivery, clock: () => new Date(testNow.getTime() + later) }
}

function queue(db: Database, venue: string, secondsLater: number) {
  const now = new Date(testNow.getTime() + secondsLater * seconds)
  const to = { id: null, email: address, locale: 'en' as const }
  const facts = { venue, path: '/venue/ven_1' }
  return db.transaction((tx) => queueEmail(tx, to, 'join-confirmed', facts, now))
}

function queueCode(db: Database) {
  const to = { id: null, email: address, locale: 'en' as const }
  const facts = { code: '7K3M-9XQD', minutes: 10 }
  return db.transaction((tx) => queueEmail(tx, to, 'sign-in-code', facts, testNow))
}

async function row(db: Database) {
  const [first] = await db.select().from(outbox)
  if (!first) throw new Error('The outbox is empty.')
  return first
}

function refusing(error: Error) {
  return { send: () => Promise.reject(error) }
}

async function untilSending(db: Database): Promise<void> {
  for (;;) {
    const rows = await db.select().from(outbox).where(eq(outbox.state, 'sending'))
    if (rows.length > 0) return
    await new Promise((resolve) => setImmediate(resolve))
  }
}
