import { describe, expect, test } from 'vitest'
import {
  type EvidenceGiven,
  isAnswered,
  isStillOpen,
  type StandardGiven,
  standingOf,
} from '~/domain/applications/standing'
import { readPack } from '~/domain/standards/load-pack'
import { type EvidenceAsk, findStandard, type Standard } from '~/domain/standards/standard-set'

const { set } = readPack()
const today = '2026-11-22'

function standard(code: string): Standard {
  const found = findStandard(set, code)
  if (!found) throw new Error(`The pack has no ${code}.`)
  return found
}

function given(facts: Partial<StandardGiven> = {}): StandardGiven {
  return {
    stance: 'with_evidence',
    evidence: [],
    alternativeAccepted: false,
    profile: { securityStaff: null },
    ...facts,
  }
}

const policy: EvidenceGiven = { kind: 'policy', happenedOn: null, facts: {} }
const signed: EvidenceGiven = { kind: 'attestation', happenedOn: '2026-11-01', facts: {} }
const training = (met: boolean, listed: number, trained = listed): EvidenceGiven => ({
  kind: 'training',
  happenedOn: null,
  facts: {},
  coverage: { met, listed, trained },
})
const standings = (code: string, facts: Partial<StandardGiven>) =>
  standingOf(standard(code), given(facts), today).standing

describe('where a standard stands', () => {
  test('nothing given: not started, and every ask is open', () => {
    const { standing, open } = standingOf(standard('SRV-1'), given(), today)
    expect(standing).toBe('not_started')
    expect(open.map(({ kind }) => kind)).toEqual(['policy', 'training'])
  })

  test('one of two given: started, and the other one is named', () => {
    const { standing, open } = standingOf(standard('SRV-1'), given({ evidence: [policy] }), today)
    expect(standing).toBe('started')
    expect(open.map(({ kind }) => kind)).toEqual(['training'])
  })

  test('all given: in place', () => {
    expect(standings('SRV-1', { evidence: [policy, training(true, 9)] })).toBe('in_place')
  })

  test('an empty staff list starts nothing and covers nothing, though nobody lacks the training', () => {
    expect(standings('SRV-1', { evidence: [training(true, 0)] })).toBe('not_started')
    expect(standings('SRV-1', { evidence: [policy, training(true, 0)] })).toBe('started')
  })

  test('a staff list starts a standard even while its coverage is not there yet', () => {
    expect(standings('SRV-1', { evidence: [training(false, 5, 2)] })).toBe('started')
    expect(standings('SRV-1', { evidence: [training(false, 5, 0)] })).toBe('not_started')
  })

  test('not applicable, and another way, say so whatever else is there', () => {
    for (const evidence of [[], [policy, training(true, 9)]]) {
      expect(standings('SRV-1', { stance: 'not_applicable', evidence })).toBe('not_applicable')
      expect(standings('SRV-1', { stance: 'another_way', evidence })).toBe('another_way')
    }
  })

  test('with counsel counts until everything is there', () => {
    expect(standings('SRV-1', { stance: 'with_counsel' })).toBe('with_counsel')
    expect(
      standings('SRV-1', { stance: 'with_counsel', evidence: [policy, training(true, 3)] }),
    ).toBe('in_place')
  })

  test('security credentials are asked unless the venue said that it has no security staff', () => {
    const asked = (securityStaff: boolean | null) =>
      standings('OPS-5', { profile: { securityStaff } })
    expect([asked(null), asked(true), asked(false)]).toEqual([
      'not_started',
      'not_started',
      'not_asked',
    ])
    expect(standings('SRV-1', { profile: { securityStaff: false } })).toBe('not_started')
  })

  test('evidence of a kind that is not asked answers nothing', () => {
    const { open } = standingOf(standard('CARE-2'), given({ evidence: [signed] }), today)
    expect(open).toHaveLength(1)
  })
})

describe('what keeps an application from being ready', () => {
  test.each([
    ['not_asked', false],
    ['not_applicable', false],
    ['in_place', false],
    ['not_started', true],
    ['started', true],
    ['with_counsel', true],
    ['another_way', true],
  ] as const)('%s: %s', (standing, open) => {
    expect(isStillOpen(standing, { alternativeAccepted: false })).toBe(open)
  })

  test('another way no longer does, once a liaison accepted it in writing', () => {
    expect(isStillOpen('another_way', { alternativeAccepted: true })).toBe(false)
    expect(isStillOpen('started', { alternativeAccepted: true })).toBe(true)
  })
})

describe('how long dated evidence counts', () => {
  const talk = standard('MGT-2').evidence.find(({ kind }) => kind === 'conversation')
  const on = (happenedOn: EvidenceGiven['happenedOn']): EvidenceGiven => ({
    kind: 'conversation',
    happenedOn,
    facts: {},
  })
  const counts = (happenedOn: EvidenceGiven['happenedOn']) =>
    isAnswered(talk as EvidenceAsk, [on(happenedOn)], today)

  test('through the last day of its months, and not a day longer', () => {
    expect(counts('2025-11-22')).toBe(true)
    expect(counts('2025-11-21')).toBe(false)
  })

  test('a dated thing without a date does not count', () => {
    expect(counts(null)).toBe(false)
  })

  test('the newest of several is enough', () => {
    expect(isAnswered(talk as EvidenceAsk, [on('2020-01-01'), on('2026-11-01')], today)).toBe(true)
  })

  test('where no months are asked, the date does not matter', () => {
    const ask = standard('SRV-3').evidence.find(({ kind }) => kind === 'attestation')
    expect(isAnswered(ask as EvidenceAsk, [{ ...signed, happenedOn: '2001-01-01' }], today)).toBe(
      true,
    )
  })
})

describe('a head count', () => {
  const [ask] = standard('MGT-1').evidence
  const counted = (count: number | undefined, total: number | undefined) =>
    isAnswered(
      ask as EvidenceAsk,
      [
        {
          kind: 'count',
          happenedOn: today,
          facts: {
            ...(count === undefined ? {} : { count }),
            ...(total === undefined ? {} : { total }),
          },
        },
      ],
      today,
    )

  test.each([
    [9, 10, true],
    [8, 10, false],
    [4, 5, true],
    [3, 5, false],
    [1, 1, true],
    [0, 1, false],
    [0, 0, false],
    [90, 100, true],
    [89, 100, false],
  ])('%i of %i at nine in ten: %s', (count, total, met) => {
    expect(counted(count, total)).toBe(met)
  })

  test('half a count is none', () => {
    expect(counted(undefined, 10)).toBe(false)
    expect(counted(9, undefined)).toBe(false)
  })
})

test('every standard of the pack can be put in place by what it asks for, and by nothing less', () => {
  for (const each of set.standards) {
    const full = each.evidence.map(
      ({ kind }): EvidenceGiven => ({
        kind,
        happenedOn: today,
        facts: { count: 10, total: 10 },
        ...(kind === 'training' && { coverage: { met: true, listed: 10, trained: 10 } }),
      }),
    )
    expect(standingOf(each, given({ evidence: full }), today).standing).toBe('in_place')
    for (const left of full) {
      const rest = full.filter((one) => one !== left)
      expect(standingOf(each, given({ evidence: rest }), today).standing).not.toBe('in_place')
    }
  }
})
