import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Context } from '~/domain/context'
import { Conflict, Invalid, NotFound } from '~/domain/errors'
import { digestOf } from '~/domain/events.server'
import type { ImportId, VenueId } from '~/domain/ids'
import { currentStandardSet, programOf } from '~/domain/standards/program.server'
import { addStaff } from '~/domain/training/add-staff.server'
import { changeStaff } from '~/domain/training/change-staff.server'
import { forgetRosterFiles } from '~/domain/training/forget-roster-files.server'
import { importRoster } from '~/domain/training/import-roster.server'
import { changesNothing } from '~/domain/training/plan-roster'
import {
  previewRoster,
  type RosterAnswersGiven,
  readRosterFile,
  reportOf,
  rosterImportFor,
} from '~/domain/training/preview-roster.server'
import { coverageOfVenue, teamOf } from '~/domain/training/queries.server'
import { recordTraining } from '~/domain/training/record-training.server'
import { startRosterImport } from '~/domain/training/start-roster-import.server'
import { frozenCoverage } from '~/domain/training/team'
import { previewUndo, undoRosterImport } from '~/domain/training/undo-roster-import.server'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, contextFor, testNow } from '~tests/support/factories'

describe('a first import', () => {
  test('roster 0 comes in whole, with aliases that count up by position', async () => {
    const { ctx, venueId } = await aTeamless()
    const { plan } = await previewOf(ctx, venueId, roster('0-lantern-room.csv'))
    await imported(ctx, venueId, roster('0-lantern-room.csv'))

    const team = await teamOf(ctx, venueId)
    expect(plan.people).toEqual({ new: team.people.length, changed: 0, unchanged: 0, refused: 0 })
    expect(team.people).toHaveLength(12)
    expect(team.records).toHaveLength(plan.records.new)
    expect(team.people.find(({ name }) => name === 'José Núñez')).toMatchObject({
      position: 'manager',
      aliasNumber: 1,
      startedOn: '2021-06-14',
    })
    const bartenders = team.people.filter(({ position }) => position === 'bartender')
    expect(bartenders.map(({ aliasNumber }) => aliasNumber).sort()).toEqual([1, 2, 3])
  })

  test('the same file again changes nothing', async () => {
    const { ctx, venueId } = await aTeamless()
    for (const file of [
      '0-lantern-room.csv',
      '1-alcohol-course-export.csv',
      '4-payroll-export.tsv',
    ]) {
      await imported(ctx, venueId, roster(file))
      const before = await teamOf(ctx, venueId)
      const { plan } = await previewOf(ctx, venueId, roster(file))
      expect(changesNothing(plan)).toBe(true)
      expect(plan.people.unchanged).toBeGreaterThan(0)
      await imported(ctx, venueId, roster(file))
      expect(await teamOf(ctx, venueId)).toEqual(before)
    }
  })

  test('roster 0 and then 1: nobody stands on the list twice', async () => {
    const { ctx, venueId } = await aTeamless()
    await imported(ctx, venueId, roster('0-lantern-room.csv'))
    await imported(ctx, venueId, roster('1-alcohol-course-export.csv'))
    const names = (await teamOf(ctx, venueId)).people.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThan(12)
  })

  test('people of the course export are found on the list whatever the case and the accents', async () => {
    const { ctx, venueId } = await aTeamless()
    await imported(ctx, venueId, list('Name,Role', 'Fatima PENA,Server', 'Zoe Lee,Bartender'))
    await imported(ctx, venueId, roster('1-alcohol-course-export.csv'))
    const { people, records } = await teamOf(ctx, venueId)
    const fatima = people.filter(({ name }) => name.startsWith('Fatima'))
    expect(fatima).toMatchObject([{ name: 'Fatima PENA', position: 'server' }])
    expect(records.filter(({ staffId }) => staffId === fatima[0]?.id)).toHaveLength(1)
  })

  test('payroll: leavers have left, leave is leave, and neither counts', async () => {
    const { ctx, venueId } = await aTeamless()
    await imported(ctx, venueId, roster('4-payroll-export.tsv'))
    const { people } = await teamOf(ctx, venueId)
    expect(people).toHaveLength(45)
    expect(people.find(({ name }) => name === 'Wen Ortiz')?.leftOn).toBe('2026-11-18')
    expect(people.find(({ name }) => name === 'Aaliyah Nguyen')?.onLeave).toBe(true)
    expect(people.filter(({ leftOn }) => leftOn !== null)).toHaveLength(9)

    const security = (await coverage(ctx, venueId)).find(({ standard }) => standard === 'OPS-5')
    expect(security?.coverage).toMatchObject({ inScope: 4, onLeave: 2, trained: 0, required: 4 })
    expect(security?.listed).toBe(36)
  })

  test('a header called __proto__ is a column like any other', async () => {
    const { ctx, venueId } = await aTeamless()
    const file = list('Name,Role,__proto__,constructor', 'Ada Lang,Server,x,y')
    await imported(ctx, venueId, file)
    expect((await teamOf(ctx, venueId)).people).toMatchObject([{ name: 'Ada Lang' }])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })
})

describe('a later import', () => {
  test('somebody who left gets the date, somebody who works again is back, and unknown roles change nothing', async () => {
    const { ctx, venueId } = await aTeamless()
    await imported(
      ctx,
      venueId,
      list('Name,Role', 'Ada Lang,Server', 'Bo Reyes,Door', 'Cy Ito,Host'),
    )
    await imported(
      ctx,
      venueId,
      list(
        'Name,Role,Status,Termination date',
        'Ada Lang,Server,Inactive,2026-11-20',
        'Bo Reyes,Ninja,Active,',
      ),
    )
    expect(await facts(ctx, venueId)).toEqual([
      ['Ada Lang', 'server', '2026-11-20'],
      ['Bo Reyes', 'door', null],
      ['Cy Ito', 'host', null],
    ])
    await imported(ctx, venueId, list('Name,Status', 'Ada Lang,Active'))
    expect((await facts(ctx, venueId))[0]).toEqual(['Ada Lang', 'server', null])
  })

  test('a leaver without a date gets the day of the import, and keeps it the day after', async () => {
    const { ctx, venueId } = await aTeamless()
    const file = list('Name,Role,Status', 'Ada Lang,Server,Inactive')
    await imported(ctx, venueId, file)
    const tomorrow = { ...ctx, now: new Date(testNow.getTime() + 86_400_000) }
    const { plan } = await previewOf(tomorrow, venueId, file)
    expect(changesNothing(plan)).toBe(true)
    expect(await facts(ctx, venueId)).toEqual([['Ada Lang', 'server', '2026-11-22']])
  })

  test('two people of one name are told apart by first day, then role; and if by nothing, refused', async () => {
    const { ctx, venueId } = await aTeamless()
    await imported(
      ctx,
      venueId,
      list(
        'Employee ID,Name,Role,Hire date',
        '1,Wen Lee,Door,2021-04-17',
        '2,Wen Lee,Bartender,2022-05-01',
      ),
    )
    expect((await teamOf(ctx, venueId)).people).toHaveLength(2)
    await imported(
      ctx,
      venueId,
      list('Name,Role,Training,Completed on', 'Wen Lee,Bartender,Fake ID,2026-03-01'),
    )
    const { people, records } = await teamOf(ctx, venueId)
    expect(people).toHaveLength(2)
    const bartender = people.find(({ position }) => position === 'bartender')
    expect(records.map(({ staffId }) => staffId)).toEqual([bartender?.id])

    const { plan } = await previewOf(
      ctx,
      venueId,
      list('Name,Training,Completed on', 'Wen Lee,Fake ID,2026-03-02'),
    )
    expect(plan.people).toEqual({ new: 0, changed: 0, unchanged: 0, refused: 1 })
    expect(plan.problems).toMatchObject([
      { row: 2, cell: 'Wen Lee', why: expect.stringContaining('2 people of this name') },
    ])
  })

  test('a new position brings a new alias, and the old one is given to nobody else', async () => {
    const { ctx, venueId } = await aTeamless()
    await imported(ctx, venueId, list('Name,Role', 'Ada Lang,Bartender', 'Bo Reyes,Bartender'))
    await imported(ctx, venueId, list('Name,Role', 'Bo Reyes,Manager'))
    await imported(ctx, venueId, list('Name,Role', 'Cy Ito,Bartender'))
    const aliases = (await teamOf(ctx, venueId)).people.map((p) => [
      p.name,
      p.position,
      p.aliasNumber,
    ])
    expect(aliases).toEqual([
      ['Ada Lang', 'bartender', 1],
      ['Bo Reyes', 'manager', 1],
      ['Cy Ito', 'bartender', 3],
    ])
    await imported(ctx, venueId, list('Name,Role', 'Bo Reyes,Bartender'))
    const bo = (await teamOf(ctx, venueId)).people.find(({ name }) => name === 'Bo Reyes')
    expect(bo?.aliasNumber).toBe(2)
  })
})

describe('what an import refuses', () => {
  test('an upload that is gone, a day old, or another file', async () => {
    const { ctx, venueId } = await aTeamless()
    const bytes = list('Name,Role', 'Ada Lang,Server')
    const importId = await uploaded(ctx, venueId, bytes)
    const { seen } = await previewOf(ctx, venueId, bytes)
    const confirm = (upload: Uint8Array | null, now = testNow) =>
      importRoster({ ...ctx, now }, venueId, importId, { bytes: upload, answers: {}, seen })
    await expect(confirm(null)).rejects.toThrow(Conflict)
    await expect(confirm(list('Name,Role', 'Bo Reyes,Server'))).rejects.toThrow(Conflict)
    await expect(confirm(bytes, new Date(testNow.getTime() + 90_000_000))).rejects.toThrow(Conflict)
    expect((await teamOf(ctx, venueId)).people).toEqual([])
    await confirm(bytes)
    expect((await teamOf(ctx, venueId)).people).toHaveLength(1)
  })

  test('a team that changed since the preview', async () => {
    const { ctx, venueId } = await aTeamless()
    const bytes = list('Name,Role', 'Ada Lang,Server')
    const importId = await uploaded(ctx, venueId, bytes)
    const { seen } = await previewOf(ctx, venueId, bytes)
    await addStaff(ctx, venueId, person('Ada Lang'))
    const late = importRoster(ctx, venueId, importId, { bytes, answers: {}, seen })
    await expect(late).rejects.toThrow('changed since this preview')
    expect((await rosterImportFor(ctx.db, ctx.actor, venueId, importId)).state).toBe('previewed')
    expect((await teamOf(ctx, venueId)).people).toHaveLength(1)
  })

  test('an open question about dates, until it is answered', async () => {
    const { ctx, venueId } = await aTeamless()
    const bytes = list('Name,Role,Hire date', 'Ada Lang,Server,03/04/2025')
    const importId = await uploaded(ctx, venueId, bytes)
    const confirm = async (answers: RosterAnswersGiven) => {
      const { seen } = await previewOf(ctx, venueId, bytes, answers)
      return importRoster(ctx, venueId, importId, { bytes, answers, seen })
    }
    await expect(confirm({})).rejects.toThrow(Invalid)
    await confirm({ dateOrder: 'day_first' })
    expect((await teamOf(ctx, venueId)).people[0]?.startedOn).toBe('2025-04-03')
  })

  test('a second confirmation, at the same time or later', async () => {
    const { ctx, venueId } = await aTeamless()
    const bytes = roster('0-lantern-room.csv')
    const importId = await uploaded(ctx, venueId, bytes)
    const { seen } = await previewOf(ctx, venueId, bytes)
    const confirm = () => importRoster(ctx, venueId, importId, { bytes, answers: {}, seen })
    const results = await Promise.allSettled([confirm(), confirm(), confirm()])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(confirm()).rejects.toThrow('imported already')
    expect((await teamOf(ctx, venueId)).people).toHaveLength(12)
  })

  test('two equal submits of the confirmation are one', async () => {
    const { ctx, venueId } = await aTeamless()
    const bytes = roster('0-lantern-room.csv')
    const importId = await uploaded(ctx, venueId, bytes)
    const { seen } = await previewOf(ctx, venueId, bytes)
    const twice = { ...ctx, origin: { ...ctx.origin, submission: 'a-form-of-a-page:1' } }
    const confirm = (upload: Uint8Array | null) =>
      importRoster(twice, venueId, importId, { bytes: upload, answers: {}, seen })
    await Promise.all([confirm(bytes), confirm(bytes)])
    await confirm(null)
    expect((await teamOf(ctx, venueId)).people).toHaveLength(12)
  })

  test('a crowd of one name, which nobody can tell apart, in no time', async () => {
    const { ctx, venueId } = await aTeamless()
    const crowd = list(
      'Employee ID,Name',
      ...Array.from({ length: 2000 }, (_, i) => `${i},Wen Lee`),
    )
    await imported(ctx, venueId, crowd)
    const { plan } = await previewOf(ctx, venueId, crowd)
    expect(plan.people).toEqual({ new: 0, changed: 0, unchanged: 0, refused: 2000 })
    expect(changesNothing(plan)).toBe(true)
  })

  test('people of another venue: the import is not there', async () => {
    const { ctx, venueId } = await aTeamless()
    const bytes = list('Name,Role', 'Ada Lang,Server')
    const importId = await uploaded(ctx, venueId, bytes)
    const { seen } = await previewOf(ctx, venueId, bytes)
    const otherVenue = await aVenue(ctx.db)
    const stranger = await contextFor(ctx.db, await anOwner(ctx.db, otherVenue))
    const upload = { bytes, answers: {}, seen }
    await expect(importRoster(stranger, venueId, importId, upload)).rejects.toThrow(NotFound)
    await expect(importRoster(stranger, otherVenue, importId, upload)).rejects.toThrow(NotFound)
    await expect(undoRosterImport(stranger, venueId, importId)).rejects.toThrow(NotFound)
    await expect(teamOf(stranger, venueId)).rejects.toThrow(NotFound)
    expect((await teamOf(ctx, venueId)).people).toEqual([])
  })

  test('a file with nobody in it', async () => {
    const { ctx } = await aTeamless()
    const read = readRosterFile(ctx.db, list('First name,Last name,Role'), testNow)
    await expect(read).rejects.toThrow('nobody below the column names')
  })
})

describe('taking an import back', () => {
  test('the team is as it was, name by name and date by date', async () => {
    const { ctx, venueId } = await aTeamless()
    await imported(ctx, venueId, list('Name,Role,Hire date', 'José Núñez,Server,2020-01-01'))
    const before = await teamOf(ctx, venueId)
    const importId = await imported(later(ctx), venueId, roster('0-lantern-room.csv'))
    expect((await teamOf(ctx, venueId)).people).toHaveLength(12)

    expect(await undoRosterImport(later(ctx, 2), venueId, importId)).toEqual({ stays: 0 })
    expect(await teamOf(ctx, venueId)).toEqual(before)
    await expect(undoRosterImport(ctx, venueId, importId)).rejects.toThrow(Conflict)
  })

  test('a number that the import gave stays that person’s, also when the import is taken back', async () => {
    const { ctx, venueId } = await aTeamless()
    await imported(ctx, venueId, list('Name,Role', 'Ada Lang,Server'))
    const second = await imported(later(ctx), venueId, list('Name,Role', 'Ada Lang,Bartender'))
    await undoRosterImport(later(ctx, 2), venueId, second)
    await imported(later(ctx, 3), venueId, list('Name,Role', 'Cy Ito,Bartender'))
    const { people } = await teamOf(ctx, venueId)
    expect(people.map((p) => [p.name, p.position, p.aliasNumber])).toEqual([
      ['Ada Lang', 'server', 1],
      ['Cy Ito', 'bartender', 2],
    ])
  })

  test('two imports can be taken back one after the other, the newer first', async () => {
    const { ctx, venueId } = await aTeamless()
    const first = await imported(ctx, venueId, list('Name,Role', 'Ada Lang,Server'))
    const second = await imported(later(ctx), venueId, list('Name,Role', 'Ada Lang,Bartender'))
    const { plan } = await previewUndo(ctx, venueId, first)
    expect(plan.stays).toMatchObject([{ name: 'Ada Lang' }])

    await undoRosterImport(later(ctx, 2), venueId, second)
    await undoRosterImport(later(ctx, 3), venueId, first)
    expect((await teamOf(ctx, venueId)).people).toEqual([])
  })

  test('what somebody changed since then stays, and is named', async () => {
    const { ctx, venueId } = await aTeamless()
    const importId = await imported(
      ctx,
      venueId,
      list(
        'Name,Role,Training,Completed on',
        'Ada Lang,Server,Fake ID,2026-03-01',
        'Bo Reyes,Door,,',
        'Cy Ito,Host,,',
      ),
    )
    const { people } = await teamOf(ctx, venueId)
    const [ada, bo] = people
    if (!ada || !bo) throw new Error('The import brought nobody.')
    const change = { ...person('Ada L. Lang'), leftOn: null, seen: ada.updatedAt.getTime() }
    await changeStaff(later(ctx), venueId, ada.id, change)
    await recordTraining(later(ctx), venueId, bo.id, training('2026-05-01'))

    const { plan } = await previewUndo(ctx, venueId, importId)
    expect(plan.stays.map(({ name }) => name).sort()).toEqual(['Ada L. Lang', 'Bo Reyes'])
    expect(await undoRosterImport(later(ctx, 2), venueId, importId)).toEqual({ stays: 2 })
    const after = await teamOf(ctx, venueId)
    expect(after.people.map(({ name }) => name)).toEqual(['Ada L. Lang', 'Bo Reyes'])
    expect(after.records).toHaveLength(2)
  })

  test('twice at the same time: once', async () => {
    const { ctx, venueId } = await aTeamless()
    const importId = await imported(ctx, venueId, roster('0-lantern-room.csv'))
    const undo = () => undoRosterImport(later(ctx), venueId, importId)
    const results = await Promise.allSettled([undo(), undo()])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await teamOf(ctx, venueId)).people).toEqual([])
  })
})

test('uploads go once they are imported or a day old, and not before', async () => {
  const { ctx, venueId } = await aTeamless()
  const forgotten: string[] = []
  const sweep = (now: Date) =>
    forgetRosterFiles(ctx.db, now, async (key) => {
      forgotten.push(key)
    })
  const open = list('Name,Role', 'Ada Lang,Server')
  const openId = await uploaded(ctx, venueId, open)
  const done = list('Name,Role', 'Bo Reyes,Server')
  await imported(ctx, venueId, done)

  await sweep(testNow)
  expect(forgotten).toEqual([digestOf(done)])
  await sweep(new Date(testNow.getTime() + 90_000_000))
  expect(forgotten).toEqual([digestOf(done), digestOf(open)])
  expect(await rosterImportFor(ctx.db, ctx.actor, venueId, openId)).toMatchObject({
    fileKey: '',
    report: { people: { new: 0 } },
  })
})

test('frozen coverage holds aliases and dates, and no name', async () => {
  const { ctx, venueId } = await aTeamless()
  await imported(ctx, venueId, roster('0-lantern-room.csv'))
  const care = (await coverage(ctx, venueId)).find(({ standard }) => standard === 'CARE-1')
  if (!care) throw new Error('CARE-1 asks for training.')
  const frozen = frozenCoverage(care, '2026-11-22')
  expect(frozen.people).toHaveLength(frozen.inScope)
  expect(frozen.people.filter(({ current }) => current)).toHaveLength(frozen.trained)
  expect(frozen.people.map(({ alias }) => alias)).toContain('Bartender 2')
  const names = (await teamOf(ctx, venueId)).people.flatMap(({ name }) => name.split(' '))
  expect(names).toContain('Núñez')
  for (const name of names) expect(JSON.stringify(frozen)).not.toContain(name)
})

async function aTeamless(): Promise<{ ctx: Context; venueId: VenueId }> {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db)
  return { ctx: await contextFor(db, await anOwner(db, venueId)), venueId }
}

function later(ctx: Context, hours = 1): Context {
  return { ...ctx, now: new Date(ctx.now.getTime() + hours * 3_600_000) }
}

function roster(file: string): Uint8Array {
  return new Uint8Array(readFileSync(`tests/support/rosters/${file}`))
}

function list(...lines: string[]): Uint8Array {
  return new TextEncoder().encode(lines.join('\n'))
}

async function previewOf(
  ctx: Context,
  venueId: VenueId,
  bytes: Uint8Array,
  answers: RosterAnswersGiven = {},
) {
  return previewRoster(ctx, venueId, await readRosterFile(ctx.db, bytes, ctx.now, answers))
}

async function uploaded(ctx: Context, venueId: VenueId, bytes: Uint8Array): Promise<ImportId> {
  const digest = digestOf(bytes)
  const file = { name: 'team.csv', key: digest, digest }
  return startRosterImport(ctx, venueId, file, reportOf(await previewOf(ctx, venueId, bytes)))
}

async function imported(ctx: Context, venueId: VenueId, bytes: Uint8Array): Promise<ImportId> {
  const importId = await uploaded(ctx, venueId, bytes)
  const { seen } = await previewOf(ctx, venueId, bytes)
  await importRoster(ctx, venueId, importId, { bytes, answers: {}, seen })
  return importId
}

async function coverage(ctx: Context, venueId: VenueId) {
  const { settings } = await programOf(ctx.db)
  return coverageOfVenue(ctx, venueId, await currentStandardSet(ctx.db), settings, '2026-11-22')
}

async function facts(ctx: Context, venueId: VenueId) {
  return (await teamOf(ctx, venueId)).people.map(({ name, position, leftOn }) => [
    name,
    position,
    leftOn,
  ])
}

function person(name: string) {
  return { name, position: 'server' as const, startedOn: null, onLeave: false, another: false }
}

function training(completedOn: '2026-05-01') {
  return { type: 'fake-id', completedOn, printedExpiry: null, certificateNumber: '' }
}
