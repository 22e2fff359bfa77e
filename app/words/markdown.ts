/** Running text with its emphasis. Whatever is not understood stays plain text. */
export type Text = { kind: 'text'; text: string; strong: boolean; em: boolean }
export type Inline = Text | { kind: 'break' } | { kind: 'link'; to: string; inside: Text[] }

export type Block =
  | { kind: 'paragraph' | 'heading'; inside: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }

/** Where a line begins an item of a list, or is a heading within a section. */
export const listItem = /^\s{0,8}(?:([-*•])|\d{1,3}[.)])\s+(\S.*)$/
export const headingLine = /^#{2,6}\s+(\S.*)$/

/** What a backslash before it keeps from being a mark. */
const escapable = '\\*[]-•#.)'

/** Stand for escaped marks while a text is read. Unicode sets these code points aside for such a use. */
const standIns = 0xfdd0

/**
 * The one reading of restricted Markdown: headings, paragraphs, lists, emphasis and links, for pages,
 * papers and the editor alike. Nothing in it can be markup.
 */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = []
  let lines: string[] = []
  let item: string[] | null = null
  const endParagraph = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', inside: parseInline(lines.join('\n')) })
    lines = []
  }
  const endItem = () => {
    const last = blocks.at(-1)
    if (item && last?.kind === 'list') last.items.push(parseInline(item.join('\n')))
    item = null
  }
  for (const line of withStandIns(text).split(/\r\n?|\n/)) {
    const begun = listItem.exec(line)
    const heading = headingLine.exec(line)
    if (begun?.[2] !== undefined) {
      endParagraph()
      endItem()
      openList(blocks, begun[1] === undefined)
      item = [begun[2].trim()]
    } else if (item && /^\s{2,}\S/.test(line)) {
      item.push(line.trim())
    } else {
      endItem()
      if (heading?.[1] !== undefined) {
        endParagraph()
        blocks.push({ kind: 'heading', inside: parseInline(heading[1].trim()) })
      } else if (line.trim() === '') {
        endParagraph()
        blocks.push(gap)
      } else lines.push(line.trim())
    }
  }
  endItem()
  endParagraph()
  return blocks.filter((block) => block !== gap)
}

/** Stands between blocks while reading, so that a list after an empty line is a list of its own. */
const gap: Block = { kind: 'paragraph', inside: [] }

function openList(blocks: Block[], ordered: boolean) {
  const last = blocks.at(-1)
  if (last?.kind === 'list' && last.ordered === ordered) return
  blocks.push({ kind: 'list', ordered, items: [] })
}

function withStandIns(text: string): string {
  return text
    .replace(/[\ufdd0-\ufdef]/g, '')
    .replace(/\\([\\*[\]\-•#.)])/g, (_, mark: string) =>
      String.fromCharCode(standIns + escapable.indexOf(mark)),
    )
}

function withMarks(text: string): string {
  return text.replace(/[\ufdd0-\ufdef]/g, (mark) => escapable[mark.charCodeAt(0) - standIns] ?? '')
}

type Mark = 'strong' | 'em'
type Stars = { kind: 'stars'; count: number; opens: boolean; closes: boolean; turns: Mark[] }
type Piece = { kind: 'plain'; text: string } | Stars | Exclude<Inline, Text>

function parseInline(text: string, links = true): Inline[] {
  const pieces = piecesOf(text, links)
  pairStars(pieces)
  const found: Inline[] = []
  const now = { strong: false, em: false }
  const add = (plain: string) => {
    const last = found.at(-1)
    const written = withMarks(plain)
    if (written === '') return
    if (last?.kind === 'text' && last.strong === now.strong && last.em === now.em) {
      last.text += written
    } else found.push({ kind: 'text', text: written, ...now })
  }
  for (const piece of pieces) {
    if (piece.kind === 'plain') add(piece.text)
    else if (piece.kind === 'stars') {
      add('*'.repeat(piece.count - piece.turns.reduce((sum, mark) => sum + widths[mark], 0)))
      for (const mark of piece.turns) now[mark] = !now[mark]
    } else if (piece.kind === 'link') {
      const inside = piece.inside.map((each) => ({
        ...each,
        strong: each.strong || now.strong,
        em: each.em || now.em,
      }))
      found.push({ ...piece, inside })
    } else found.push(piece)
  }
  return found
}

const widths = { em: 1, strong: 2 }
const turnedBy: Mark[][] = [[], ['em'], ['strong'], ['strong', 'em']]

/** Pairs each mark that opens with the next of its kind that closes; the others are letters. */
function pairStars(pieces: Piece[]) {
  const open: Partial<Record<Mark, Stars>> = {}
  for (const piece of pieces) {
    if (piece.kind !== 'stars') continue
    for (const mark of turnedBy[piece.count] ?? []) {
      const opener = open[mark]
      if (opener && piece.closes) {
        opener.turns.push(mark)
        piece.turns.push(mark)
        delete open[mark]
      } else if (!opener && piece.opens) open[mark] = piece
    }
  }
}

const linkText = /\[([^[\]\n]+)\]\(([^)\n]{1,2000})\)/y

function piecesOf(text: string, links: boolean): Piece[] {
  const pieces: Piece[] = []
  let plain = ''
  const add = (piece: Piece) => {
    if (plain) pieces.push({ kind: 'plain', text: plain })
    plain = ''
    pieces.push(piece)
  }
  let at = 0
  while (at < text.length) {
    const link = links && text[at] === '[' ? linkAt(text, at) : null
    if (link) {
      add(link.piece)
      at = link.end
    } else if (text[at] === '*') {
      let end = at
      while (text[end] === '*') end += 1
      const opens = /\S/.test(text[end] ?? '')
      const closes = /\S/.test(text[at - 1] ?? '')
      add({ kind: 'stars', count: end - at, opens, closes, turns: [] })
      at = end
    } else {
      if (text[at] === '\n') add({ kind: 'break' })
      else plain += text[at]
      at += 1
    }
  }
  if (plain) pieces.push({ kind: 'plain', text: plain })
  return pieces
}

function linkAt(text: string, at: number) {
  linkText.lastIndex = at
  const [whole = '', words = '', address = ''] = linkText.exec(text) ?? []
  const to = whole ? safeAddress(withMarks(address.trim())) : null
  if (!to) return null
  const inside = parseInline(words, false).filter((each): each is Text => each.kind === 'text')
  return { piece: { kind: 'link', to, inside } as const, end: at + whole.length }
}

/** Only addresses of the web and of mail; anything that a browser might run is plain text. */
export function safeAddress(address: string): string | null {
  if (!/^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(address) || !URL.canParse(address)) return null
  const { protocol, href } = new URL(address)
  if (!['http:', 'https:', 'mailto:'].includes(protocol)) return null
  return href.replace(/[()[\]*\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}
