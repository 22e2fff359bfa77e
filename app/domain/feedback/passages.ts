/** Where a passage stands in a text: offsets into the text as it was frozen. */
export type Passage = { start: number; end: number }

/**
 * Finds a quoted passage in a frozen text. Line ends, the marks of headings, lists, links and
 * emphasis and the kind of quotation mark do not count, because a page shows them otherwise; every word does.
 */
export function findPassage(quote: string, text: string): Passage | null {
  const wanted = plain(withoutQuotationMarks(quote)).text.trim()
  if (wanted === '') return null
  const { text: read, places } = plain(text)
  const at = read.indexOf(wanted)
  const start = places[at]
  const end = places[at + wanted.length - 1]
  if (at === -1 || start === undefined || end === undefined) return null
  return { start, end: end + 1 }
}

/** The text as a reader sees it, each character with its place in the original. */
function plain(text: string): { text: string; places: number[] } {
  const marks = new Set<number>()
  for (const { index, 0: found } of [...text.matchAll(listMarks), ...text.matchAll(linkMarks)]) {
    for (let at = index; at < index + found.length; at += 1) marks.add(at)
  }
  let read = ''
  const places: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (marks.has(at) || character === '*') continue
    const shown = /\s/.test(character) ? ' ' : (sameAs[character] ?? character)
    if (shown === ' ' && (read === '' || read.endsWith(' '))) continue
    read += shown
    places.push(at)
  }
  return { text: read, places }
}

const listMarks = /^[ \t]{0,8}(?:[-*•]|\d{1,3}[.)])[ \t]+|^#{2,6}[ \t]+/gm
/** The brackets and the address of a link, and a backslash that keeps a mark from being one. */
const linkMarks = /\[(?=[^[\]\n]+\]\([^)\n]+\))|(?<=\[[^[\]\n]+)\]\([^)\n]+\)|\\(?=[\\*[\]\-•#.)])/g

const sameAs: Record<string, string> = { '‘': "'", '’': "'", '“': '"', '”': '"' }

function withoutQuotationMarks(quote: string): string {
  const trimmed = quote.trim()
  const inside = /^[“"](.*)[”"]$/s.exec(trimmed)?.[1]
  return inside ?? trimmed
}

/** A passage as a page quotes it: on one line, without the marks of its Markdown. */
export function shownPassage(quote: string): string {
  return quote
    .replace(listMarks, '')
    .replace(linkMarks, '')
    .replace(/\*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
