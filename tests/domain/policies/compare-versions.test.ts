import { expect, test } from 'vitest'
import { compareVersions } from '~/domain/policies/compare-versions'

const section = (anchor: string, body: string) => ({ anchor, heading: anchor, body })
const long = 'Nothing here is new tonight. '.repeat(40)

test('each section is compared by its words, with what came and what went', () => {
  const before = {
    title: 'Age and ID',
    file: null,
    sections: [
      section('a', `${long}We check *everyone* under 30.`),
      section('b', 'Same.'),
      section('c', 'Gone now.'),
    ],
  }
  const after = {
    ...before,
    title: 'Age',
    sections: [
      section('a', `${long}We check everyone under 40.`),
      section('b', '**Same.**'),
      section('d', '- New'),
    ],
  }
  const { sections, title, added, removed } = compareVersions(before, after)
  expect(title).toEqual({ before: 'Age and ID', after: 'Age' })
  expect([added, removed]).toEqual([2, 3])
  expect(sections.map(({ anchor, change }) => [anchor, change])).toEqual([
    ['a', 'changed'],
    ['b', 'same'],
    ['d', 'new'],
    ['c', 'gone'],
  ])
  expect(sections[0]?.parts.map(({ kind }) => kind)).toEqual([
    'folded',
    'same',
    'removed',
    'added',
    'same',
  ])
  expect(sections[0]?.parts.slice(2, 4).map(({ text }) => text)).toEqual(['30', '40'])
  expect(
    sections[0]?.parts.map(({ kind, text }) => (kind === 'removed' ? '' : text)).join(''),
  ).toBe(`${long}We check everyone under 40.`)
})

test('two long texts with nothing in common are compared in time', () => {
  const words = (from: number) =>
    Array.from({ length: 2400 }, (_, at) => ((at * 7919 + from) % 9973).toString(36)).join(' ')
  const one = { title: '', file: null, sections: [section('a', words(1))] }
  const other = { ...one, sections: [section('a', words(5))] }
  const started = performance.now()
  expect(compareVersions(one, other).sections[0]?.change).toBe('changed')
  expect(performance.now() - started).toBeLessThan(2500)
})

test('a passage written anew is one that went and one that came', () => {
  const before = { title: '', file: null, sections: [section('a', 'We all walk home early.')] }
  const after = { ...before, sections: [section('a', 'We count every glass twice.')] }
  expect(compareVersions(before, after).sections[0]?.parts).toEqual([
    { kind: 'same', text: 'We ' },
    { kind: 'removed', text: 'all walk home early' },
    { kind: 'added', text: 'count every glass twice' },
    { kind: 'same', text: '.' },
  ])
})

test('a file is compared by its bytes, and what cannot be opened is said', () => {
  const file = { name: 'Age.pdf', digest: 'a', waits: '' }
  const before = { title: 'Age', sections: [], file }
  const compared = (change: Partial<typeof file>) =>
    compareVersions(before, { ...before, file: { ...file, ...change } })
  expect(compared({}).file).toBe(null)
  expect(compared({ digest: 'b' }).file).toEqual({
    before: 'Age.pdf',
    after: 'Age.pdf',
    replaced: true,
  })
  expect(compared({ digest: 'b', name: 'ID.pdf', waits: 'Checked now.' })).toMatchObject({
    file: { before: 'Age.pdf', after: 'ID.pdf', replaced: false },
    waits: ['Checked now.'],
  })
})

test('a new name of a section and a new order are changes', () => {
  const [a, b] = [section('a', 'One.'), section('b', 'Two.')]
  const before = { title: '', file: null, sections: [a, b] }
  expect(compareVersions(before, before).moved).toBe(false)
  const { moved, sections } = compareVersions(before, {
    ...before,
    sections: [b, section('c', 'Three.'), { ...a, heading: 'Who leads' }],
  })
  expect(moved).toBe(true)
  expect(sections.map(({ anchor, change, was }) => [anchor, change, was])).toEqual([
    ['b', 'same', null],
    ['c', 'new', null],
    ['a', 'changed', 'a'],
  ])
})
