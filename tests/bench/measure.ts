/** What one row of the benchmark found. Every figure is of this run, on this machine. */
export type Finding = {
  row: string
  what: string
  /** The goal in words, "at least 0.25 of the floor"; null where there is none. */
  goal: string | null
  reached: boolean | null
  /** The figure that the goal speaks of, with its unit in words. */
  figure: string
  /** The spread of the rounds, and whatever else helps to read it. */
  detail: string
}

/** The middle of some figures; of an even number of them, the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half]
  if (upper === undefined) throw new Error('There is no median of nothing.')
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}

/** The figure below which a share of the others lie: `quantile(times, 0.99)`. */
export function quantile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)
  const found = sorted[Math.max(0, at)]
  if (found === undefined) throw new Error('There is no quantile of nothing.')
  return found
}

/**
 * Measures two things turn by turn, so that whatever else the machine does falls on both: A B, B A,
 * A B … Answers each round's two figures, in the order of the rounds. The first round warms up and
 * is left out.
 */
export async function interleaved(
  rounds: number,
  a: () => Promise<number>,
  b: () => Promise<number>,
): Promise<{ a: number; b: number }[]> {
  const found: { a: number; b: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % 2 === 0
    const early = await (first ? a() : b())
    const late = await (first ? b() : a())
    if (round > 0) found.push(first ? { a: early, b: late } : { a: late, b: early })
  }
  return found
}

export type Comparison = { ratio: number; least: number; most: number; ours: number; floor: number }

/** The median of the rounds' own ratios, with their spread. */
export function compared(rounds: readonly { a: number; b: number }[]): Comparison {
  const ratios = rounds.map(({ a, b }) => a / b)
  return {
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    ours: median(rounds.map(({ a }) => a)),
    floor: median(rounds.map(({ b }) => b)),
  }
}

type Stated = { row: string; what: string; unit: string; goal: number; floor: string }

/** A finding whose goal is a least ratio: at least `goal` of the floor. */
export function atLeast(stated: Stated, found: Comparison): Finding {
  return {
    ...found_(stated, found),
    goal: `at least ${stated.goal} × ${stated.floor}`,
    reached: found.ratio >= stated.goal,
  }
}

/** A finding whose goal is a largest ratio: at most `goal` times the floor. */
export function atMost(stated: Stated, found: Comparison): Finding {
  return {
    ...found_(stated, found),
    goal: `at most ${stated.goal} × ${stated.floor}`,
    reached: found.ratio <= stated.goal,
  }
}

function found_({ row, what, unit }: Stated, found: Comparison) {
  const { ratio, least, most, ours, floor } = found
  return {
    row,
    what,
    figure: `${rounded(ratio)} ×`,
    detail: `${rounded(ours)} against ${rounded(floor)} ${unit}; rounds from ${rounded(least)} to ${rounded(most)}`,
  }
}

/** Three digits that count. */
export function rounded(figure: number): string {
  if (Math.abs(figure) >= 1000) return Math.round(figure).toLocaleString('en-US')
  return String(Number(figure.toPrecision(3)))
}
