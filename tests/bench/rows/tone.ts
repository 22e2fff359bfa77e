import { type ToneDraft, toneHints } from '~/domain/feedback/tone'
import { readPack } from '~/domain/standards/load-pack'
import { judgedSentences, precisionOf, recallOf, tallyOf } from '~tests/support/tone/evaluation'
import type { Bench } from '../bench-context'
import { compared, type Finding, interleaved, median, rounded } from '../measure'

const { lexicon } = readPack().set

/** How often the tone helper is right, and how long it takes to read a long response. */
export async function tone({ rounds }: Bench): Promise<Finding[]> {
  return [...judged(false), ...judged(true), ...judged(undefined), ...(await speed(rounds))]
}

function judged(heldBack: boolean | undefined): Finding[] {
  const tally = tallyOf(lexicon, heldBack)
  const names = { true: 'held back', false: 'seen', undefined: 'all' }
  const which = `${names[`${heldBack}`]}, ${tally.sentences} sentences`
  const detail = `${tally.right} right, ${tally.wrong} wrong, ${tally.overlooked} overlooked`
  const goal = (least: number) => (heldBack === undefined ? `at least ${least}` : null)
  const finding = (what: string, figure: number, least: number): Finding => ({
    row: 'tone',
    what: `${what} (${which})`,
    goal: goal(least),
    reached: heldBack === undefined ? figure >= least : null,
    figure: figure.toFixed(3),
    detail,
  })
  return [finding('precision', precisionOf(tally), 0.95), finding('recall', recallOf(tally), 0.9)]
}

/** A response of 2,000 words, made of the kind sentences, against a plain look at each of its words. */
async function speed(rounds: number): Promise<Finding[]> {
  const draft = longDraft()
  const text = draft.items.map(({ words }) => words).join('\n')
  const ours = async () => timed(() => toneHints(draft, lexicon).length)
  const floor = async () => timed(() => text.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0)
  const found = compared(await interleaved(rounds, ours, floor))
  return [
    {
      row: 'tone',
      what: `a response of ${text.split(/\s+/).length} words`,
      goal: 'at most 5 ms',
      reached: found.ours <= 5,
      figure: `${rounded(found.ours)} ms`,
      detail: `${rounded(found.ratio)} × one plain pass over its words (${rounded(found.floor)} ms); rounds from ${rounded(found.least)} to ${rounded(found.most)}`,
    },
  ]
}

function longDraft(): ToneDraft {
  const sentences = [...judgedSentences('kind'), ...judgedSentences('adversarial')]
  const items: ToneDraft['items'] = []
  let words = 0
  for (let at = 0; words < 2_000; at += 12) {
    const start = at % (sentences.length - 12)
    const text = sentences
      .slice(start, start + 12)
      .map((each) => each.text)
      .join(' ')
    items.push({ id: `item-${at}`, kind: 'question', words: text })
    words += text.split(/\s+/).length
  }
  return { items }
}

/** Milliseconds of one run: the median of 101. */
function timed(run: () => number): number {
  return median(
    Array.from({ length: 101 }, () => {
      const begun = performance.now()
      run()
      return performance.now() - begun
    }),
  )
}
