import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

const real = 'db/real-data/dc-licensees-2016.csv'

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-command-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function run(dataDir: string, ...args: string[]) {
  return spawnSync('node', ['--import', 'tsx', 'app/commands/import-licensees.ts', ...args], {
    env: { NODE_ENV: 'test', PATH: process.env.PATH, DATA_DIR: dataDir },
    encoding: 'utf8',
  })
}

describe('npm run import:licensees', () => {
  it('says what a list would bring, brings it, and then changes nothing', () => {
    const dataDir = join(aFolder(), 'data')
    const counts = { rows: 1259, venues: 1256, changed: 0, repeatedRows: 3, problems: [] }
    const dry = run(dataDir, real, '--dry-run', '--json')
    expect(JSON.parse(dry.stdout)).toMatchObject({ ...counts, dryRun: true, added: 1256 })
    const first = run(dataDir, real)
    expect(first.stdout).toContain('Row 61 repeats row 60 (license ABRA007880) and counts once.')
    expect(first.stdout).toContain('1256 were added')
    const second = run(dataDir, real)
    expect(second.stdout).toContain('Nothing changed: all 1256 venues are on file already.')
  }, 60_000)

  it('names what changed, what vanished and what looks like a venue it knows', () => {
    const dataDir = join(aFolder(), 'data')
    const file = join(aFolder(), 'list.csv')
    const head = 'License,Name,Address\n'
    const rows = 'A1,The Lamp,1 Main St\nA2,The Bell,2 Main St\nA3,The Well,3 Main St\n'
    writeFileSync(file, head + rows)
    expect(run(dataDir, file).stdout).toContain('3 were added')
    writeFileSync(file, `${head}A1,The Lamps,1 Main St\n`)
    const part = run(dataDir, file)
    expect(part.status).toBe(1)
    expect(part.stderr).toContain('may be a part of the list')
    writeFileSync(file, head + rows.replace('Lamp', 'Lamps').replace('A3', 'B3'))
    const { stdout } = run(dataDir, file)
    expect(stdout).toContain('  Name: The Lamp → The Lamps\n')
    expect(stdout).toContain('The Well (license A3) is not on this list. Nobody has joined yet.')
    expect(stdout).toContain('The Well (license B3) looks like The Well. The same address')
    expect(stdout).toContain('1 were added, 1 were changed, 1 are on file already.')
  }, 60_000)

  it('answers what it cannot read with one sentence and an exit code', () => {
    const folder = aFolder()
    const file = join(folder, 'list.csv')
    writeFileSync(file, '%PDF-1.7')
    const refused = run(join(folder, 'data'), file)
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(/^This looks like a PDF; .*\n$/)
    const absent = run(join(folder, 'data'), join(folder, 'no.csv'))
    expect(absent.status).toBe(1)
    expect(absent.stderr).toContain('There is no file')
  }, 60_000)
})
