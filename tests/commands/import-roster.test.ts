import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '~db/migrate.server'
import { openDatabase } from '~db/open.server'
import { staff, trainingRecords, venues } from '~db/schema'
import { aProgram, aVenue } from '~tests/support/factories'

const vendor = 'tests/support/rosters/2-food-safety-vendor.csv'
const wrong = 'tests/support/rosters/6-everything-wrong.csv'

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-roster-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function run(dataDir: string, ...args: string[]) {
  return spawnSync('node', ['--import', 'tsx', 'app/commands/import-roster.ts', ...args], {
    env: { NODE_ENV: 'test', PATH: process.env.PATH, DATA_DIR: dataDir },
    encoding: 'utf8',
  })
}

async function aVenueOnFile() {
  const dataDir = aFolder()
  const file = join(dataDir, 'lamplight.sqlite')
  migrate(file)
  const db = openDatabase(file)
  onTestFinished(() => db.close())
  await aProgram(db)
  const venueId = await aVenue(db)
  const [venue] = await db.select().from(venues).where(eq(venues.id, venueId))
  const held = async () => [
    (await db.select().from(staff)).length,
    (await db.select().from(trainingRecords)).length,
  ]
  const importList = (...args: string[]) => run(dataDir, '--venue', venue?.slug ?? '', ...args)
  return { dataDir, held, importList }
}

it('says what a list would bring, brings it, and then changes nothing', async () => {
  const { held, importList } = await aVenueOnFile()
  const dry = importList('--dry-run', '--json', vendor)
  expect([dry.status, dry.stderr]).toEqual([0, ''])
  const would = JSON.parse(dry.stdout)
  expect(Object.keys(would).sort()).toEqual(
    [
      ...['dryRun', 'encoding', 'mapping', 'notes', 'people', 'questions', 'records', 'refusals'],
      'venue',
    ].sort(),
  )
  expect([would.dryRun, would.questions, would.refusals]).toEqual([true, [], []])
  expect(would.mapping.map(({ header, field }: Record<string, string>) => [header, field])).toEqual(
    [
      ['Name', 'fullName'],
      ['E-mail', 'private'],
      ['Certificate Number', 'certificateNumber'],
      ['Program', 'training'],
      ['Completed', 'completedOn'],
      ['Job title', 'position'],
    ],
  )
  expect(await held()).toEqual([0, 0])

  const first = importList(vendor)
  expect([first.status, first.stderr]).toEqual([0, ''])
  expect(await held()).toEqual([would.people.new, would.records.new])
  const second = importList(vendor)
  expect(second.status).toBe(0)
  expect(second.stdout).toContain('Everything in this file is on the list already')
  expect(await held()).toEqual([would.people.new, would.records.new])
}, 120_000)

it('lists each refusal of a bad list with its row, cell, reason and remedy, and ends well', async () => {
  const { importList } = await aVenueOnFile()
  const dry = importList('--dry-run', '--json', wrong)
  expect(dry.status).toBe(0)
  const { refusals } = JSON.parse(dry.stdout)
  expect(refusals.length).toBeGreaterThan(5)
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({
      row: expect.any(Number),
      cell: expect.any(String),
      reason: expect.stringMatching(/\.$/),
      mend: expect.any(String),
    })
  }
  const plain = importList('--dry-run', wrong)
  expect(plain.stdout).toContain('(dry run, nothing was written)')
  expect(plain.stdout).toContain('“02/30/2026”')
  // What may not be kept is not even repeated.
  expect(dry.stdout + plain.stdout).not.toMatch(/000-00-0000|1990-01-01/)
}, 120_000)

it('answers what it was asked wrongly with one sentence, how to ask, and an exit code', async () => {
  const { dataDir, importList } = await aVenueOnFile()
  const refusals = [
    [run(dataDir, '--venue', 'nowhere', vendor), 'There is no venue with the slug nowhere.'],
    [importList('no-such.csv'), 'There is no file no-such.csv.'],
    [
      importList('--map', 'Nickname=fullName', vendor),
      'There is no column “Nickname” in this file.',
    ],
    [run(join(dataDir, 'none'), '--venue', 'x', vendor), 'There is no database in'],
  ] as const
  for (const [{ status, stdout, stderr }, sentence] of refusals) {
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr.startsWith(sentence)).toBe(true)
    expect(stderr).toContain('Usage: npm run import:roster')
  }
}, 120_000)
