/**
 * How a count is shown, so that nothing under `from` (five, by the program's settings) can be read or
 * worked out. None is fewer than five too. All that looks alike here may hide every small number alike:
 * tests/domain/standings/small-counts.test.ts tries them all.
 */
export type Shown =
  | { is: 'exactly'; count: number }
  | { is: 'fewer' }
  /** Some number that is no secret, and perhaps more. */
  | { is: 'at_least'; count: number }
  | { is: 'hidden' }

/** A part of a whole; `all_but_fewer`: what is missing is fewer than `from`. */
export type ShownPart = Shown | { is: 'all_but_fewer' }
export type ShownShare = { whole: Shown; part: ShownPart }

/** A step of a trend: somewhere between two numbers, both included. */
export type Band = { is: 'fewer' } | { is: 'between'; least: number; most: number }

/** A count by itself, from which nothing that is shown is taken away. */
export function shownCount(count: number, from: number): Shown {
  return count < from ? { is: 'fewer' } : { is: 'exactly', count }
}

/**
 * A part of a whole, where the rest must not be told either. A whole under twice `from` has a small
 * part or a small rest whatever the part is, so nothing is said of it.
 */
export function shownShare(part: number, whole: number, from: number): ShownShare {
  if (whole < from) return { whole: { is: 'fewer' }, part: { is: 'fewer' } }
  const all: Shown = { is: 'exactly', count: whole }
  if (whole < 2 * from) return { whole: all, part: { is: 'hidden' } }
  if (part < from) return { whole: all, part: { is: 'fewer' } }
  if (whole - part < from) return { whole: all, part: { is: 'all_but_fewer' } }
  return { whole: all, part: { is: 'exactly', count: part } }
}

/**
 * A count of which anybody can count a part elsewhere, such as in the public list: what is beyond that
 * part is never told while it is small. `known` is null where the list is too long to be read here; then
 * the count is rounded down to tens.
 */
export function shownBeside(count: number, known: number | null, from: number): Shown {
  if (count < from) return { is: 'fewer' }
  if (known === null) {
    const tens = Math.floor(count / 10) * 10
    return { is: 'at_least', count: Math.max(from, tens) }
  }
  if (known === 0) return { is: 'exactly', count }
  const beyond = count - known
  if (known >= from) {
    return beyond < from ? { is: 'at_least', count: known } : { is: 'exactly', count }
  }
  // Twice as far, or one known venue beside five in all would tell of four.
  return beyond < 2 * from ? { is: 'at_least', count: from } : { is: 'exactly', count }
}

/** A count of a series: in bands as wide as `from`, so that no step between two of them tells a small number. */
export function bandOf(count: number, from: number): Band {
  if (count < from) return { is: 'fewer' }
  const least = Math.floor(count / from) * from
  return { is: 'between', least, most: least + from - 1 }
}
