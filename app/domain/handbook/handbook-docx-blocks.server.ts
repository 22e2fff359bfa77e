import { ExternalHyperlink, HeadingLevel, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { Block, Inline } from '~/words/markdown'

/** What the numbered lists of a document are called in it. */
export const numbered = 'numbers'

/** A block of a section in the paragraphs of a Word document; `lists` counts the numbered ones. */
export function paragraphs(block: Block, lists: { count: number }): Paragraph[] {
  if (block.kind === 'heading') {
    return [new Paragraph({ heading: HeadingLevel.HEADING_3, children: runs(block.inside) })]
  }
  if (block.kind !== 'list') return [said(runs(block.inside))]
  const instance = block.ordered ? ++lists.count : 0
  return block.items.map(
    (item) =>
      new Paragraph({
        children: runs(item),
        ...(block.ordered
          ? { numbering: { reference: numbered, level: 0, instance } }
          : { bullet: { level: 0 } }),
      }),
  )
}

export function said(words: string | ParagraphChild[]): Paragraph {
  const children = typeof words === 'string' ? [new TextRun(plain(words))] : words
  return new Paragraph({ children, spacing: { after: 120 } })
}

function runs(inside: readonly Inline[], link = false): ParagraphChild[] {
  return inside.map((piece) => {
    if (piece.kind === 'break') return new TextRun({ break: 1 })
    if (piece.kind === 'link') {
      return new ExternalHyperlink({ link: piece.to, children: runs(piece.inside, true) })
    }
    const { strong: bold, em: italics } = piece
    return new TextRun({
      text: plain(piece.text),
      bold,
      italics,
      ...(link && { style: 'Hyperlink' }),
    })
  })
}

/** XML has no place for controls or half characters. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')
}
