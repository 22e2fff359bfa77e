import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { describe, expect, it, onTestFinished } from 'vitest'
import { addDays, dayOf } from '~/domain/dates'
import { migrate } from '~db/migrate.server'
import { openDatabase } from '~db/open.server'
import { outbox, reminders } from '~db/schema'
import { aTrainedTeam } from '~tests/support/certificates'
import { anOwner, aProgram, aVenue } from '~tests/support/factories'

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-jobs-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

type Ended = { status: number | null; stdout: string; stderr: string }

function run(dataDir: string, ...args: string[]): Promise<Ended> {
  const child = spawn('node', ['--import', 'tsx', 'app/commands/jobs.ts', ...args], {
    env: { NODE_ENV: 'test', PATH: process.env.PATH, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (text) => {
    stdout += text
  })
  child.stderr.on('data', (text) => {
    stderr += text
  })
  return new Promise((resolve) =>
    child.on('close', (status) => resolve({ status, stdout, stderr })),
  )
}

/** A time zone in which it is early afternoon now: nobody is reminded before eight in the morning. */
function whereItIsTwo(now: Date): string {
  const ahead = 14 - now.getUTCHours()
  return ahead === 0 ? 'Etc/GMT' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`
}

describe('npm run jobs', () => {
  it('says that there is nothing to work on yet, and what makes it', async () => {
    const { status, stderr } = await run(join(aFolder(), 'data'))
    expect(status).toBe(1)
    expect(stderr).toMatch(/^There is no database in .* yet\. "npm start" makes one\.\n/)
  }, 60_000)

  it('does each thing once, though two processes do it at once', async () => {
    const dataDir = aFolder()
    const file = join(dataDir, 'lamplight.sqlite')
    migrate(file)
    const db = openDatabase(file)
    onTestFinished(() => db.close())
    const now = new Date()
    const timeZone = whereItIsTwo(now)
    await aProgram(db, timeZone)
    const venueId = await aVenue(db, { name: 'The Lantern Room' })
    await anOwner(db, venueId)
    await aTrainedTeam(db, venueId, addDays(dayOf(now, timeZone), 20))

    const both = await Promise.all([run(dataDir, '--json'), run(dataDir, '--json')])
    expect(both.map(({ status, stderr }) => [status, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ])
    const mails = both.map(({ stdout }) => {
      const done = JSON.parse(stdout) as { job: string; done: Record<string, number> }[]
      return done.find(({ job }) => job === 'send-due-reminders')?.done.mails ?? 0
    })
    expect(mails.reduce((sum, count) => sum + count, 0)).toBe(1)
    const sent = await db.select().from(outbox).where(eq(outbox.kind, 'things-due'))
    expect(sent.map(({ state }) => state)).toEqual(['sent'])
    expect(await db.select().from(reminders)).toHaveLength(4)

    const again = await run(dataDir)
    expect(again.status).toBe(0)
    expect(again.stdout).toContain('Queued 0 mails about what falls due.\nSent 0 mails.\n')
  }, 120_000)
})
