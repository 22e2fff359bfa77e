import { expect, test } from 'vitest'
import { aliasOf, nextAliasNumber } from '~/domain/training/aliases'
import { staffPositions } from '~db/vocabulary'

test('an alias is a position and a number', () => {
  expect(aliasOf('bartender', 3)).toBe('Bartender 3')
  expect(aliasOf('door', 1)).toBe('Door staff 1')
})

test('no two positions share a calling', () => {
  const aliases = staffPositions.map((position) => aliasOf(position, 1))
  expect(new Set(aliases).size).toBe(staffPositions.length)
})

test('a number is counted per position and never given again', () => {
  const given = [
    { position: 'bartender', number: 1 },
    { position: 'bartender', number: 4 },
    { position: 'server', number: 9 },
  ] as const
  expect(nextAliasNumber('bartender', given)).toBe(5)
  expect(nextAliasNumber('server', given)).toBe(10)
  expect(nextAliasNumber('door', given)).toBe(1)
})
