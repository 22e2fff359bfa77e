import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'

/** docs/asvs.csv: every requirement of levels 1 and 2 of OWASP ASVS 5.0.0, with its test or the reason. */
type Row = { requirement: string; level: string; applies: string; test: string; reason: string }

const rows: Row[] = parse(readFileSync('docs/asvs.csv', 'utf8'), { columns: true })

/** How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has. */
const chapters = {
  V1: 27,
  V2: 11,
  V3: 19,
  V4: 10,
  V5: 9,
  V6: 35,
  V7: 18,
  V8: 7,
  V9: 7,
  V10: 29,
  V11: 14,
  V12: 9,
  V13: 13,
  V14: 9,
  V15: 13,
  V16: 16,
  V17: 7,
}

test('every requirement of levels 1 and 2 stands there once', () => {
  const ids = rows.map(({ requirement }) => requirement)
  expect(new Set(ids).size).toBe(253)
  const counted: Record<string, number> = {}
  for (const id of ids) {
    const chapter = id.split('.')[0] ?? ''
    counted[chapter] = (counted[chapter] ?? 0) + 1
  }
  expect(counted).toEqual(chapters)
  expect(rows.filter(({ level }) => !/^[12]$/.test(level))).toEqual([])
})

test('no row leaves its answer blank', () => {
  for (const { requirement, applies, test, reason } of rows) {
    expect([requirement, applies]).toEqual([requirement, expect.stringMatching(/^(yes|no)$/)])
    if (applies === 'no') expect([requirement, reason]).not.toEqual([requirement, ''])
    else expect([requirement, test || reason]).not.toEqual([requirement, ''])
  }
})

test('every test that is named is there, under that name', () => {
  const named = rows.flatMap(({ requirement, test }) =>
    test
      .split('\n')
      .filter(Boolean)
      .map((reference) => ({ requirement, reference })),
  )
  expect(named.length).toBeGreaterThan(80)
  const lost = named.filter(({ reference }) => {
    const [file = '', title = ''] = reference.split(' > ')
    return !title || !existsSync(file) || !tellsOf(readFileSync(file, 'utf8'), title)
  })
  expect(lost).toEqual([])
})

/** Whether a test file has a test, or a group of tests, with this title. */
function tellsOf(source: string, title: string): boolean {
  return ["'", '"', '`'].some((quote) => source.includes(`${quote}${title}${quote}`))
}

test('every part of docs/security.md that is named is there', () => {
  const text = readFileSync('docs/security.md', 'utf8')
  const parts = rows.flatMap(({ reason }) =>
    reason.includes('docs/security.md')
      ? [...reason.matchAll(/"([^"]+)"/g)].map(([, name]) => name)
      : [],
  )
  expect(parts.length).toBeGreaterThan(10)
  expect(parts.filter((name) => !text.includes(`\n## ${name}\n`))).toEqual([])
})
