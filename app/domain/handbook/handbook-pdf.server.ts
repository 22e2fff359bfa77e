import { PDFDocument } from 'pdf-lib'
import { handbookWords as words } from '~/words/en/handbook'
import type { BytesOf, Handbook, HandbookPolicy } from './handbook'
import { headingStyle, layBlocks, plain, soft } from './handbook-blocks.server'
import { type FilePage, matrixInto, pagesOfFile } from './handbook-files.server'
import { describePaper, finishPaper } from './handbook-finish.server'
import { area, type Flow, startFlow } from './handbook-flow.server'
import { layContents, layFront, say } from './handbook-front.server'
import type { Bookmark } from './handbook-outline.server'
import { startStructure } from './handbook-tags.server'

/**
 * One policy or the whole handbook as a tagged PDF for print. Equal facts give equal bytes: its dates
 * are the facts' own. Uploaded PDFs follow in their place, page by page.
 */
export async function drawHandbook(book: Handbook, bytesOf: BytesOf): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  describePaper(document, book)
  const files = new Map<HandbookPolicy, FilePage[] | null>()
  for (const policy of book.policies) {
    if (policy.file) files.set(policy, await pagesOfFile(document, policy.file, bytesOf))
  }

  const flow = startFlow(startStructure())
  const bookmarks: Bookmark[] = []
  layFront(flow, book)
  layContents(flow, book, (index) => bookmarks[index]?.page ?? 0)
  book.policies.forEach((policy) => {
    if (book.whole) flow.turn()
    bookmarks.push(...layPolicy(flow, book, policy, files.get(policy) ?? null))
  })

  const { venue, whole } = book
  return finishPaper(document, flow, { venue, text: JSON.stringify(book), bookmarks, cover: whole })
}

/** Gives what the contents and the bookmarks lead to: a policy of a handbook, or the sections of one policy. */
function layPolicy(
  flow: Flow,
  { whole }: Handbook,
  { title, review, sections, file }: HandbookPolicy,
  pages: FilePage[] | null,
): Bookmark[] {
  const headings = whole ? (['H2', 'H3', 'H4'] as const) : (['H1', 'H2', 'H3'] as const)
  const inside: Bookmark[] = []
  const begun = flow.page()
  if (whole) {
    say(flow, headings[0], title, headingStyle(2), { keep: 60 })
    if (review) say(flow, 'P', review, soft, { before: 4 })
  }
  for (const { heading, blocks } of sections) {
    say(flow, headings[1], heading, headingStyle(3), { before: 18, keep: 2 * plain.size * 1.45 })
    inside.push({ title: heading, page: flow.page(), under: [] })
    layBlocks(flow, blocks, headings[2])
  }
  if (sections.length === 0 && !file) say(flow, 'P', words.unwritten, plain, { before: 12 })
  const bookmarks = whole ? [{ title, page: begun, under: inside }] : inside
  if (!file) return bookmarks
  const sentence = pages ? words.fileFollows(file.name, pages.length) : file.said
  say(flow, 'P', sentence, plain, { before: 12 })
  pages?.forEach((page, index) => {
    layFilePage(flow, page, words.filePage(file.name, index + 1))
  })
  return bookmarks
}

/** A page of an uploaded policy, made a little smaller, so that the number of this paper has its place. */
function layFilePage(flow: Flow, page: FilePage, alt: string) {
  flow.turn()
  const matrix = matrixInto(page, { left: 36, bottom: 64, width: 540, height: 702 })
  const mark = flow.structure.mark(flow.structure.part('Figure', undefined, alt), flow.page())
  flow.draw((canvas) => canvas.picture(page.page, matrix, { role: 'Figure', mark }))
  flow.moveTo(area.bottom)
}
