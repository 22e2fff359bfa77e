import { PDFDocument, type PDFEmbeddedPage, type PDFPage } from 'pdf-lib'
import type { BytesOf, HandbookFile } from './handbook'

/** A page of an uploaded policy, turned as its reader sees it. */
export type FilePage = { page: PDFEmbeddedPage; turned: number }

/** A file with more pages, or more bytes, is named instead: nobody waits for a paper that nobody carries. */
const most = { pages: 60, bytes: 12 * 1024 * 1024 }

/** The pages of an uploaded PDF, or null where they cannot be put on this paper. */
export async function pagesOfFile(
  document: PDFDocument,
  { type, storageKey }: HandbookFile,
  bytesOf: BytesOf,
): Promise<FilePage[] | null> {
  if (type !== 'application/pdf' || !storageKey) return null
  const bytes = await bytesOf(storageKey)
  if (!bytes || bytes.byteLength > most.bytes) return null
  try {
    const file = await PDFDocument.load(bytes, { updateMetadata: false })
    if (file.getPageCount() > most.pages) return null
    // A blank page has nothing to print, and pdf-lib cannot carry it.
    const drawn = file.getPages().filter(({ node }) => node.Contents())
    if (drawn.length === 0) return null
    // What fails would stay in the document and spoil all of it, so it is tried elsewhere first.
    await pagesIn(await PDFDocument.create(), drawn)
    return await pagesIn(document, drawn)
  } catch {
    // What pdf-lib cannot read, a locked file say, still goes along by its name.
    return null
  }
}

async function pagesIn(document: PDFDocument, pages: readonly PDFPage[]): Promise<FilePage[]> {
  const put: FilePage[] = []
  for (const page of pages) put.push(await embedded(document, page))
  return put
}

async function embedded(document: PDFDocument, page: PDFPage): Promise<FilePage> {
  const { x, y, width, height } = page.getCropBox()
  const box = { left: x, bottom: y, right: x + width, top: y + height }
  const put = await document.embedPage(page, box)
  await put.embed()
  return { page: put, turned: ((page.getRotation().angle % 360) + 360) % 360 }
}

/** The matrix that puts a page upright and as large as it can be into a box. */
export function matrixInto(
  { page: { width: w, height: h }, turned }: FilePage,
  box: { left: number; bottom: number; width: number; height: number },
): number[] {
  const [wide, high] = turned % 180 === 0 ? [w, h] : [h, w]
  const s = Math.min(box.width / wide, box.height / high, 1)
  const x = box.left + (box.width - wide * s) / 2
  const y = box.bottom + (box.height - high * s) / 2
  if (turned === 90) return [0, -s, s, 0, x, y + w * s]
  if (turned === 180) return [-s, 0, 0, -s, x + w * s, y + h * s]
  if (turned === 270) return [0, s, -s, 0, x + h * s, y]
  return [s, 0, 0, s, x, y]
}
