import { handbookWords as words } from '~/words/en/handbook'
import type { Block, Inline } from '~/words/markdown'
import type { Handbook, HandbookPolicy } from './handbook'

/** One policy or the whole handbook as one web page that stands by itself and runs nothing. */
export function handbookHtml(book: Handbook): string {
  const { title, venue, program, day, whole, policies } = book
  const review = whole ? '' : (policies[0]?.review ?? '')
  const facts = [words.asOf(day), review, words.madeWith(program)].filter(Boolean)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(`${title} – ${venue}`)}</title>
<style>
:root { color-scheme: light dark }
body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
h1, h2, h3, h4 { line-height: 1.25 }
@media print { body { margin: 0; max-width: none } article { break-before: page } h1, h2, h3, h4 { break-after: avoid } }
</style>
</head>
<body>
<header>
<p>${escaped(venue)}</p>
<h1>${escaped(title)}</h1>
${facts.map((fact) => `<p>${escaped(fact)}</p>`).join('\n')}
</header>
${whole ? contents(policies) : ''}
${policies.map((policy, index) => policyHtml(policy, whole, index)).join('\n')}
</body>
</html>
`
}

function contents(policies: readonly HandbookPolicy[]): string {
  if (policies.length === 0) return `<p>${words.empty}</p>`
  const items = policies.map(
    ({ title }, index) => `<li><a href="#policy-${index + 1}">${escaped(title)}</a></li>`,
  )
  return `<nav><h2>${words.contents}</h2><ol>${items.join('')}</ol></nav>`
}

function policyHtml(policy: HandbookPolicy, whole: boolean, index: number): string {
  const { title, review, sections, file } = policy
  const [section, inner] = whole ? ['h3', 'h4'] : ['h2', 'h3']
  const parts = [
    ...(whole
      ? [`<h2>${escaped(title)}</h2>`, ...(review ? [`<p>${escaped(review)}</p>`] : [])]
      : []),
    ...sections.flatMap(({ heading, blocks }) => [
      `<${section}>${escaped(heading)}</${section}>`,
      ...blocks.map((block) => blockHtml(block, inner ?? 'h4')),
    ]),
    ...(file ? [`<p>${escaped(file.said)}</p>`] : []),
    ...(sections.length === 0 && !file ? [`<p>${words.unwritten}</p>`] : []),
  ]
  return `<article id="policy-${index + 1}">\n${parts.join('\n')}\n</article>`
}

function blockHtml(block: Block, heading: string): string {
  if (block.kind === 'list') {
    const list = block.ordered ? 'ol' : 'ul'
    return `<${list}>${block.items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</${list}>`
  }
  const element = block.kind === 'heading' ? heading : 'p'
  return `<${element}>${inlineHtml(block.inside)}</${element}>`
}

function inlineHtml(inside: readonly Inline[]): string {
  return inside
    .map((piece) => {
      if (piece.kind === 'break') return '<br>'
      if (piece.kind === 'link') {
        return `<a href="${escaped(piece.to)}" rel="noopener noreferrer nofollow">${inlineHtml(piece.inside)}</a>`
      }
      const em = piece.em ? `<em>${escaped(piece.text)}</em>` : escaped(piece.text)
      return piece.strong ? `<strong>${em}</strong>` : em
    })
    .join('')
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
