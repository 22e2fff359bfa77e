import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { startSession } from '~/domain/accounts/session.server'
import type { VenueId } from '~/domain/ids'
import { addStaff } from '~/domain/training/add-staff.server'
import { confirmRosterImport } from '~/domain/training/confirm-roster-import.server'
import { failUnfinishedImports } from '~/domain/training/fail-roster-import.server'
import { teamOf } from '~/domain/training/queries.server'
import { sessionCookie } from '~/http/session.server'
import { paths } from '~/paths'
import { action as removeRecord } from '~/routes/venue.$venueId.records.$recordId.remove'
import { loader as team } from '~/routes/venue.$venueId.team._index/route'
import {
  action as change,
  loader as person,
} from '~/routes/venue.$venueId.team.$staffId._index/route'
import { action as addRecord } from '~/routes/venue.$venueId.team.$staffId.records'
import { action as remove } from '~/routes/venue.$venueId.team.$staffId.remove'
import { action as restore } from '~/routes/venue.$venueId.team.$staffId.restore'
import { loader as classPage, action as recordClass } from '~/routes/venue.$venueId.team.class'
import { action as upload } from '~/routes/venue.$venueId.team.import._index'
import {
  action as confirm,
  loader as importPage,
} from '~/routes/venue.$venueId.team.imports.$importId._index/route'
import { action as undo } from '~/routes/venue.$venueId.team.imports.$importId.undo'
import { action as add } from '~/routes/venue.$venueId.team.new'
import { loader as template } from '~/routes/venue.$venueId.team-template[.]csv'
import type { Database } from '~db/open.server'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, contextFor } from '~tests/support/factories'
import { answerOf, routeArgs } from '~tests/support/route-args'
import { aWorkbook } from '~tests/support/workbook'

const dataDir = vi.hoisted(() => {
  const folder = `/tmp/lamplight-team-routes-${process.pid}`
  process.env.DATA_DIR = folder
  return folder
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

describe('a file that is no staff list', () => {
  test.each([
    ['nothing at all', null, 'Choose the file'],
    ['an empty file', '', 'This file is empty'],
    ['a program', '\x7FELF\x01\x01\x01\0', 'looks like a program'],
    ['a broken workbook', 'PK\x03\x04xl/workbook.xml', 'cannot be read'],
    ['a picture', '\x89PNG\r\n', 'looks like a picture'],
    ['bytes of no kind', 'ab\0\x01\x02cd', 'is not text'],
    ['a list of 10.1 MB', 'x'.repeat(10_100_000), 'larger than 10 MB'],
    ['a list without names', 'Color,Size\nred,2\n', 'names its columns'],
    ['a list of nobody', 'Name,Role\n', 'nobody below the column names'],
  ])('%s: one sentence beside the field, and nothing kept', async (_, content, sentence) => {
    const site = await aSite()
    const answer = await answerOf(upload(site.withFile(content)))
    expect(answer.status).toBe(422)
    const { errors } = (await answer.json()) as { errors: { file: string } }
    expect(errors.file.toLowerCase()).toContain(sentence.toLowerCase())
    expect(keptFiles()).toEqual([])
    expect(await site.names()).toEqual([])
  })

  test('a header called __proto__ is only a column', async () => {
    const site = await aSite()
    const page = await site.imported('Name,__proto__,constructor\nAda Lang,x,y\n')
    expect(page).toMatchObject({
      state: 'previewed',
      preview: { people: expect.stringContaining('1 new') },
    })
    expect(Object.prototype).not.toHaveProperty('x')
  })
})

describe('an import', () => {
  test('reads a workbook, whatever its name, and keeps its list alone', async () => {
    const site = await aSite()
    const sheets = {
      Cover: [['Ours']],
      Team: [
        ['Name', 'SSN'],
        ['Ada Lang', '000-00-0000'],
      ],
    }
    const bytes = Buffer.from(aWorkbook(sheets)).toString('latin1')
    const page = await site.imported(bytes)
    expect(page.preview?.added.lines).toEqual([{ name: 'Ada Lang', words: 'Other' }])
    expect(page.preview?.notes.join()).toContain('“SSN”')
  })

  test('takes pasted cells, and answers at their field', async () => {
    const site = await aSite()
    const answer = await answerOf(
      upload(site.post({ cells: 'Name\tRole\r\nAda Lang\tServer\r\n' })),
    )
    const importId = answer.headers.get('Location')?.split('/').at(-1) ?? ''
    expect(await site.importPage(importId)).toMatchObject({
      fileName: 'Pasted cells',
      preview: { added: { lines: [{ name: 'Ada Lang', words: 'Server' }] } },
    })
    const refused = await answerOf(upload(site.post({ cells: 'Color\tSize\r\nred\t2' })))
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({
      errors: { cells: expect.stringContaining('names its columns') },
    })
  })

  test('is previewed, confirmed, reported and taken back; its file is let go', async () => {
    const site = await aSite()
    const page = await site.imported('Name,Role,SSN\nAda Lang,Server,000-00-0000\n')
    expect(page.preview?.notes.join()).toContain('social security')
    expect(keptFiles()).toHaveLength(1)
    expect(await site.names()).toEqual([])

    const seen = page.preview?.seen ?? ''
    const done = await answerOf(confirm(site.post({ seen }, { importId: page.importId })))
    expect([done.status, done.headers.get('Location')]).toEqual([
      302,
      paths.rosterImport(site.venueId, page.importId),
    ])
    expect(await site.names()).toEqual(['Ada Lang'])
    expect(keptFiles()).toEqual([])
    const report = await site.importPage(page.importId)
    expect(report).toMatchObject({ state: 'done', preview: null })

    const back = await answerOf(undo(site.post({}, { importId: page.importId })))
    expect(back.status).toBe(302)
    expect(await site.names()).toEqual([])
  })

  test('has its columns read as the venue chooses, and remembers it; private ones stay out', async () => {
    const site = await aSite()
    const list = 'Name,Alias,Does,DOB\nA. Lang,Ada Lang,Server,1990-01-01\n'
    const found = await site.imported(list)
    expect(found.preview?.columns.columns.map(({ value }) => value)).toEqual([
      'fullName',
      'none',
      'none',
      null,
    ])
    const uses = ['none', 'fullName', 'position', 'startedOn']
    const search = `?${uses.map((use) => `uses=${use}`).join('&')}`
    const { preview } = await site.importPage(found.importId, search)
    expect(preview?.added.lines).toEqual([{ name: 'Ada Lang', words: 'Server' }])
    const done = await answerOf(
      confirm(site.post({ seen: preview?.seen ?? '', uses }, { importId: found.importId })),
    )
    expect(done.status).toBe(302)
    expect(await site.names()).toEqual(['Ada Lang'])

    const next = await site.imported(list.replaceAll('Lang', 'Moreau'))
    expect(next.preview?.added.lines).toEqual([{ name: 'Ada Moreau', words: 'Server' }])
    expect(next.preview?.notes).toContain(
      'The columns are read as your venue chose at an earlier import of such a list.',
    )
    expect(next.preview?.columns).toMatchObject({ open: true })
    // A choice that leaves nobody's name is none.
    const nameless = await site.importPage(next.importId, '?uses=none&uses=none&uses=none&uses=')
    expect(nameless.preview?.added.lines).toEqual([{ name: 'A. Moreau', words: 'Other' }])
  })

  test('that lost the race answers 409 with the sentence', async () => {
    const site = await aSite()
    const page = await site.imported('Name,Role\nAda Lang,Server\n')
    await addStaff(site.ctx, site.venueId, someone('Bo Reyes'))
    await addStaff(site.ctx, site.venueId, someone('Ada Lang'))
    const seen = page.preview?.seen ?? ''
    const late = await answerOf(confirm(site.post({ seen }, { importId: page.importId })))
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('changed since this preview')
    expect((await site.importPage(page.importId)).preview?.nothing).toBe(true)
  })

  test('of a long list goes on by itself, is found on the team’s page, and a second one begins nothing', async () => {
    const site = await aSite()
    const { importId, preview } = await site.imported(aLongList())
    const once = () => answerOf(confirm(site.post({ seen: preview?.seen ?? '' }, { importId })))
    expect((await once()).headers.get('Location')).toBe(paths.rosterImport(site.venueId, importId))
    expect(await site.importPage(importId)).toMatchObject({
      state: 'running',
      preview: null,
      progress: { words: expect.stringMatching(/^Reading your list|^Writing/) },
    })
    const open = [{ words: '“team.csv” is being imported.', to: expect.stringContaining(importId) }]
    expect((await team(site.get())).openImports).toMatchObject(open)
    expect((await once()).status).toBe(302)

    await site.ended(importId)
    expect(await site.importPage(importId)).toMatchObject({ state: 'done', failure: null })
    expect(await site.names()).toHaveLength(longList)
    expect((await team(site.get())).openImports).toEqual([])
    await expect.poll(keptFiles).toEqual([])
    expect((await once()).status).toBe(409)
  })

  test('of a long list that a restart cut off: nothing is written, the page says so, and it can be done again', async () => {
    const site = await aSite()
    const { importId, preview } = await site.imported(aLongList())
    const uses = ['fullName', 'position', 'none']
    expect(preview?.columns.columns).toHaveLength(3)
    expect(await confirmRosterImport(site.ctx, site.venueId, importId, { uses })).toBe(true)
    expect(await confirmRosterImport(site.ctx, site.venueId, importId, {})).toBe(false)
    expect(await failUnfinishedImports(site.db)).toBe(1)
    expect(await failUnfinishedImports(site.db)).toBe(0)

    const page = await site.importPage(importId)
    expect(page).toMatchObject({
      state: 'previewed',
      failure: expect.stringContaining('started anew'),
      preview: { answers: uses.map((value) => ({ name: 'uses', value })) },
    })
    expect((await team(site.get())).openImports).toMatchObject([
      { words: '“team.csv” was not imported.' },
    ])
    expect(await site.names()).toEqual([])

    const form = { seen: page.preview?.seen ?? '', uses }
    expect((await answerOf(confirm(site.post(form, { importId })))).status).toBe(302)
    await site.ended(importId)
    expect(await site.names()).toHaveLength(longList)
  })

  test('of a long list, after the team changed: the page says why nothing was written', async () => {
    const site = await aSite()
    const { importId, preview } = await site.imported(aLongList())
    await addStaff(site.ctx, site.venueId, someone('Person 1'))
    const form = { seen: preview?.seen ?? '' }
    expect((await answerOf(confirm(site.post(form, { importId })))).status).toBe(302)
    await site.ended(importId)
    expect(await site.importPage(importId)).toMatchObject({
      state: 'previewed',
      failure: expect.stringContaining('changed since this preview'),
    })
    expect(await site.names()).toEqual(['Person 1'])
  })

  test('asks what the dates mean, and shows the list with the answer', async () => {
    const site = await aSite()
    const page = await site.imported('Name,Role,Hire date\nAda Lang,Server,03/04/2025\n')
    expect(page.preview?.questions.map(({ id }) => id)).toEqual(['dateOrder'])
    const answered = await site.importPage(page.importId, '?dateOrder=day_first')
    expect(answered.preview).toMatchObject({
      questions: [],
      answers: [{ name: 'dateOrder', value: 'day_first' }],
      added: { total: 1, lines: [{ name: 'Ada Lang', words: 'Server, since April 3, 2025' }] },
    })
    const nonsense = await site.importPage(
      page.importId,
      '?dateOrder=sideways&trainingType=juggling',
    )
    expect(nonsense.preview?.questions).toHaveLength(1)
  })

  test('without its file says so, and offers to begin again', async () => {
    const site = await aSite()
    const page = await site.imported('Name,Role\nAda Lang,Server\n')
    rmSync(join(dataDir, 'files'), { recursive: true })
    expect(await site.importPage(page.importId)).toMatchObject({ state: 'gone', preview: null })
    const seen = page.preview?.seen ?? ''
    const late = await answerOf(confirm(site.post({ seen }, { importId: page.importId })))
    expect(late.status).toBe(409)
    expect(await site.names()).toEqual([])
  })
})

describe('the staff list', () => {
  test('keeps what was typed beside a sentence for each field', async () => {
    const site = await aSite()
    const typed = { name: '', position: 'king', startedOn: '2026-02-30' }
    const answer = await answerOf(add(site.post(typed)))
    expect(answer.status).toBe(422)
    expect(await answer.json()).toEqual({
      values: typed,
      errors: {
        name: 'Type the person’s name.',
        position: 'Choose what the person does.',
        startedOn: 'Choose a date, such as 2026-03-05.',
      },
    })
  })

  test('is searched without accents, and filtered', async () => {
    const site = await aSite()
    await addStaff(site.ctx, site.venueId, someone('José Núñez'))
    await addStaff(site.ctx, site.venueId, someone('Ada Lang'))
    const titles = async (search: string) =>
      (await team(site.get(search))).people.rows.map(({ title }) => title)
    expect(await titles('')).toEqual(['Ada Lang', 'José Núñez'])
    expect(await titles('?words=NUNEZ')).toEqual(['José Núñez'])
    expect(await titles('?show=left')).toEqual([])
    expect(await titles('?need=SRV-2')).toHaveLength(2)
    expect(await titles('?need=OPS-5')).toEqual([])
  })

  test('takes one class for everybody who was there, once each, or for nobody', async () => {
    const site = await aSite()
    const other = await aSite(site.db)
    const [ada, bo, cy] = await Promise.all(
      ['Ada Lang', 'Bo Reyes', 'Cy Moreau'].map((name) =>
        addStaff(site.ctx, site.venueId, someone(name)),
      ),
    )
    const stranger = await addStaff(other.ctx, other.venueId, someone('Di Else'))
    const form = { type: 'responsible-service', completedOn: '2026-01-05' }
    const send = (fields: Record<string, string | string[]>) =>
      answerOf(recordClass(site.post({ ...form, ...fields })))
    const records = async () => (await teamOf(site.ctx, site.venueId)).records

    await answerOf(addRecord(site.post(form, { staffId: ada ?? '' })))
    const nobody = await send({})
    expect(await nobody.json()).toMatchObject({
      errors: { people: 'Tick everybody who was there.' },
    })
    const future = await send({ completedOn: '2099-01-01', people: [ada ?? '', bo ?? ''] })
    expect(await future.json()).toMatchObject({ values: { people: [ada, bo] } })
    expect((await send({ people: [bo ?? '', stranger] })).status).toBe(404)
    expect(await records()).toHaveLength(1)

    const done = await send({ people: [ada ?? '', bo ?? ''] })
    expect(
      (await team(site.get(new URL(done.headers.get('Location') ?? '', 'http://x').search)))
        .recorded,
    ).toContain('of 1 person now')
    expect((await records()).map(({ staffId }) => staffId).sort()).toEqual([ada, bo].sort())
    const { people } = await classPage(site.get('?standard=SRV-2'))
    expect(people.map(({ value }) => value).at(0)).toBe(cy)
  })

  test('says after a lost race what stands now', async () => {
    const site = await aSite()
    const staffId = await addStaff(site.ctx, site.venueId, someone('Ada Lang'))
    const { seen } = await person(site.get('', { staffId }))
    const typed = { name: 'Ada Lang', position: 'host', seen }
    expect((await answerOf(change(site.post(typed, { staffId })))).status).toBe(302)
    const late = await answerOf(change(site.post({ ...typed, position: 'door' }, { staffId })))
    expect(late.status).toBe(409)
    expect(await late.json()).toMatchObject({
      theirs: { Role: 'Host' },
      values: { position: 'door' },
    })
  })

  test('the template is read back as an empty list with every column known', async () => {
    const site = await aSite()
    const answer = await answerOf(template(site.get()))
    expect(answer.headers.get('Content-Disposition')).toContain('team-template.csv')
    const lines = await answer.text()
    const page = await site.imported(
      `${lines}Ada,Lang,Server,2020-01-01,Active,Fake ID,2026-01-02,,F-1\r\n`,
    )
    expect(page.preview).toMatchObject({
      people: expect.stringContaining('1 new'),
      records: expect.stringContaining('1 new'),
      notes: [],
      problems: { problems: [], total: 0 },
    })
  })
})

test('a foreign id and an absent one answer alike, on every door', async () => {
  const site = await aSite()
  const other = await aSite(site.db)
  const staffId = await addStaff(other.ctx, other.venueId, someone('Ada Lang'))
  const importId = (await other.imported('Name\nBo Reyes\n')).importId
  expect(await person(other.get('', { staffId }))).toMatchObject({ name: 'Ada Lang' })
  const form = { name: 'X Y', position: 'host', seen: 'a'.repeat(64) }
  for (const [own, foreign] of [
    [{ staffId: 'stf_absent', importId: 'imp_absent', recordId: 'rec_absent' }, 'absent'],
    [{ staffId, importId, recordId: 'rec_absent' }, 'foreign'],
  ] as const) {
    const answers = await Promise.all(
      [
        person(site.get('', own)),
        importPage(site.get('', own)),
        change(site.post({ ...form, seen: '1' }, own)),
        remove(site.post({}, own)),
        restore(site.post({}, own)),
        addRecord(site.post({ type: 'fake-id', completedOn: '2026-01-01' }, own)),
        removeRecord(site.post({}, own)),
        confirm(site.post(form, own)),
        undo(site.post({}, own)),
        team(site.get('', { ...own, venueId: other.venueId })),
        add(site.post(form, { venueId: other.venueId })),
      ].map(answerOf),
    )
    expect(
      answers.map(({ status }) => status),
      foreign,
    ).toEqual(Array(11).fill(404))
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
  }
})

/** A venue with an owner who is signed in, and requests as their browser makes them. */
async function aSite(open?: Database) {
  const db = open ?? aDatabase()
  if (!open) {
    rmSync(dataDir, { recursive: true, force: true })
    await aProgram(db)
  }
  const venueId = await aVenue(db)
  const ownerId = await anOwner(db, venueId)
  const ctx = await contextFor(db, ownerId, new Date())
  const token = await db.transaction((tx) => startSession(tx, ownerId, ['email_code'], new Date()))
  const cookie = (await sessionCookie(token)).split(';')[0] ?? ''
  const args = (path: string, params: Params, form?: Record<string, string | string[]>) =>
    routeArgs(db, path, {
      cookies: [cookie],
      params: { venueId, ...params },
      ...(form && { form }),
    })
  const site = {
    db,
    ctx,
    venueId,
    get: (search = '', params: Params = {}) => args(`/x${search}`, params),
    post: (form: Record<string, string | string[]>, params: Params = {}) =>
      args('/x', params, form),
    withFile: (content: string | null) => {
      const body = new FormData()
      if (content !== null) {
        body.set('file', new File([Buffer.from(content, 'latin1')], 'team.csv'))
      }
      const plain = args('/x', {})
      const headers = { Cookie: cookie }
      return {
        ...plain,
        request: new Request(plain.request.url, { method: 'POST', headers, body }),
      }
    },
    importPage: (importId: string, search = '') => importPage(args(`/x${search}`, { importId })),
    /** Uploads a list and opens its preview. */
    imported: async (content: string) => {
      const answer = await answerOf(upload(site.withFile(content)))
      const importId = answer.headers.get('Location')?.split('/').at(-1) ?? ''
      return importPage(args('/x', { importId }))
    },
    /** Waits until a long list is imported, or was not. */
    ended: (importId: string) =>
      expect
        .poll(async () => (await importPage(args('/x', { importId }))).state, { timeout: 20_000 })
        .not.toBe('running'),
    names: async () => (await teamOf(ctx, venueId as VenueId)).people.map(({ name }) => name),
  }
  return site
}

const longList = 6_000

/** More than is worked on while somebody waits. */
function aLongList(): string {
  const people = Array.from({ length: longList }, (_, i) => `Person ${i},Server,as far as we know`)
  return ['Name,Role,Since', ...people].join('\n')
}

type Params = Record<string, string>

function keptFiles(): string[] {
  const folder = join(dataDir, 'files')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
}

function someone(name: string) {
  return { name, position: 'server' as const, startedOn: null, onLeave: false, another: false }
}
