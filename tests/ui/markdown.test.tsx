import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Markdown } from '~/ui/markdown'
import naughty from '~tests/support/naughty-strings.json'

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} />)

test('paragraphs, line ends, lists, emphasis and links', () => {
  expect(html('We check *everyone*.\nEvery night.\n\n- door\n- **bar**\n\n1. look\n2) ask')).toBe(
    '<p>We check <em>everyone</em>.<br/>Every night.</p><ul><li>door</li><li><strong>bar</strong></li></ul><ol><li>look</li><li>ask</li></ol>',
  )
  expect(html('See [our **list**](https://example.com/a?b=1&c=2) or [write](mailto:a@b.co)')).toBe(
    '<p>See <a href="https://example.com/a?b=1&amp;c=2" rel="noopener noreferrer nofollow">our <strong>list</strong></a> or <a href="mailto:a@b.co" rel="noopener noreferrer nofollow">write</a></p>',
  )
})

test('headings, lines within an item, nested emphasis, and marks that are meant as letters', () => {
  expect(html('### At *the* door\n- look\n  twice\n\n***both** then em* **a *b***')).toBe(
    '<h3>At <em>the</em> door</h3><ul><li>look<br/>twice</li></ul><p><strong><em>both</em></strong><em> then em</em> <strong>a </strong><strong><em>b</em></strong></p>',
  )
  expect(html('2 \\* 3\n\\- no list\n1\\. none')).toBe('<p>2 * 3<br/>- no list<br/>1. none</p>')
})

test('two lists with a line between them stay two', () => {
  expect(html('- a\n\n- b')).toBe('<ul><li>a</li></ul><ul><li>b</li></ul>')
})

test('what is not closed, or is empty, stays as it was typed', () => {
  for (const text of ['2 * 3 = 6 * 1', '**', '[a](b', '[](https://a.co)', '*', '5. ', '**open']) {
    expect(html(text)).toBe(`<p>${text.trim()}</p>`)
  }
})

test.each([
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:msgbox)',
  '[x](//evil.example)',
  '[x](file:///etc/passwd)',
  '[x](https://a.co" onmouseover="alert(1))',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![x](https://a.co/x.png)',
])('%s runs nothing and loads nothing', (text) => {
  const made = html(text)
  expect(made).not.toMatch(/<(?!\/?(p|br|ul|ol|li|strong|em|a)\b)/)
  expect(made).not.toMatch(/href="(?!https?:|mailto:)/)
  expect(made).not.toMatch(/<[^>]*\son\w+=/)
})

test('every naughty string comes through with its letters and without markup', () => {
  expect(naughty.length).toBeGreaterThan(100)
  for (const text of naughty as string[]) {
    expect(html(text)).not.toMatch(/<(?!\/?(p|br|ul|ol|li|strong|em|a)\b)/)
  }
})

test('a text made to be slow is read before the test runs out of time', () => {
  for (const text of ['[', '*', '**', '](', '[a](', '*a', '- ', '\n', '[[a](https://a.co)']) {
    expect(html(text.repeat(12_000 / text.length))).not.toMatch(
      /<(?!\/?(p|br|ul|ol|li|strong|em|a)\b)/,
    )
  }
})
