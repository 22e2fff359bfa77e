import { PDFDocument } from 'pdf-lib'
import { handbookWords as words } from '~/words/en/handbook'
import { colors } from '../certificates/certificate-pdf-operators'
import type { BytesOf, Handbook, HandbookPolicy } from './handbook'
import { headingStyle, layBlocks, plain, soft } from './handbook-blocks.server'
import { type FilePage, matrixInto, pagesOfFile } from './handbook-files.server'
import { area, type Flow, startFlow } from './handbook-flow.server'
import type { Style } from './handbook-lines.server'
import { startPaper } from './handbook-paper.server'
import { type Role, startStructure } from './handbook-tags.server'

/**
 * One policy or the whole handbook as a tagged PDF for print. Equal facts give equal bytes: its dates
 * are the facts' own. Uploaded PDFs follow in their place, page by page.
 */
export async function drawHandbook(book: Handbook, bytesOf: BytesOf): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  describe(document, book)
  const files = new Map<HandbookPolicy, FilePage[] | null>()
  for (const policy of book.policies) {
    if (policy.file) files.set(policy, await pagesOfFile(document, policy.file, bytesOf))
  }

  const flow = startFlow(startStructure())
  const starts: number[] = []
  layFront(flow, book)
  layContents(flow, book, (index) => starts[index] ?? 0)
  book.policies.forEach((policy) => {
    if (book.whole) flow.turn()
    layPolicy(flow, book, policy, files.get(policy) ?? null, () => starts.push(flow.page()))
  })

  const paper = await startPaper(document)
  for (const [index, commands] of flow.pages.entries()) {
    const canvas = paper.addPage()
    for (const command of commands) command(canvas)
    if (index === 0 && book.whole) continue
    canvas.rule(area.left, area.right, 56, colors.line)
    canvas.text(words.footer(book.venue, index + 1, flow.pages.length), area.left, 42, soft)
    // A long handbook lets others have their turn between its pages.
    await new Promise((resolve) => setImmediate(resolve))
  }
  flow.structure.finish(document, 'en-US')
  return document.save({ useObjectStreams: false, addDefaultPage: false, objectsPerTick: 1000 })
}

function describe(document: PDFDocument, { title, venue, program, day }: Handbook) {
  const made = new Date(`${day}T12:00:00Z`)
  document.setTitle(`${title} – ${venue}`, { showInWindowTitleBar: true })
  document.setAuthor(venue)
  document.setCreator(program)
  document.setProducer('Lamplight')
  document.setCreationDate(made)
  document.setModificationDate(made)
}

function say(
  flow: Flow,
  role: Role,
  text: string,
  style: Style,
  more: { before?: number; keep?: number } = {},
) {
  const pieces = [{ text, style }]
  flow.paragraph({
    part: flow.structure.part(role),
    pieces,
    size: style.size,
    leading: 1.3,
    ...more,
  })
}

/** A page with the title and the venue's name; on one policy the same stands above its text. */
function layFront(flow: Flow, { whole, venue, program, title, day, policies, made }: Handbook) {
  if (whole) flow.moveTo(520)
  const rule = flow.y() + (whole ? 18 : 6)
  flow.draw((canvas) => canvas.rule(area.left, area.left + 96, rule, colors.lamp))
  say(flow, 'P', venue, { ...plain, size: whole ? 14 : 11, color: colors.lampInk })
  say(flow, 'H1', title, headingStyle(1), { before: 6 })
  say(flow, 'P', words.asOf(day), soft, { before: 8 })
  const [review] = whole ? [] : policies.map((policy) => policy.review)
  if (review) say(flow, 'P', review, soft, { before: 2 })
  say(flow, 'P', made ?? words.madeWith(program), soft, { before: 2 })
  if (whole) flow.turn()
}

/** What stands on which page: the policies of a handbook, the sections of one policy. */
function layContents(flow: Flow, { whole, policies }: Handbook, pageOf: (index: number) => number) {
  const titles = whole
    ? policies.map(({ title }) => title)
    : policies.flatMap(({ sections }) => sections.map(({ heading }) => heading))
  if (titles.length === 0 && whole) say(flow, 'P', words.empty, plain)
  if (titles.length < (whole ? 1 : 4)) return
  say(flow, 'H2', words.contents, headingStyle(whole ? 2 : 3), { before: 16, keep: 40 })
  const { structure } = flow
  const list = structure.part('TOC')
  const leading = plain.size * 1.5
  titles.forEach((title, index) => {
    const part = structure.part('Link', structure.part('TOCI', list))
    const top = flow.y()
    const page = flow.page()
    const pieces = [{ text: title, style: plain }]
    flow.paragraph({ part, pieces, size: plain.size, leading: 1.5, before: 3, right: 40 })
    const mark = structure.mark(part, flow.page())
    const y = flow.y() + (leading - plain.size * 0.7) / 2
    flow.draw((canvas) => {
      const text = String(pageOf(index) + 1)
      canvas.text(text, area.right - text.length * 6.2, y, plain, { role: 'Link', mark })
    })
    const upper = page === flow.page() ? top : area.top
    structure.link(part, flow.page(), [area.left, flow.y(), area.right, upper], () => pageOf(index))
  })
}

function layPolicy(
  flow: Flow,
  { whole }: Handbook,
  { title, review, sections, file }: HandbookPolicy,
  pages: FilePage[] | null,
  begins: () => void,
) {
  const headings = whole ? (['H2', 'H3', 'H4'] as const) : (['H1', 'H2', 'H3'] as const)
  if (whole) {
    say(flow, headings[0], title, headingStyle(2), { keep: 60 })
    begins()
    if (review) say(flow, 'P', review, soft, { before: 4 })
  }
  for (const { heading, blocks } of sections) {
    say(flow, headings[1], heading, headingStyle(3), { before: 18, keep: 2 * plain.size * 1.45 })
    if (!whole) begins()
    layBlocks(flow, blocks, headings[2])
  }
  if (sections.length === 0 && !file) say(flow, 'P', words.unwritten, plain, { before: 12 })
  if (!file) return
  const sentence = pages ? words.fileFollows(file.name, pages.length) : words.fileApart(file.name)
  say(flow, 'P', sentence, plain, { before: 12 })
  pages?.forEach((page, index) => {
    layFilePage(flow, page, words.filePage(file.name, index + 1))
  })
}

/** A page of an uploaded policy, made a little smaller, so that the number of this paper has its place. */
function layFilePage(flow: Flow, page: FilePage, alt: string) {
  flow.turn()
  const matrix = matrixInto(page, { left: 36, bottom: 64, width: 540, height: 702 })
  const mark = flow.structure.mark(flow.structure.part('Figure', undefined, alt), flow.page())
  flow.draw((canvas) => canvas.picture(page.page, matrix, { role: 'Figure', mark }))
  flow.moveTo(area.bottom)
}
