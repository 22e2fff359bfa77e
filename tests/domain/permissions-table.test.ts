import { describe, expect, it } from 'vitest'
import { actions } from '~/domain/permissions/actions'
import { permissionsTable } from '~/domain/permissions/table'

const files = import.meta.glob<Record<string, unknown>>('/app/domain/permissions/*.ts', {
  eager: true,
})
const predicates = Object.values(files).flatMap((module) =>
  Object.keys(module).filter((name) => /^can[A-Z]/.test(name)),
)

describe('the table of who may do what', () => {
  it('has each predicate once, and nothing else', () => {
    const named = Object.values(actions).flatMap((rows) => rows.map(({ name }) => name))
    expect(predicates.length).toBeGreaterThan(20)
    expect(named.sort()).toEqual(predicates.sort())
  })

  it('has words of its own for each', () => {
    const words = Object.values(actions).flatMap((rows) => rows.map(({ words }) => words))
    expect(new Set(words).size).toBe(words.length)
    expect(words.filter((each) => !/^[A-Z].*[^.]$/.test(each))).toEqual([])
  })

  it.each([
    ['canWorkOnDrafts', { owner: 'ownPlace', manager: 'ownPlace', helper: 'ownPlace' }],
    ['canShare', { owner: 'ownPlace confirmed', manager: 'ownPlace confirmed' }],
    [
      'canReadShared',
      {
        liaison: 'ownPlace bothFactors agreed notRecused',
        coordinator: 'bothFactors agreed notRecused',
      },
    ],
    ['canRespond', { liaison: 'ownPlace bothFactors notOwnVenue agreed notRecused' }],
    [
      'canIssueCertificate',
      {
        liaison: 'ownPlace bothFactors notOwnVenue agreed notRecused everythingInPlace',
        coordinator: 'bothFactors notOwnVenue agreed notRecused everythingInPlace',
      },
    ],
    ['canDecideRequestOf', { coordinator: 'bothFactors notThemselves' }],
    [
      'canReadDistrict',
      {
        liaison: 'ownPlace bothFactors',
        coordinator: 'bothFactors',
        district_viewer: 'ownPlace',
      },
    ],
  ])('says who %s, and on what it depends', (name, expected) => {
    const row = permissionsTable()
      .flatMap(({ rows }) => rows)
      .find((each) => each.name === name)
    const said = Object.entries(row?.answers ?? {}).flatMap(([role, { allowed, conditions }]) =>
      allowed ? [[role, conditions.join(' ')]] : [],
    )
    expect(Object.fromEntries(said)).toEqual(expected)
  })

  it('gives nobody of the program a venue’s drafts', () => {
    const drafts = permissionsTable()
      .flatMap(({ rows }) => rows)
      .find(({ name }) => name === 'canWorkOnDrafts')
    const { liaison, coordinator, partner, district_viewer } = drafts?.answers ?? {}
    for (const answer of [liaison, coordinator, partner, district_viewer]) {
      expect(answer).toEqual({ allowed: false, conditions: [] })
    }
  })
})
