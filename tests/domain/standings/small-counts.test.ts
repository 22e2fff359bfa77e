import { describe, expect, it } from 'vitest'
import { bandOf, shownBeside, shownCount, shownShare } from '~/domain/standings/small-counts'
import { bandWords, coverageShare, shownWords } from '~/words/en/district'

const from = 5
const numbers = Array.from({ length: 41 }, (_, count) => count)

/** Everything that looks alike, by what it looks like: whoever reads it knows no more than this list. */
function alike<Fact>(facts: readonly Fact[], shown: (fact: Fact) => unknown): Fact[][] {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    const key = JSON.stringify(shown(fact))
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups.values()]
}

/** The different numbers that something could be, among what looks alike. */
function could<Fact>(facts: readonly Fact[], number: (fact: Fact) => number): number[] {
  return [...new Set(facts.map(number))].sort((a, b) => a - b)
}

const everySmall = [0, 1, 2, 3, 4]

describe('a count', () => {
  it('under five may be any of them, none included', () => {
    for (const facts of alike(numbers, (count) => shownCount(count, from))) {
      const counts = could(facts, (count) => count)
      if (counts.some((count) => count < from)) expect(counts).toEqual(everySmall)
      else expect(counts).toHaveLength(1)
    }
  })
})

describe('a part of a whole', () => {
  const shares = numbers.flatMap((whole) =>
    numbers.slice(0, whole + 1).map((part) => ({ part, whole })),
  )

  it('tells no small part, no small rest and no small whole, however it is taken apart', () => {
    for (const facts of alike(shares, ({ part, whole }) => shownShare(part, whole, from))) {
      for (const number of [
        could(facts, ({ part }) => part),
        could(facts, ({ whole, part }) => whole - part),
        could(facts, ({ whole }) => whole),
      ]) {
        if (!number.some((count) => count < from)) continue
        expect(everySmall.every((count) => number.includes(count))).toBe(true)
      }
    }
  })

  it('is told whole where nothing of it is small', () => {
    expect(shownShare(41, 60, from)).toEqual({
      whole: { is: 'exactly', count: 60 },
      part: { is: 'exactly', count: 41 },
    })
  })

  it('tells no percentage from which a small number could be multiplied', () => {
    const words = ({ part, whole }: { part: number; whole: number }) =>
      coverageShare(shownShare(part, whole, from), from)
    for (const facts of alike(shares, words)) {
      const rest = could(facts, ({ part, whole }) => whole - part)
      if (rest.some((count) => count < from))
        expect(rest).toEqual(expect.arrayContaining(everySmall))
    }
    expect(words({ part: 41, whole: 60 })).toBe('65% to 69% of 60 or more people')
    expect(words({ part: 58, whole: 60 })).toBe('All but fewer than five of 60 or more people')
    expect(words({ part: 2, whole: 64 })).toBe('Fewer than five of 60 or more people')
    expect(words({ part: 4, whole: 7 })).toBe('Not shown yet')
    expect(words({ part: 4, whole: 4 })).toBe('Not shown yet')
  })

  it('tells no small number of the team of one venue that came between two looks, save none', () => {
    const words = (part: number, whole: number) =>
      coverageShare(shownShare(part, whole, from), from)
    const wholes = numbers.slice(0, 40).map((count) => count + 50)
    const looks = wholes.flatMap((whole) =>
      [...Array(whole + 1).keys()].flatMap((part) =>
        numbers
          .slice(1, 11)
          .flatMap((team) =>
            numbers.slice(0, team + 1).map((trained) => ({ part, whole, team, trained })),
          ),
      ),
    )
    const seen = alike(looks, ({ part, whole, team, trained }) =>
      [words(part, whole), words(part + trained, whole + team)].join(' → '),
    )
    for (const facts of seen) {
      for (const told of [
        could(facts, ({ trained }) => trained),
        could(facts, ({ team, trained }) => team - trained),
      ]) {
        const [one = 0] = told
        expect(told.length > 1 || one === 0 || one >= from).toBe(true)
      }
    }
  })

  it('would be found out if the part were shown as it is', () => {
    const facts = alike(shares, (share) => share)
    expect(facts.every((each) => could(each, ({ part }) => part).length > 1)).toBe(false)
  })
})

describe('a count of which anybody can count a part', () => {
  it('never tells a small number beyond that part, save that there is none', () => {
    for (const known of numbers) {
      const counts = numbers.map((more) => known + more)
      for (const facts of alike(counts, (count) => shownBeside(count, known, from))) {
        const beyond = could(facts, (count) => count - known)
        const one = beyond.length === 1 ? beyond[0] : undefined
        expect(one === undefined || one === 0 || one >= from, `${known} known`).toBe(true)
      }
    }
  })

  it('reads as fewer than five where it is, and as what anybody counts where little is beyond', () => {
    expect(shownBeside(3, 2, from)).toEqual({ is: 'fewer' })
    expect(shownBeside(8, 7, from)).toEqual({ is: 'at_least', count: 7 })
    expect(shownBeside(6, 2, from)).toEqual({ is: 'at_least', count: 5 })
    expect(shownBeside(12, 7, from)).toEqual({ is: 'exactly', count: 12 })
    expect(shownBeside(6, 0, from)).toEqual({ is: 'exactly', count: 6 })
    expect(shownBeside(37, null, from)).toEqual({ is: 'at_least', count: 30 })
    expect(shownBeside(7, null, from)).toEqual({ is: 'at_least', count: 5 })
  })
})

describe('a trend', () => {
  const pairs = numbers.flatMap((first) => numbers.map((second) => [first, second] as const))

  it('tells no small step from one month to the next', () => {
    const shown = ([first, second]: readonly [number, number]) => [
      bandOf(first, from),
      bandOf(second, from),
    ]
    for (const facts of alike(pairs, shown)) {
      const steps = could(facts, ([first, second]) => Math.abs(second - first))
      // Between 36 and 40 the list of numbers ends in the middle of a band.
      if (facts.some(([first, second]) => first > 39 || second > 39)) continue
      expect(steps.length).toBeGreaterThan(1)
    }
  })

  it('reads in steps of five', () => {
    expect([0, 4, 5, 9, 10].map((count) => bandWords(bandOf(count, from), from))).toEqual([
      'Fewer than five',
      'Fewer than five',
      '5 to 9',
      '5 to 9',
      '10 to 14',
    ])
  })
})

describe('the number from which groups are shown', () => {
  it('is the program’s own', () => {
    expect(shownWords(shownCount(9, 10), 10)).toBe('Fewer than ten')
    expect(shownWords(shownCount(19, 20), 20)).toBe('Fewer than twenty')
    expect(shownWords(shownCount(1_256, 10), 10)).toBe('1,256')
  })
})
