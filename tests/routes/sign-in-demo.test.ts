import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keepMail } from '~/files/kept-mail.server'
import { requirePerson } from '~/http/guards.server'
import { absent } from '~/http/respond.server'
import { loader as demo } from '~/routes/demo._index/route'
import { loader as demoSignInPage, action as signIn } from '~/routes/demo.sign-in'
import { loader as mailbox } from '~/routes/mailbox._index'
import { loader as mail } from '~/routes/mailbox.$id._index/route'
import { loader as body } from '~/routes/mailbox.$id.body'
import { program } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, testNow } from '~tests/support/factories'
import { answerOf, cookiesOf, routeArgs } from '~tests/support/route-args'
import '~tests/support/visits'

describe('the pages of the demo', () => {
  it('answer as an absent page does, unless both gates are open', async () => {
    for (const [seeded, demoAllowed] of [
      [false, true],
      [true, false],
      [false, false],
    ] as const) {
      const { db, personId } = await aDemo(seeded)
      const sent = { demoAllowed, form: { personId } }
      for (const answer of [
        await answerOf(demo(routeArgs(db, '/demo', { demoAllowed }))),
        await answerOf(demoSignInPage(routeArgs(db, '/demo/sign-in', { demoAllowed }))),
        await answerOf(signIn(routeArgs(db, '/demo/sign-in', sent))),
        await answerOf(mailbox(routeArgs(db, '/mailbox', { demoAllowed }))),
        await answerOf(mail(routeArgs(db, '/mailbox/x', { demoAllowed, params: { id: 'x' } }))),
        await answerOf(body(routeArgs(db, '/mailbox/x/body', { demoAllowed }))),
      ]) {
        expect([answer.status, await answer.text()]).toEqual([404, await absent().text()])
        expect(answer.headers.getSetCookie()).toEqual([])
      }
    }
  })

  it('name each person with a line, and sign in with one click', async () => {
    const { db, personId } = await aDemo(true)
    const page = await demo(routeArgs(db, '/demo', { demoAllowed: true }))
    const ana = { id: personId, name: 'Ana Reyes', line: 'Owner, The Lantern Room', story: null }
    expect(page.groups).toEqual([{ id: 'group-1', title: 'Not in a district yet', people: [ana] }])
    const form = { personId }
    const answer = await answerOf(
      signIn(routeArgs(db, '/demo/sign-in', { demoAllowed: true, form })),
    )
    expect(answer.headers.get('Location')).toBe('/home')
    const ctx = await requirePerson(routeArgs(db, '/home', { cookies: cookiesOf(answer) }))
    expect(ctx.actor.person.id).toBe(personId)
    expect(ctx.actor.factors).toEqual(['demo'])
  })

  it('know nobody by a made-up id', async () => {
    const { db } = await aDemo(true)
    const form = { personId: 'per_nobody' }
    const sent = { demoAllowed: true, form }
    expect((await answerOf(signIn(routeArgs(db, '/demo/sign-in', sent)))).status).toBe(404)
  })
})

describe('the mailbox', () => {
  it('shows mail newest first, a page at a time, and finds words', async () => {
    const { db } = await aDemo(true)
    const dataDir = aFolder()
    for (let number = 1; number <= 27; number += 1) {
      await keepMail(dataDir, aMail(number), new Date(testNow.getTime() + number * 1000))
    }
    const read = (path: string) => mailbox(routeArgs(db, path, { demoAllowed: true, dataDir }))
    const first = await read('/mailbox')
    expect(first.total).toBe('27 messages')
    expect(first.mails).toHaveLength(25)
    expect(first.mails[0]?.subject).toBe('Subject 27')
    const second = await read(first.next ?? '')
    expect(second.mails.map(({ subject }) => subject)).toEqual(['Subject 2', 'Subject 1'])
    expect(second.next).toBeNull()
    const found = await read('/mailbox?words=NUMBER+13.')
    expect(found.mails.map(({ subject }) => subject)).toEqual(['Subject 13'])
  })

  it('shows one message, its body under a policy of its own', async () => {
    const { db } = await aDemo(true)
    const dataDir = aFolder()
    await keepMail(dataDir, aMail(1), testNow)
    const page = await mailbox(routeArgs(db, '/mailbox', { demoAllowed: true, dataDir }))
    const path = page.mails[0]?.path ?? ''
    const sent = { demoAllowed: true, dataDir, params: { id: path.split('/').at(-1) ?? '' } }
    expect(await mail(routeArgs(db, path, sent))).toMatchObject({
      to: 'ana@example.com',
      subject: 'Subject 1',
      text: 'Text of number 1.',
      body: `${path}/body`,
    })
    const answer = await answerOf(body(routeArgs(db, `${path}/body`, sent)))
    expect(await answer.text()).toBe(
      '<html><head><base target="_top" /></head><body>1</body></html>',
    )
    const policy = answer.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain('sandbox')
    expect(policy).not.toContain('allow-scripts')
  })

  it('opens no other file', async () => {
    const { db } = await aDemo(true)
    const dataDir = aFolder()
    await keepMail(dataDir, aMail(1), testNow)
    for (const id of ['../secrets', '..%2fsecrets', '', '.', '20261122T230000000Z-absent']) {
      const sent = { demoAllowed: true, dataDir, params: { id } }
      expect((await answerOf(mail(routeArgs(db, '/mailbox/x', sent)))).status).toBe(404)
    }
  })

  it('keeps one mail for two sends of the same', async () => {
    const { db } = await aDemo(true)
    const dataDir = aFolder()
    await keepMail(dataDir, aMail(1), testNow)
    await keepMail(dataDir, aMail(1), new Date(testNow.getTime() + 5_000))
    const page = await mailbox(routeArgs(db, '/mailbox', { demoAllowed: true, dataDir }))
    expect(page.mails).toHaveLength(1)
  })
})

async function aDemo(seeded: boolean) {
  const db = aDatabase()
  await aProgram(db)
  if (seeded) {
    await db.transaction((tx) => tx.update(program).set({ demoSeededAt: testNow }))
  }
  const venueId = await aVenue(db, { name: 'The Lantern Room', madeUp: true })
  const personId = await anOwner(db, venueId, { name: 'Ana Reyes' })
  return { db, personId, venueId }
}

function aFolder(): string {
  return mkdtempSync(join(tmpdir(), 'lamplight-mail-'))
}

function aMail(number: number) {
  return {
    id: `mai_${number}`,
    to: 'ana@example.com',
    subject: `Subject ${number}`,
    text: `Text of number ${number}.`,
    html: `<html><head></head><body>${number}</body></html>`,
  }
}
