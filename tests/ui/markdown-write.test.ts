import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, type Inline, parseMarkdown, type Text } from '~/words/markdown'
import { writeMarkdown } from '~/words/markdown-write'

/** Letters that are marks elsewhere, and such as names are made of. */
const letter = fc.constantFrom(...'ab*_[]()\\#-•.)1é名’“ '.split(''))
const words = fc.string({ unit: letter, minLength: 1, maxLength: 8 })
const text: fc.Arbitrary<Text> = fc.record({
  kind: fc.constant('text' as const),
  text: words,
  strong: fc.boolean(),
  em: fc.boolean(),
})
const link = fc.record({
  kind: fc.constant('link' as const),
  to: fc.constantFrom('https://example.com/a?b=1&c=(2)', 'mailto:a@b.co', 'http://a.co/*'),
  inside: fc.array(text, { minLength: 1, maxLength: 3 }),
})
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 1, arbitrary: link },
  { weight: 1, arbitrary: fc.constant({ kind: 'break' as const }) },
)
const line = fc.array(inline, { maxLength: 6 })
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('paragraph' as const, 'heading' as const), inside: line }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(line, { maxLength: 4 }),
  }),
)
const blocks = fc.array(block, { maxLength: 5 })

const lettersOf = (all: readonly Block[]) => all.map(plain).join('').replace(/\s/g, '')

function plain(each: Block): string {
  const of = (inside: readonly Inline[]): string =>
    inside
      .map((piece) => {
        if (piece.kind === 'break') return ''
        return piece.kind === 'text' ? piece.text : of(piece.inside)
      })
      .join('')
  return each.kind === 'list' ? each.items.map(of).join('') : of(each.inside)
}

test('whatever is written is read again as it was: nothing moves, and no letter is lost', () => {
  fc.assert(
    fc.property(blocks, (made) => {
      const written = writeMarkdown(made)
      const read = parseMarkdown(written)
      expect(writeMarkdown(read)).toBe(written)
      expect(parseMarkdown(writeMarkdown(read))).toEqual(read)
      expect(lettersOf(read)).toBe(lettersOf(made))
    }),
    { numRuns: 400 },
  )
})
