import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readPack } from '~/domain/standards/load-pack'
import { currentStandardSet } from '~/domain/standards/program.server'
import { migrate } from '~db/migrate.server'
import { openDatabase } from '~db/open.server'
import { aProgram } from '~tests/support/factories'
import { aSecondSet } from '~tests/support/standards'

function publish(dataDir: string, ...args: string[]) {
  const child = spawn('node', ['--import', 'tsx', 'app/commands/publish-standards.ts', ...args], {
    env: { NODE_ENV: 'test', PATH: process.env.PATH, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (text) => {
    stdout += text
  })
  child.stderr.on('data', (text) => {
    stderr += text
  })
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (status) => resolve({ status, stdout, stderr })),
  )
}

it('refuses what does not fit, says what would change, and puts it in force', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lamplight-standards-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  migrate(join(dataDir, 'lamplight.sqlite'))
  const db = openDatabase(join(dataDir, 'lamplight.sqlite'))
  onTestFinished(() => db.close())
  await aProgram(db)
  const { set } = readPack()
  const { standards, distinction } = aSecondSet(set)
  const file = (name: string, content: object) => {
    writeFileSync(join(dataDir, name), JSON.stringify(content))
    return join(dataDir, name)
  }
  const wrong = await publish(dataDir, file('wrong.json', { standards: [], distinction }))
  expect([wrong.status, wrong.stdout]).toEqual([1, ''])
  expect(wrong.stderr).toMatch(/^standards: /)

  const right = file('right.json', { standards, distinction })
  const changes = [
    'New: HOME-9 A quiet street, Essential',
    'Changed: HOME-1 A calm way home (Name; What is asked)',
    'Gone: MGT-2 A named contact and a yearly talk',
  ].join('\n')
  const dry = await publish(dataDir, right, '--dry-run')
  expect(dry.stdout).toMatch(`${changes}\nNothing was written. This would be version 2`)
  expect(await currentStandardSet(db)).toEqual(set)
  const done = await publish(dataDir, right)
  expect([done.status, done.stderr]).toEqual([0, ''])
  expect(done.stdout).toMatch(`${changes}\nVersion 2 is in force`)
  // A server that runs beside it knows at once.
  expect((await currentStandardSet(db)).standards).toEqual(standards)
}, 60_000)
