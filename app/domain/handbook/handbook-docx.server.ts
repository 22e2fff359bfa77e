import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { handbookWords as words } from '~/words/en/handbook'
import type { Block, Inline } from '~/words/markdown'
import type { Handbook, HandbookPolicy } from './handbook'

/** One policy or the whole handbook as a Word document with real headings and lists, to edit elsewhere. */
export async function handbookDocx(book: Handbook): Promise<Uint8Array> {
  const { title, venue, program, policies, whole } = book
  const lists = { count: 0 }
  const document = new Document({
    title: `${title} – ${venue}`,
    creator: venue,
    description: words.madeWith(program),
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language } } } },
    numbering: { config: [numbers] },
    sections: [
      {
        properties: { page: { size: { width: 12_240, height: 15_840 } } },
        footers: { default: footer(venue) },
        children: [
          ...cover(book),
          ...policies.flatMap((policy) => policyParagraphs(policy, whole, lists)),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const language = { value: 'en-US' }

const numbers = {
  reference: 'numbers',
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.START,
      style: { paragraph: { indent: { left: 720, hanging: 360 } } },
    },
  ],
}

function footer(venue: string) {
  const [before = '', between = '', after = ''] = words.footer(venue, 1, 2).split(/(?<=page )1|2$/)
  return new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({
            children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
          }),
        ],
      }),
    ],
  })
}

function cover({ title, venue, day, program, whole, policies }: Handbook): Paragraph[] {
  const heading = whole ? HeadingLevel.TITLE : HeadingLevel.HEADING_1
  const review = whole ? '' : (policies[0]?.review ?? '')
  return [
    new Paragraph({ text: plain(venue) }),
    new Paragraph({ text: plain(title), heading }),
    ...[words.asOf(day), review, words.madeWith(program)].filter(Boolean).map(said),
    ...(policies.length === 0 ? [said(words.empty)] : []),
  ]
}

function policyParagraphs(
  { title, review, sections, file }: HandbookPolicy,
  whole: boolean,
  lists: { count: number },
): Paragraph[] {
  const begin = new Paragraph({
    text: plain(title),
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: true,
  })
  return [
    ...(whole ? [begin, ...(review ? [said(review)] : [])] : []),
    ...sections.flatMap(({ heading, blocks }) => [
      new Paragraph({ text: plain(heading), heading: HeadingLevel.HEADING_2 }),
      ...blocks.flatMap((block) => paragraphs(block, lists)),
    ]),
    ...(file ? [said(words.fileApart(file.name))] : []),
    ...(sections.length === 0 && !file ? [said(words.unwritten)] : []),
  ]
}

function paragraphs(block: Block, lists: { count: number }): Paragraph[] {
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
          ? { numbering: { reference: numbers.reference, level: 0, instance } }
          : { bullet: { level: 0 } }),
      }),
  )
}

function said(words: string | ParagraphChild[]): Paragraph {
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
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')
}
