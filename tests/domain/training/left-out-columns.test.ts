import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Day } from '~/domain/dates'
import { privateFact } from '~/domain/private-columns'
import { TrainingType } from '~/domain/standards/standard-set'
import { readRoster } from '~/domain/training/read-roster'
import { readLicenseList } from '~/domain/venues/read-license-list'

const types = z
  .array(TrainingType)
  .parse(JSON.parse(readFileSync('db/program-pack/training-types.json', 'utf8')))
const rules = { types, today: '2026-11-22' as Day }
const folder = 'tests/support/rosters'

/** What a reading says, without the encoding, which a copy changes to UTF-8. */
function saidBy(bytes: Uint8Array) {
  const { encoding: _, ...said } = readRoster(bytes, rules)
  return JSON.parse(JSON.stringify(said))
}

describe('columns that the program does not keep', () => {
  it.each([
    ['DOB', 'birth dates'],
    ['Date of Birth', 'birth dates'],
    ['Fecha de nacimiento', 'birth dates'],
    ['SSN', 'social security numbers'],
    ['Número de seguro social', 'social security numbers'],
    ["Driver's License #", 'other private details'],
    ['Licencia de conducir', 'other private details'],
    ['Criminal record', 'criminal-justice information'],
    ['Background check', 'criminal-justice information'],
    ['Antecedentes penales', 'criminal-justice information'],
    ['Home address', 'home addresses'],
    ['Dirección', 'home addresses'],
    ['Cell phone', 'phone numbers'],
    ['Teléfono', 'phone numbers'],
    ['E-mail', 'email addresses'],
    ['Correo electrónico', 'email addresses'],
    ['Hourly rate', 'pay and bank details'],
    ['Salario', 'pay and bank details'],
    ['Gender', 'personal traits'],
    ['Género', 'personal traits'],
    ['Race / ethnicity', 'personal traits'],
    ['Raza', 'personal traits'],
    ['Incident notes', 'notes about incidents'],
    ['Incidentes', 'notes about incidents'],
    ['Disciplinary actions', 'notes about incidents'],
    ['Comments', 'notes about people'],
    ['Observaciones', 'notes about people'],
  ])('%s: %s', (header, what) => {
    expect(privateFact(header)).toBe(what)
  })

  it.each([
    'Name',
    'Role',
    'Hire date',
    'Responsible service',
    'Narcan',
    'De-escalation',
    'CPR',
    'Fake ID class',
    'Security license',
    'Certificate number',
    'Completed on',
    'Bar Bystander (full)',
    'Neighborhood',
    'Trade name',
  ])('%s is kept', (header) => {
    expect(privateFact(header)).toBeUndefined()
  })
})

describe('the copy of a staff list that is kept', () => {
  it.each(readdirSync(folder).sort())('%s reads as the file does', (file) => {
    const bytes = readFileSync(`${folder}/${file}`)
    const copy = readRoster(bytes, rules).copy()
    expect(saidBy(copy)).toEqual(saidBy(bytes))
  })

  it('holds no social security numbers, birth dates or addresses of the lists that have them', () => {
    const text = (file: string) =>
      Buffer.from(readRoster(readFileSync(`${folder}/${file}`), rules).copy()).toString()
    expect(readFileSync(`${folder}/6-everything-wrong.csv`, 'utf8')).toMatch(/000-00|1990-01/)
    expect(text('6-everything-wrong.csv')).not.toMatch(/000-00|1990-01/)
    expect(readFileSync(`${folder}/2-food-safety-vendor.csv`, 'utf8')).toMatch('example.test')
    expect(text('2-food-safety-vendor.csv')).not.toMatch('example.test')
  })

  it('keeps the very bytes of a list that has no such column', () => {
    const bytes = readFileSync(`${folder}/0-lantern-room.csv`)
    expect(readRoster(bytes, rules).copy()).toBe(bytes)
  })

  it('says so by name, and leaves out cells that stand beyond the columns', () => {
    const list =
      'Our team, SSN 123-45-6789\n\nName,Role,DOB,Notes\nAna Ruiz,Server,1991-02-03,arrested once,secret\n"Ben, unclosed,Host\nCam Lee,Host,1992-02-03,\n,,1990-01-01,\nTotal,,,\n'
    const reading = readRoster(Buffer.from(list), rules)
    expect(reading.dropped.sentence).toBe(
      'We left out the columns “DOB” and “Notes”: the program keeps no birth dates or notes about people.',
    )
    const copy = Buffer.from(reading.copy()).toString()
    expect(copy).toMatch(/Ana Ruiz,Server,,/)
    expect(copy).not.toMatch(/199|arrested|secret|6789|Ben/)
    expect(saidBy(reading.copy())).toEqual(saidBy(Buffer.from(list)))
  })

  it('keeps its separator where the first line is broken', () => {
    const list = '"Name;Role;SSN\nName;Role;SSN\nRuiz, Ana;Server;1\nLee, Cam;Host;\n'
    const { people, copy } = readRoster(Buffer.from(list), rules)
    expect(people.map(({ name }) => name)).toEqual(['Ana Ruiz', 'Cam Lee'])
    expect(saidBy(copy())).toEqual(saidBy(Buffer.from(list)))
  })

  it('reads as the file does, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'a "b" c', 'x;y', 'p|q', 'two\nlines', "it's", ' sp ', 'Ünï'),
      fc.string({ maxLength: 12 }),
    )
    const row = fc.array(cell, { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const list = `Name,Role,SSN\nAna Ruiz,Server,1\n${rows.map((r) => r.map(quoted).join(',')).join('\n')}\n`
        const bytes = Buffer.from(list)
        const copy = readRoster(bytes, rules).copy()
        expect(saidBy(copy)).toEqual(saidBy(bytes))
      }),
      { numRuns: 300 },
    )
  })
})

describe('a license list', () => {
  it('loses the private columns of people, says so, and keeps the addresses of venues', () => {
    const list =
      'License,Trade name,Address,Zip,Owner DOB,Owner email\nL-1,The Lantern,1 Main St,20001,1970-01-02,o@example.test\n'
    const read = readLicenseList(Buffer.from(list))
    expect(read.leftOut).toBe(
      'We left out the columns “Owner DOB” and “Owner email”: the program keeps no birth dates or email addresses.',
    )
    const copy = Buffer.from(read.copy()).toString()
    expect(copy).toMatch('1 Main St')
    expect(copy).not.toMatch(/1970|example/)
    expect(readLicenseList(read.copy()).listings).toEqual(read.listings)
  })
})
