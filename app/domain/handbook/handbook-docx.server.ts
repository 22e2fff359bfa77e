import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { handbookWords as words } from '~/words/en/handbook'
import { type Handbook, type HandbookPolicy, listedIn } from './handbook'
import { numbered, paragraphs, plain, said } from './handbook-docx-blocks.server'

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
          ...policies.flatMap((policy, index) =>
            policyParagraphs(policy, whole ? index : null, lists),
          ),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const language = { value: 'en-US' }

const numbers = {
  reference: numbered,
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

function cover(book: Handbook): Paragraph[] {
  const { title, venue, day, program, whole, policies } = book
  const heading = whole ? HeadingLevel.TITLE : HeadingLevel.HEADING_1
  const review = whole ? '' : (policies[0]?.review ?? '')
  return [
    new Paragraph({ text: plain(venue) }),
    new Paragraph({ text: plain(title), heading }),
    ...[words.asOf(day), review, words.madeWith(program)].filter(Boolean).map(said),
    ...(policies.length === 0 ? [said(words.empty)] : contents(listedIn(book))),
  ]
}

/** A list of links, which stands there at once; Word's own table of contents waits to be updated. */
function contents(titles: readonly string[]): Paragraph[] {
  if (titles.length === 0) return []
  const entries = titles.map((title, index) => {
    const children = [new TextRun({ text: plain(title), style: 'Hyperlink' })]
    const link = new InternalHyperlink({ anchor: placeOf(index), children })
    return new Paragraph({ children: [link], spacing: { after: 60 } })
  })
  return [said([new TextRun({ text: words.contents, bold: true })]), ...entries]
}

const placeOf = (index: number) => `part-${index + 1}`

function headingAt(text: string, place: number | null): ParagraphChild[] {
  const run = new TextRun(plain(text))
  return place === null ? [run] : [new Bookmark({ id: placeOf(place), children: [run] })]
}

function policyParagraphs(
  { title, review, sections, file }: HandbookPolicy,
  /** Its place in a whole handbook; null where it stands alone and its sections are what is listed. */
  place: number | null,
  lists: { count: number },
): Paragraph[] {
  const whole = place !== null
  const begin = new Paragraph({
    children: headingAt(title, place),
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: true,
  })
  return [
    ...(whole ? [begin, ...(review ? [said(review)] : [])] : []),
    ...sections.flatMap(({ heading, blocks }, index) => [
      new Paragraph({
        children: headingAt(heading, whole ? null : index),
        heading: HeadingLevel.HEADING_2,
      }),
      ...blocks.flatMap((block) => paragraphs(block, lists)),
    ]),
    ...(file ? [said(file.said)] : []),
    ...(sections.length === 0 && !file ? [said(words.unwritten)] : []),
  ]
}
