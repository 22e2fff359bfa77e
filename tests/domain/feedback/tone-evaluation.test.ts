import { expect, test } from 'vitest'
import { toneHints } from '~/domain/feedback/tone'
import { readPack } from '~/domain/standards/load-pack'
import { judgedSentences, precisionOf, recallOf, tallyOf } from '~tests/support/tone/evaluation'

const { lexicon } = readPack().set

test('finds what a careful colleague would underline, and little else', () => {
  const whole = tallyOf(lexicon)
  expect(whole.sentences).toBeGreaterThanOrEqual(240)
  expect(precisionOf(whole)).toBeGreaterThanOrEqual(0.95)
  expect(recallOf(whole)).toBeGreaterThanOrEqual(0.9)
})

test('gives each of them a reason, and one or two alternatives that differ from it', () => {
  for (const { text } of judgedSentences('adversarial')) {
    for (const hint of toneHints({ opening: text, items: [] }, lexicon)) {
      expect(hint.reason, text).not.toBe('')
      expect([1, 2], text).toContain(hint.alternatives.length)
      expect(hint.alternatives, text).not.toContain(text.slice(hint.start, hint.end))
    }
  }
})
