import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvOf } from '~/domain/table-export'

describe('a table as a file', () => {
  it('is read back as it was, commas, quotes and line breaks included', () => {
    const rows = [
      ['Figure', 'Value'],
      ['The "Lantern", Harbor', 'one\r\ntwo'],
      ['Ødegård', ''],
    ]
    expect(parse(csvOf(rows), { bom: true, relax_quotes: false })).toEqual(rows)
  })

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '|cmd',
    '%0A',
    '＝1+1',
    '＠SUM(A1)',
  ])('keeps a spreadsheet from running %j', (cell) => {
    const [[read]] = parse(csvOf([[cell]]), { bom: true }) as [[string]]
    expect(read).toBe(`'${cell}`)
  })

  it('begins with the mark of UTF-8', () => {
    expect([...Buffer.from(csvOf([['a']])).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })
})
