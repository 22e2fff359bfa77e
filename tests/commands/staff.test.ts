import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { asksForWord, setupPage } from '~/domain/accounts/staff-setup.server'
import { typeSetupWord } from '~/domain/accounts/type-setup-word.server'
import { migrate } from '~db/migrate.server'
import { openDatabase } from '~db/open.server'
import { credentials, events, outbox, people, signInLocks } from '~db/schema'
import { runCommand } from '~tests/support/command'
import { aDistrict, aLiaison, aProgram } from '~tests/support/factories'
import { aVisit } from '~tests/support/visits'

const email = 'lee@example.com'
const dana = ['--email', 'dana@example.com', '--name', 'Dana Cole', '--role', 'coordinator']

describe('npm run staff:unlock', () => {
  it('releases a locked account, and says whether there was one', async () => {
    const { db, dataDir } = await aTown()
    await aProgram(db)
    const personId = await aLiaison(db, await aDistrict(db))
    await db.transaction(async (tx) => {
      await tx.update(people).set({ email }).where(eq(people.id, personId))
      await tx.insert(signInLocks).values({ personId, lockedAt: new Date() })
    })
    const unlock = (...args: string[]) => runCommand('unlock-staff', dataDir, ...args)
    const released = await unlock('--email', ' Lee@Example.com')
    expect(released).toEqual({
      status: 0,
      stdout: 'The account is released. Its password works again from every browser.\n',
      stderr: '',
    })
    expect(await db.$count(signInLocks)).toBe(0)
    const [event] = await db.select().from(events).where(eq(events.kind, 'staff.unlocked'))
    expect(event).toMatchObject({ personId: null, subjectId: personId })

    const again = await unlock('--email', email)
    expect([again.status, again.stdout]).toEqual([
      0,
      'The account was not locked. Its count of failures begins anew.\n',
    ])
    const nobody = await unlock('--email', 'nobody@example.com')
    expect(nobody).toEqual({ status: 1, stdout: '', stderr: 'Nobody has this email address.\n' })
    const unasked = await unlock()
    expect([unasked.status, unasked.stderr]).toEqual([
      1,
      expect.stringMatching(/^--email must be an address.*\n\nUsage: npm run staff:unlock/),
    ])
  }, 120_000)
})

describe('npm run staff:invite', () => {
  it('makes the first coordinator where there is nothing yet, with a link and a word for it', async () => {
    const { db, dataDir } = await aTown()
    const invited = await runCommand('invite-staff', dataDir, ...dana)
    expect([invited.status, invited.stderr]).toEqual([0, ''])
    const token = /\/sign-in\/setup\/([\w-]+)$/m.exec(invited.stdout)?.[1] ?? ''
    const word = /^It asks for this word: ([a-z]+-[a-z]+-\d\d)$/m.exec(invited.stdout)?.[1] ?? ''
    const mails = JSON.stringify(await db.select().from(outbox))
    expect([mails.includes(token), mails.includes(word)]).toEqual([true, false])

    const visit = { ...aVisit(db), now: new Date() }
    expect(await asksForWord(db, token, visit.now)).toBe(true)
    const page = await typeSetupWord(visit, token, word)
    expect(await setupPage(db, page, visit.now)).toMatchObject({ name: 'Dana Cole' })
  }, 60_000)

  it('refuses whoever has a staff sign-in, says what to do instead, and ends with 1', async () => {
    const { db, dataDir } = await aTown()
    await runCommand('invite-staff', dataDir, ...dana)
    const [person] = await db.select().from(people)
    if (!person) throw new Error('Nobody was invited.')
    const kept = { passwordHash: 'x', totpSecretSealed: 'x', setAt: new Date() }
    await db.transaction((tx) => tx.insert(credentials).values({ personId: person.id, ...kept }))
    const refused = await runCommand('invite-staff', dataDir, ...dana)
    expect([refused.status, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toContain('invite a second one with another address first.')
    expect(await db.$count(outbox)).toBe(1)
  }, 60_000)
})

async function aTown() {
  const dataDir = mkdtempSync(join(tmpdir(), 'lamplight-staff-'))
  const file = join(dataDir, 'lamplight.sqlite')
  migrate(file)
  const db = openDatabase(file)
  onTestFinished(async () => {
    await db.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return { db, dataDir }
}
