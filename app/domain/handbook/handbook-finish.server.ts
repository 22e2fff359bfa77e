import type { PDFDocument } from 'pdf-lib'
import { handbookWords as words } from '~/words/en/handbook'
import { colors } from '../certificates/certificate-pdf-operators'
import type { Day } from '../dates'
import { soft } from './handbook-blocks.server'
import { area, type Flow } from './handbook-flow.server'
import { type Bookmark, writeOutline } from './handbook-outline.server'
import { startPaper } from './handbook-paper.server'

type Described = { title: string; venue: string; program: string; day: Day; author?: string }

/** Says what a paper is. Its dates are the facts' own, so that equal facts give equal bytes. */
export function describePaper(
  document: PDFDocument,
  { title, venue, program, day, author = venue }: Described,
) {
  const made = new Date(`${day}T12:00:00Z`)
  document.setTitle(`${title} – ${venue}`, { showInWindowTitleBar: true })
  document.setAuthor(author)
  document.setCreator(program)
  document.setProducer('Lamplight')
  document.setCreationDate(made)
  document.setModificationDate(made)
}

type Finished = {
  venue: string
  /** Everything that is written on it: it tells which typefaces go along. */
  text: string
  bookmarks: Bookmark[]
  /** A first page that is a title alone has no footer. */
  cover?: boolean
}

/** Draws what was laid out, with a footer on each page, tags and bookmarks. */
export async function finishPaper(
  document: PDFDocument,
  flow: Flow,
  { venue, text, bookmarks, cover = false }: Finished,
): Promise<Uint8Array> {
  const paper = await startPaper(document, text)
  for (const [index, commands] of flow.pages.entries()) {
    const canvas = paper.addPage()
    for (const command of commands) command(canvas)
    if (index === 0 && cover) continue
    canvas.rule(area.left, area.right, 56, colors.line)
    canvas.text(words.footer(venue, index + 1, flow.pages.length), area.left, 42, soft)
    // A long paper lets others have their turn between its pages.
    await new Promise((resolve) => setImmediate(resolve))
  }
  flow.structure.finish(document, 'en-US')
  writeOutline(document, bookmarks)
  return document.save({ useObjectStreams: false, addDefaultPage: false, objectsPerTick: 1000 })
}
