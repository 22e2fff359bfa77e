import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable } from '~/domain/table'
import { readText, Unreadable } from '~/domain/table-bytes'
import { splitCells } from '~/domain/table-cells'
import { matchHeaders } from '~/domain/table-headers'
import { findSeparator } from '~/domain/table-separator'

const fields = { name: ['name', 'nombre'], role: ['role', 'puesto'], since: ['hire date'] }

function read(text: string | Uint8Array, limit?: number) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  return readTable(bytes, { fields, atLeast: 2, wanted: 'Name and Role', limit })
}

function cells(text: string) {
  return read(text).rows.map((row) => [row.row, ...row.cells])
}

function complaint(bytes: Uint8Array | string, limit?: number): string {
  try {
    read(bytes, limit)
  } catch (error) {
    if (error instanceof Unreadable) return error.fields.file ?? ''
    throw error
  }
  return ''
}

/** UTF-16 with its mark, either way round. */
function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

describe('the encoding', () => {
  const text = 'Name,Role\r\nJosé Núñez,Server\r\n'

  test.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', utf16(text, 'le')],
    ['utf-16be', utf16(text, 'be')],
    ['windows-1252', Buffer.from(text, 'latin1')],
  ] as const)('%s is found', (encoding, bytes) => {
    const table = read(bytes)
    expect(table.encoding).toBe(encoding)
    expect(table.headers).toEqual(['Name', 'Role'])
    expect(table.rows).toEqual([{ row: 2, cells: ['José Núñez', 'Server'] }])
  })

  test('the curly quotes and the euro sign of Windows are read', () => {
    const bytes = Buffer.from('Name,Role\nO\x92Brien \x80,Server\n', 'latin1')
    expect(read(bytes).rows[0]?.cells[0]).toBe('O’Brien €')
  })

  test('one cut letter does not turn a whole UTF-8 file into gibberish', () => {
    const bytes = Buffer.from('Name,Role\nJosé Núñez,Server\nZoë,Host').subarray(0, -1)
    const cut = Buffer.concat([bytes, Buffer.from([0xc3])])
    expect(read(cut).rows[0]?.cells[0]).toBe('José Núñez')
  })

  test('letters written in two ways become one', () => {
    expect(read('Name,Role\nZoe\u0308,Host\n').rows[0]?.cells[0]).toBe('Zoë')
  })
})

describe('the separator', () => {
  test.each([',', ';', '\t', '|'])('%j is found, commas in quotes and cells beside it', (mark) => {
    const lines = [
      ['Name', 'Role', 'Hire date'],
      ['Chen, Ursula', 'Door', '"March 5, 2025"'],
      ['Kwame', 'Server', '"May 1, 2025"'],
    ]
    const quoted = lines.map((line) =>
      line.map((c) => (c.includes(mark) ? `"${c.replaceAll('"', '')}"` : c)),
    )
    const text = quoted.map((line) => line.join(mark)).join('\n')
    expect(findSeparator(text)).toBe(mark)
    expect(read(text).rows.map((row) => row.cells.length)).toEqual([3, 3])
    expect(read(text).rows[0]?.cells).toEqual(['Chen, Ursula', 'Door', 'March 5, 2025'])
  })

  test('a line that names the separator is believed, and is no row of the list', () => {
    expect(cells('sep=;\r\nName;Role\r\nA, B, C;Server\r\n')).toEqual([[3, 'A, B, C', 'Server']])
  })
})

describe('rows', () => {
  test('are numbered as a spreadsheet does, title rows and blank rows included', () => {
    const text = 'Our staff,,\nby the manager,,\n\nName,Role\nAna,Server\n\nBo,Host\n'
    expect(cells(text)).toEqual([
      [5, 'Ana', 'Server'],
      [7, 'Bo', 'Host'],
    ])
    expect(read(text)).toMatchObject({ headerRow: 4, titleRows: [1, 2] })
  })

  test('with several lines in a cell count once', () => {
    expect(cells('Name,Role\n"Ana\nMaría",Server\nBo,Host\n')).toEqual([
      [2, 'Ana\nMaría', 'Server'],
      [3, 'Bo', 'Host'],
    ])
  })

  test.each(['\n', '\r\n', '\r'])('end with %j', (end) => {
    expect(cells(['Name,Role', 'Ana,Server', '', 'Bo,Host', ''].join(end))).toEqual([
      [2, 'Ana', 'Server'],
      [4, 'Bo', 'Host'],
    ])
  })

  test('keep doubled and stray quotation marks', () => {
    expect(cells('Name,Role\n"Ana ""Nita""",5" pipe\n"Bo" ,Host\n')).toEqual([
      [2, 'Ana "Nita"', '5" pipe'],
      [3, 'Bo', 'Host'],
    ])
  })

  test('a total at the end is recognized, a person called Total is not', () => {
    const text = 'Name,Role,Hire date\nTotal,Server,2024-01-01\nAna,Server,\n\nTotal,,36\n'
    expect(read(text)).toMatchObject({ totalsRow: 5, rows: [{ row: 2 }, { row: 3 }] })
  })

  test('a repeated header is named and left out', () => {
    const table = read('Name,Role\nAna,Server\nNAME, role\nBo,Host\nName,Role\n')
    expect(table.repeatedHeaders).toEqual([3, 5])
    expect(table.rows.map((row) => row.row)).toEqual([2, 4])
  })

  test('ragged rows keep the cells they have', () => {
    expect(cells('Name,Role\nAna\nBo,Host,more,yet\n')).toEqual([
      [2, 'Ana'],
      [3, 'Bo', 'Host', 'more', 'yet'],
    ])
  })
})

describe('a quotation mark that is never closed', () => {
  test('at the end costs its own line', () => {
    const table = read('Name,Role\nAna,Server\n"Bo,Host\n')
    expect(table.broken).toEqual([{ row: 3 }])
    expect(table.rows.map((row) => row.row)).toEqual([2])
  })

  test('in the middle costs its own line and no more', () => {
    const table = read('Name,Role,Hire date\nAna,Server,1\n"Bo,Host,2\nCy,Door,3\nDi,Host,4\n')
    expect(table.broken.map((line) => line.row)).toEqual([3])
    expect(table.rows.map((row) => [row.row, row.cells[0]])).toEqual([
      [2, 'Ana'],
      [4, 'Cy'],
      [5, 'Di'],
    ])
  })

  test('before a quoted cell far below does not swallow what lies between', () => {
    const text = 'Name,Role,Hire date\n"Bo,Host,2\nCy,Door,3\nDi,Host,4\n"Ed",Host,5\nFi,Host,6\n'
    const table = read(text)
    expect(table.broken.map((line) => line.row)).toEqual([2])
    expect(table.rows.map((row) => row.cells[0])).toEqual(['Cy', 'Di', 'Ed', 'Fi'])
  })

  test('on line after line ends the reading and says where', () => {
    const { broken, gaveUpAt } = splitCells('"a,b\n'.repeat(500), ',')
    expect(broken).toHaveLength(10)
    expect(gaveUpAt).toBe(11)
  })
})

describe('what is no list is answered with one sentence', () => {
  test.each([
    ['empty', Buffer.alloc(0), /empty/],
    ['blank', Buffer.from(' \r\n\t\r\n'), /no text/],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ'), /PDF/],
    [
      'an Excel workbook',
      Buffer.from('PK\x03\x04\x14\0\x06\0[Content_Types].xml', 'latin1'),
      /Excel/,
    ],
    ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /older Excel/],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /picture/],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /photo/],
    ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0x00]), /program/],
    ['NUL bytes', Buffer.from('Name,Role\nAna\0,Server\n'), /not text/],
    [
      'prose',
      Buffer.from('Dear Ana,\nthe list is attached.\n'),
      /names its columns.*Name and Role/,
    ],
    ['no header', Buffer.from('Ana,Server\nBo,Host\n'), /names its columns/],
  ])('%s', (_, bytes, sentence) => {
    const said = complaint(bytes)
    expect(said).toMatch(sentence)
    expect(said).toMatch(/^[A-Z].*[^.]\.$/)
  })

  test('over the limit, which it names', () => {
    expect(complaint(Buffer.from('Name,Role\n'), 5)).toMatch(/larger than/)
    expect(complaint(Buffer.alloc(11_000_000, 'a'))).toBe(
      'This file is larger than 10 MB; please split it into smaller ones.',
    )
  })
})

describe('a file made to fill the memory', () => {
  test.each([
    ['one endless line', Buffer.from(`Name,Role\n${','.repeat(5_000_000)}`), /A line of this file/],
    ['rows without end', Buffer.from(`Name,Role\n${'a\n'.repeat(200_001)}`), /200,000 rows/],
    ['blank rows without end', Buffer.from('\n'.repeat(5_000_000)), /no text/],
    ['separators without end', Buffer.from(`${',\n'.repeat(100_000)}`), /names its columns/],
  ])('%s is refused with a sentence', { timeout: 60_000 }, (_, bytes, sentence) => {
    expect(complaint(bytes)).toMatch(sentence)
  })

  test('a quote that opens far above the end is given up after a while, not after the file', () => {
    const rows = 'Ana,Server\n'.repeat(20_000)
    const { broken, rows: kept } = splitCells(`Name,Role\n"Bo,Host\n${rows}`, ',')
    expect(broken).toEqual([{ row: 2 }])
    expect(kept).toHaveLength(20_001)
  })
})

describe('headers', () => {
  test('match by synonym, whatever the case, accents and marks', () => {
    const given = { certificate: ['certificate number'], name: ['nombre'], first: ['first name'] }
    for (const header of [
      'Certificate Number',
      'certificate_number',
      'CERTIFICATE-NUMBER:',
      'certificateNumber',
    ]) {
      expect(matchHeaders([header], given).columns.get('certificate')).toBe(0)
    }
    expect(matchHeaders(['NÓMBRE', ' firstName '], given).columns).toEqual(
      new Map([
        ['name', 0],
        ['first', 1],
      ]),
    )
  })

  test('the leftmost of two wins, and unknown ones are told', () => {
    const match = matchHeaders(['Name', 'Score', 'name', ''], { name: ['name'] })
    expect(match).toEqual({ columns: new Map([['name', 0]]), unknown: [1, 3], doubled: [2] })
  })

  test('named like parts of an object do no harm', () => {
    const table = read('__proto__,constructor,Name,Role\npolluted,polluted,Ana,Server\n')
    expect(table.headers).toEqual(['__proto__', 'constructor', 'Name', 'Role'])
    expect(table.match.unknown).toEqual([0, 1])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(({} as Record<string, unknown>).polluted).toBe(undefined)
    expect(Object.getPrototypeOf(table.match.columns)).toBe(Map.prototype)
  })
})

describe('any text', () => {
  const naughty: string[] = JSON.parse(readFileSync('tests/support/naughty-strings.json', 'utf8'))

  test('that upsets software comes back as it was, in quotes', () => {
    const clean = naughty.filter((text) => !text.includes('\0'))
    const quoted = clean.map((text) => `"${text.replaceAll('"', '""')}",Server`)
    const { rows } = splitCells(`Name,Role\n${quoted.join('\n')}\n`, ',')
    expect(rows).toHaveLength(clean.length + 1)
    for (const [i, text] of clean.entries()) {
      const kept = text.trim().normalize('NFC')
      if (!/^"[^"]*"$/.test(kept)) expect(rows[i + 1]?.cells).toEqual([kept, 'Server'])
    }
  })

  test('is read or answered with a sentence, never with another error', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('"', ',', ';', '\t', '\r\n', '\n', 'Name', 'Role', 'Name,Role\n', ...naughty),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        complaint(pieces.join(''))
      }),
      { numRuns: 300 },
    )
  })

  test('of any bytes is read or answered with a sentence', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          readText(bytes)
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable)
        }
      }),
    )
  })
})
