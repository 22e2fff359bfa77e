import { describe, expect, test } from 'vitest'
import { nearestDistrict, proposeDistricts } from '~/domain/districts/propose-districts'
import { slugGiver, slugOf } from '~/domain/districts/slug'

const at = (name: string, venues: number, longitude: number, latitude: number) => ({
  name,
  venues,
  longitude,
  latitude,
})

describe('the proposal', () => {
  test('puts together what lies together, under its largest name', () => {
    const proposed = proposeDistricts(
      [
        at('Harbor', 40, -77, 38.9),
        at('Pier', 3, -77.001, 38.9),
        at('Hilltop', 20, -77.2, 38.95),
        at('Ridge', 2, -77.201, 38.95),
      ],
      2,
    )
    expect(Object.fromEntries(proposed)).toEqual({
      Harbor: 'Harbor',
      Pier: 'Harbor',
      Hilltop: 'Hilltop',
      Ridge: 'Hilltop',
    })
  })

  test('names a district by the word that its larger part shares', () => {
    const proposed = proposeDistricts(
      [at('West Village Georgetown', 20, -77, 38.9), at('East Village Georgetown', 19, -77, 38.9)],
      1,
    )
    expect(new Set(proposed.values())).toEqual(new Set(['Georgetown']))
  })

  test('does not depend on the order of the list', () => {
    const places = Array.from({ length: 40 }, (_, i) =>
      at(`Place ${i}`, 1 + ((i * 7) % 11), -77 + ((i * 13) % 17) / 100, 38.8 + (i % 9) / 50),
    )
    const straight = proposeDistricts(places)
    const turned = proposeDistricts([...places].reverse())
    expect(new Map([...turned].sort())).toEqual(new Map([...straight].sort()))
    expect(new Set(straight.values()).size).toBe(12)
  })

  test('has at most one district for each neighborhood, and none for no neighborhoods', () => {
    expect(proposeDistricts([at('Only', 5, -77, 38.9)]).get('Only')).toBe('Only')
    expect(proposeDistricts([]).size).toBe(0)
  })

  test('a new neighborhood belongs to the nearest district', () => {
    const districts = [
      { district: 'west', middle: { longitude: -77.2, latitude: 38.9 } },
      { district: 'east', middle: { longitude: -77, latitude: 38.9 } },
    ]
    expect(nearestDistrict({ longitude: -77.05, latitude: 38.91 }, districts)).toBe('east')
    expect(nearestDistrict({ longitude: -77.05, latitude: 38.91 }, [])).toBeNull()
  })
})

describe('slugs', () => {
  test.each([
    ["Mr. Henry's", 'mr-henrys'],
    ['Café  Açaí', 'cafe-acai'],
    ['居酒屋', 'place'],
    ['--', 'place'],
  ])('%s becomes %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  test('are told apart by more words, then by numbers', () => {
    const give = slugGiver(['the-bell'])
    expect(give('The Bell', 'Shaw')).toBe('the-bell-shaw')
    expect(give('The Bell', 'Shaw')).toBe('the-bell-2')
    expect(give('The Bell')).toBe('the-bell-3')
  })
})
