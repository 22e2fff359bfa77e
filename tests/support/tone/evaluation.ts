import { readFileSync } from 'node:fs'
import { toneHints } from '~/domain/feedback/tone'
import type { LexiconEntry } from '~/domain/standards/standard-set'

type Marked = { kind: string; start: number; end: number }
type Part = 'strength' | 'question' | 'opening'
export type Judged = { text: string; marked: Marked[]; part: Part; heldBack: boolean }
export type Tally = { sentences: number; right: number; wrong: number; overlooked: number }

const halves = ['adversarial', 'kind'] as const

/**
 * The sentences of one half with what a careful colleague underlined in them. Those under "Held back"
 * were written last, and nobody mended the lexicon or the matcher by looking at them.
 */
export function judgedSentences(half: (typeof halves)[number]): Judged[] {
  const found: Judged[] = []
  let part: Part = 'opening'
  let heldBack = false
  for (const line of readFileSync(`tests/support/tone/${half}.txt`, 'utf8').split('\n')) {
    if (line === '') continue
    if (line.startsWith('#')) {
      part = parts[line.slice(2)] ?? 'opening'
      heldBack = line === '# Held back'
    } else found.push({ ...unmarked(line), part, heldBack })
  }
  return found
}

/** Where in a response the sentences under a heading stand; all others are read in the opening. */
const parts: Record<string, Part> = { Strengths: 'strength', Questions: 'question' }

function unmarked(line: string): Pick<Judged, 'text' | 'marked'> {
  const marked: Marked[] = []
  let text = ''
  const typed = line.replaceAll('\\n', '\n').replaceAll('\\t', '\t')
  for (const [piece, kind, words] of typed.matchAll(/<(\w+):([^>]*)>|[^<]+/g)) {
    if (kind) marked.push({ kind, start: text.length, end: text.length + (words ?? '').length })
    text += words ?? piece
  }
  return { text, marked }
}

/** A hint is right where it shares words with an underlined place of its own kind; each place counts once. */
export function judge({ text, marked, part }: Judged, lexicon: readonly LexiconEntry[]) {
  const open = [...marked]
  const draft =
    part === 'opening'
      ? { opening: text, items: [] }
      : { items: [{ id: part, kind: part, words: text }] }
  const wrong = toneHints(draft, lexicon).filter((hint) => {
    const at = open.findIndex(
      ({ kind, start, end }) => kind === hint.kind && hint.start < end && start < hint.end,
    )
    if (at >= 0) open.splice(at, 1)
    return at < 0
  })
  return { wrong, overlooked: open, right: marked.length - open.length }
}

/** The tally of both halves: of all sentences, or of those that were held back or not. */
export function tallyOf(lexicon: readonly LexiconEntry[], heldBack?: boolean): Tally {
  const tally: Tally = { sentences: 0, right: 0, wrong: 0, overlooked: 0 }
  for (const sentence of halves.flatMap(judgedSentences)) {
    if (heldBack !== undefined && sentence.heldBack !== heldBack) continue
    const { right, wrong, overlooked } = judge(sentence, lexicon)
    tally.sentences += 1
    tally.right += right
    tally.wrong += wrong.length
    tally.overlooked += overlooked.length
  }
  return tally
}

/** Of what is suggested, the share that is right. */
export function precisionOf({ right, wrong }: Tally): number {
  return right / (right + wrong)
}

/** Of what a careful colleague underlined, the share that is found. */
export function recallOf({ right, overlooked }: Tally): number {
  return right / (right + overlooked)
}
