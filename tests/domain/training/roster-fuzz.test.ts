import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Context } from '~/domain/context'
import { digestOf } from '~/domain/events.server'
import type { VenueId } from '~/domain/ids'
import { TrainingType } from '~/domain/standards/standard-set'
import { Unreadable } from '~/domain/table-bytes'
import { importRoster } from '~/domain/training/import-roster.server'
import { changesNothing, type RosterPlan } from '~/domain/training/plan-roster'
import { previewRoster, readRosterFile, reportOf } from '~/domain/training/preview-roster.server'
import { teamOf } from '~/domain/training/queries.server'
import type { RosterReading } from '~/domain/training/read-roster'
import { readRosterSheets } from '~/domain/training/roster-sheets'
import { startRosterImport } from '~/domain/training/start-roster-import.server'
import { undoRosterImport } from '~/domain/training/undo-roster-import.server'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, contextFor } from '~tests/support/factories'
import { aWorkbook } from '~tests/support/workbook'

const types = z
  .array(TrainingType)
  .parse(JSON.parse(readFileSync('db/program-pack/training-types.json', 'utf8')))

const files = [
  '0-lantern-room.csv',
  '1-alcohol-course-export.csv',
  '2-food-safety-vendor.csv',
  '3-handmade-spreadsheet-cp1252.csv',
  '4-payroll-export.tsv',
  '5-one-column-per-course.csv',
  '6-everything-wrong.csv',
].map((file) => readFileSync(`tests/support/rosters/${file}`))

const workbook = Buffer.from(
  aWorkbook({
    Staff: [
      ['Name', 'Role', 'Hire date', 'Fake ID', 'SSN'],
      ['Ada Lang', 'Server', new Date('2024-03-05'), new Date('2026-01-12'), '000-00-0000'],
      ['Bo Reyes', 'Door', 45_356, true, null],
    ],
  }),
)

/** One slip of a pen, a cable or a spreadsheet; what it hits follows from two numbers between 0 and 1. */
const slips: Record<string, (bytes: Buffer, at: number, other: number) => Buffer> = {
  flips: (bytes, at, other) => {
    const flipped = Buffer.from(bytes)
    flipped[Math.floor(at * bytes.length)] = Math.floor(other * 256)
    return flipped
  },
  cuts: (bytes, at, other) => {
    const start = Math.floor(at * bytes.length)
    const end = start + Math.floor(other * 60)
    return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
  },
  endsEarly: (bytes, at) => bytes.subarray(0, Math.floor(at * bytes.length)),
  repeatsARow: (bytes, at, other) =>
    byLines(bytes, (lines) => {
      const line = lines[Math.floor(at * lines.length)] ?? ''
      return lines.toSpliced(Math.floor(other * lines.length), 0, line)
    }),
  swapsColumns: (bytes, at, other) =>
    byLines(bytes, (lines) =>
      lines.map((line) => {
        const cells = line.split(separatorOf(bytes))
        const [a, b] = [Math.floor(at * cells.length), Math.floor(other * cells.length)]
        return cells
          .with(a, cells[b] ?? '')
          .with(b, cells[a] ?? '')
          .join(separatorOf(bytes))
      }),
    ),
  swapsRows: (bytes, at, other) =>
    byLines(bytes, (lines) => {
      const [a, b] = [Math.floor(at * lines.length), Math.floor(other * lines.length)]
      return lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '')
    }),
  says: (bytes, at, other) => {
    const where = Math.floor(at * bytes.length)
    const what = intruders[Math.floor(other * intruders.length)] ?? ''
    return Buffer.concat([bytes.subarray(0, where), Buffer.from(what), bytes.subarray(where)])
  },
}
const intruders = [
  '"',
  '\n',
  ',',
  '\t',
  ';',
  '\0',
  '\f',
  '\ufeff',
  '\u202e',
  '=1+1',
  '<b>',
  '__proto__',
  '👩🏽‍🍳',
]

const between0And1 = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const slip = fc.tuple(fc.constantFrom(...Object.keys(slips)), between0And1, between0And1)
const slipped = (originals: Buffer[]) =>
  fc
    .tuple(fc.constantFrom(...originals), fc.array(slip, { minLength: 1, maxLength: 6 }))
    .map(([original, all]) =>
      all.reduce((bytes, [kind, at, other]) => slips[kind]?.(bytes, at, other) ?? bytes, original),
    )

test('any bytes are read, or refused with one sentence', async () => {
  const read = (bytes: Uint8Array) => readRosterSheets(bytes, { types, today: '2026-11-22' })
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.uint8Array({ maxLength: 300 }).map((rest) => Buffer.concat([zipStart, rest])),
        slipped(files),
        slipped([workbook]),
      ),
      async (bytes) => {
        const reading = await readingOf(() => read(bytes))
        if (!reading) return
        expectSound(reading)
        // What is kept says the same as what came.
        const again = await read(reading.copy())
        expect(again.people).toEqual(reading.people)
        expect(again.questions).toEqual(reading.questions)
      },
    ),
    { numRuns: 400 },
  )
}, 20_000)

test('what is imported is the whole plan or nothing, and can be taken back', async () => {
  const db = aDatabase()
  await aProgram(db)
  const outcomes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(slipped([...files, workbook]), async (bytes) => {
      const venueId = await aVenue(db)
      const ctx = await contextFor(db, await anOwner(db, venueId))
      await importFile(ctx, venueId, Buffer.from(beginning))
      outcomes.add(await importAndUndo(later(ctx, 1), venueId, bytes))
    }),
    { numRuns: 40 },
  )
  expect(outcomes).toContain('imported')
}, 20_000)

/** Some of these stand in the files too, so that an import changes people and adds to them. */
const beginning =
  'Name,Role,Training,Completed on\nJosé Núñez,Server,Fake ID,2025-02-03\nAda Lang,Door,,\n'
const zipStart = Buffer.from('PK\x03\x04', 'latin1')

async function importAndUndo(ctx: Context, venueId: VenueId, bytes: Buffer): Promise<string> {
  const before = await teamOf(ctx, venueId)
  const done = await readingOf(() => importFile(ctx, venueId, bytes))
  const after = await teamOf(ctx, venueId)
  if (!done || changesNothing(done.plan)) {
    expect(after).toEqual(before)
    return 'nothing'
  }
  expect(after.people).toHaveLength(before.people.length + done.plan.peopleAdded.length)
  expect(after.records).toHaveLength(before.records.length + newRecords(done.plan))
  await undoRosterImport(later(ctx, 1), venueId, done.importId)
  expect(await teamOf(ctx, venueId)).toEqual(before)
  return 'imported'
}

async function importFile(ctx: Context, venueId: VenueId, bytes: Uint8Array) {
  const unanswered = await readRosterFile(ctx.db, bytes, ctx.now)
  const answers = Object.fromEntries(
    unanswered.questions.map(({ id, choices }) => [id, choices[0]?.value ?? '']),
  )
  const preview = await previewRoster(
    ctx,
    venueId,
    await readRosterFile(ctx.db, bytes, ctx.now, answers),
  )
  const digest = digestOf(bytes)
  const file = { name: 'team.csv', key: digest, digest }
  const importId = await startRosterImport(ctx, venueId, file, reportOf(preview))
  await importRoster(ctx, venueId, importId, { bytes, answers, seen: preview.seen })
  return { importId, plan: preview.plan }
}

/** Null for a file that is refused; anything but a refusal is a bug. */
async function readingOf<Result>(run: () => Promise<Result>): Promise<Result | null> {
  try {
    return await run()
  } catch (error) {
    expect(error).toBeInstanceOf(Unreadable)
    expect((error as Unreadable).message).toMatch(/^[A-Z].+\.$/s)
    return null
  }
}

function expectSound({ people, problems, mapping }: RosterReading): void {
  for (const { name } of people) expect(name).toMatch(/^\P{Cc}+$/u)
  for (const { why, mend } of problems) expect([why, mend].join(' ')).toMatch(/\.$/)
  expect(mapping.some(({ use }) => use.kind === 'field')).toBe(true)
}

function newRecords({ peopleAdded, recordsAdded }: RosterPlan): number {
  return recordsAdded.length + peopleAdded.reduce((sum, { records }) => sum + records.length, 0)
}

function byLines(bytes: Buffer, change: (lines: string[]) => string[]): Buffer {
  return Buffer.from(change(bytes.toString('latin1').split('\n')).join('\n'), 'latin1')
}

function separatorOf(bytes: Buffer): string {
  return bytes.includes('\t') ? '\t' : ','
}

function later(ctx: Context, hours: number): Context {
  return { ...ctx, now: new Date(ctx.now.getTime() + hours * 3_600_000) }
}
