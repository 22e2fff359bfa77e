import type { Block, Inline } from '~/words/markdown'
import { colors } from '../certificates/certificate-pdf-operators'
import type { Flow } from './handbook-flow.server'
import type { Piece, Style } from './handbook-lines.server'
import type { Role } from './handbook-tags.server'

const size = 10.5
export const plain: Style = { face: 'noto-sans-400', size, color: colors.ink }
export const soft: Style = { face: 'noto-sans-400', size: 9, color: colors.soft }

/** One object for each look, so that neighbors of the same look are one text. */
const looks = new Map<string, Style>()

function lookOf(base: Style, more: Pick<Style, 'bold' | 'slant' | 'underline'>): Style {
  const style = { ...base, ...more }
  const key = JSON.stringify(style)
  const known = looks.get(key) ?? style
  looks.set(key, known)
  return known
}

export function headingStyle(level: 1 | 2 | 3 | 4): Style {
  return lookOf(
    { face: 'fraunces-600', size: [26, 19, 13, 11.5][level - 1] ?? 11.5, color: colors.night },
    {},
  )
}

/** The blocks of a section, with headings of this role. */
export function layBlocks(flow: Flow, blocks: readonly Block[], role: Role) {
  const { structure } = flow
  for (const block of blocks) {
    if (block.kind === 'list') layList(flow, block)
    else if (block.kind === 'heading') {
      const style = headingStyle(4)
      flow.paragraph({
        part: structure.part(role),
        pieces: piecesOf(block.inside, style),
        size: style.size,
        before: 8,
        keep: 2 * size * 1.45,
      })
    } else {
      const part = structure.part('P')
      flow.paragraph({ part, pieces: piecesOf(block.inside, plain), size, before: 5 })
    }
  }
}

function layList(flow: Flow, { ordered, items }: Extract<Block, { kind: 'list' }>) {
  const { structure } = flow
  const list = structure.part('L')
  const indent = ordered && items.length > 9 ? 24 : 18
  items.forEach((item, index) => {
    const entry = structure.part('LI', list)
    const label = structure.part('Lbl', entry)
    flow.paragraph({
      part: structure.part('LBody', entry),
      pieces: piecesOf(item, plain),
      size,
      indent,
      before: index === 0 ? 5 : 2.5,
      label: { part: label, text: ordered ? `${index + 1}.` : '•', style: plain, x: 4 },
    })
  })
}

export function piecesOf(inside: readonly Inline[], style: Style, link?: string): Piece[] {
  return inside.flatMap((piece): Piece[] => {
    if (piece.kind === 'break') return ['break']
    if (piece.kind === 'link') return piecesOf(piece.inside, style, piece.to)
    const look = lookOf(style, {
      bold: piece.strong,
      slant: piece.em,
      underline: link !== undefined,
    })
    return [{ text: piece.text, style: look, ...(link !== undefined && { link }) }]
  })
}
