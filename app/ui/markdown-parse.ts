/** A piece of running text. Whatever is not understood stays plain text. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'strong' | 'em'; inside: Inline[] }
  | { kind: 'link'; to: string; inside: Inline[] }

export type Block =
  | { kind: 'paragraph'; inside: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }

/** Restricted Markdown: paragraphs, lists, emphasis and links. Nothing in it can be markup. */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  const endParagraph = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', inside: parseInline(lines.join('\n')) })
    lines = []
  }
  for (const line of text.split(/\r\n?|\n/)) {
    const item = /^\s{0,8}(?:([-*•])|\d{1,3}[.)])\s+(\S.*)$/.exec(line)
    if (item?.[2] !== undefined) {
      endParagraph()
      addItem(blocks, item[1] === undefined, parseInline(item[2]))
    } else if (line.trim() === '') {
      endParagraph()
      blocks.push(gap)
    } else lines.push(line.trim())
  }
  endParagraph()
  return blocks.filter((block) => block !== gap)
}

/** Stands between blocks while reading, so that a list after an empty line is a list of its own. */
const gap: Block = { kind: 'paragraph', inside: [] }

function addItem(blocks: Block[], ordered: boolean, item: Inline[]) {
  const last = blocks.at(-1)
  if (last?.kind === 'list' && last.ordered === ordered) last.items.push(item)
  else blocks.push({ kind: 'list', ordered, items: [item] })
}

const deepest = 4

function parseInline(text: string, depth = 0): Inline[] {
  const found: Inline[] = []
  const missing = new Set<string>()
  /** Where a closing mark stands. One that was not found is not looked for again: time stays linear. */
  const closing = (mark: string, from: number) => {
    if (missing.has(mark)) return -1
    const at = text.indexOf(mark, from)
    if (at === -1) missing.add(mark)
    return at
  }
  let plain = ''
  const add = (piece: Inline) => {
    if (plain) found.push({ kind: 'text', text: plain })
    plain = ''
    found.push(piece)
  }
  let at = 0
  while (at < text.length) {
    const span = depth < deepest ? spanAt(text, at, closing) : null
    if (span) {
      const inside = parseInline(span.inside, depth + 1)
      add(
        span.kind === 'link' ? { kind: 'link', to: span.to, inside } : { kind: span.kind, inside },
      )
      at = span.end
    } else {
      if (text[at] === '\n') add({ kind: 'break' })
      else plain += text[at]
      at += 1
    }
  }
  if (plain) found.push({ kind: 'text', text: plain })
  return found
}

type Span = { kind: 'strong' | 'em' | 'link'; to: string; inside: string; end: number }

function spanAt(
  text: string,
  at: number,
  closing: (mark: string, from: number) => number,
): Span | null {
  if (text[at] === '[') return linkAt(text, at, closing)
  if (text[at] !== '*') return null
  const mark = text[at + 1] === '*' ? '**' : '*'
  const start = at + mark.length
  const end = closing(mark, start)
  const inside = text.slice(start, end)
  if (end <= start || /^\s|\s$/.test(inside)) return null
  return { kind: mark === '**' ? 'strong' : 'em', to: '', inside, end: end + mark.length }
}

function linkAt(
  text: string,
  at: number,
  closing: (mark: string, from: number) => number,
): Span | null {
  const middle = closing('](', at + 1)
  const end = middle === -1 ? -1 : closing(')', middle + 2)
  if (end === -1 || middle === at + 1) return null
  const to = safeAddress(text.slice(middle + 2, end).trim())
  return to ? { kind: 'link', to, inside: text.slice(at + 1, middle), end: end + 1 } : null
}

/** Only addresses of the web and of mail; anything that a browser might run is plain text. */
function safeAddress(address: string): string | null {
  if (!/^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(address) || !URL.canParse(address)) return null
  const { protocol, href } = new URL(address)
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : null
}
