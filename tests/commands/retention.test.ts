import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { recordEvent } from '~/domain/events.server'
import { newId } from '~/domain/ids'
import { migrate } from '~db/migrate.server'
import { openDatabase } from '~db/open.server'
import { outbox, removals } from '~db/schema'
import { runCommand as run } from '~tests/support/command'
import { aProgram } from '~tests/support/factories'

const day = 86_400_000

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-retention-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A mail and an event with an address, both of two years ago. */
async function anOldTown() {
  const dataDir = aFolder()
  const file = join(dataDir, 'lamplight.sqlite')
  migrate(file)
  const db = openDatabase(file)
  onTestFinished(() => db.close())
  await aProgram(db)
  const at = new Date(Date.now() - 730 * day)
  const origin = { requestId: null, sessionId: null, submission: null, device: 'Firefox' }
  await db.transaction(async (tx) => {
    await recordEvent(tx, {
      ...{ kind: 'person.signed_in', actor: null, at },
      origin: { ...origin, address: '203.0.113.7' },
    })
    await tx.insert(outbox).values({
      ...{ id: newId('mai'), kind: 'things-due', address: 'a@example.com', locale: 'en' },
      ...{ facts: { word: 'one' }, state: 'sent', createdAt: at, nextTryAt: at, tries: 1 },
      sentAt: at,
    })
  })
  return { db, dataDir }
}

describe('npm run retention', () => {
  it('says that there is nothing to work on yet, and what makes it', async () => {
    const { status, stderr } = await run('retention', join(aFolder(), 'data'))
    expect(status).toBe(1)
    expect(stderr).toMatch(/^There is no database in .* yet\. "npm start" makes one\.\n/)
  }, 60_000)

  it('says what it would do, lists it, removes it once its days are over, and the record stays whole', async () => {
    const { db, dataDir } = await anOldTown()
    const dry = await run('retention', dataDir, '--dry-run')
    expect([dry.status, dry.stderr]).toEqual([0, ''])
    expect(dry.stdout).toContain(
      'Nothing was written. A run now would list 2 lines and remove what 0 lines stand for.\n',
    )
    expect(dry.stdout).toMatch(/event-details [-\d]{10}\/[-\d]{10}: 1 event, would be listed/)
    expect(await db.$count(removals)).toBe(0)

    const listed = await run('retention', dataDir, '--json')
    const { list, ...counts } = JSON.parse(listed.stdout) as { list: { rule: string }[] }
    expect(counts).toEqual({ dryRun: false, listed: 2, removed: 0 })
    expect(list.map(({ rule }) => rule).sort()).toEqual(['event-details', 'sent-mail'])

    await db.transaction((tx) => tx.update(removals).set({ removeAfter: new Date() }))
    const ripe = await run('retention', dataDir, '--dry-run')
    expect(ripe.stdout).toContain('list 0 lines and remove what 2 lines stand for.')
    const removed = await run('retention', dataDir)
    expect(removed.stdout).toBe(
      'Listed 0 lines, and removed what 2 lines stood for.\nNothing is on the list.\n',
    )
    expect(await db.select({ address: outbox.address }).from(outbox)).toEqual([{ address: '' }])
    const verified = await run('audit-verify', dataDir)
    expect([verified.status, verified.stderr]).toEqual([0, ''])
  }, 120_000)
})
