import { describe, expect, it } from 'vitest'
import { findPassage, shownPassage } from '~/domain/feedback/passages'

const text = `We close calmly,
every night.

- **Lights** come up at 1:30 AM.
- The lead says “last call” once.`

function found(quote: string): string | null {
  const passage = findPassage(quote, text)
  return passage && text.slice(passage.start, passage.end)
}

describe('a quoted passage', () => {
  it.each([
    ['as it stands', 'come up at 1:30 AM.', 'come up at 1:30 AM.'],
    ['across a line end', 'calmly, every night', 'calmly,\nevery night'],
    ['without emphasis marks', 'Lights come up', 'Lights** come up'],
    ['across list items', '1:30 AM. The lead says', '1:30 AM.\n- The lead says'],
    ['with plain quotation marks', 'says "last call" once', 'says “last call” once'],
    ['in quotation marks', '“We close calmly”', 'We close calmly'],
    ['with spaces around it', '  once.  ', 'once.'],
  ])('is found %s', (_, quote, original) => {
    expect(found(quote)).toBe(original)
  })

  it.each(['We close at midnight', 'we close calmly', 'calmly every night', '', '“”', ' * '])(
    'is not found when the words are others: %j',
    (quote) => {
      expect(found(quote)).toBeNull()
    },
  )

  it('reads on one line, without marks', () => {
    expect(shownPassage('- **Lights** come up\n- at 1:30 AM')).toBe('Lights come up at 1:30 AM')
  })
})
