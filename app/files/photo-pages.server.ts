import { PDFDocument } from 'pdf-lib'
import type { Picture } from './pictures.server'

/** The width of US Letter, in points. */
const pageWidth = 612

/** Photos of a paper policy as one PDF: a page for each, in their order, none of them cropped. */
export async function pagesFromPhotos(
  photos: readonly Picture[],
): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create()
  for (const { bytes, width, height } of photos) {
    const photo = await document.embedJpg(bytes)
    const pageHeight = Math.round((pageWidth * height) / width)
    const page = document.addPage([pageWidth, pageHeight])
    page.drawImage(photo, { x: 0, y: 0, width: pageWidth, height: pageHeight })
  }
  return new Uint8Array(await document.save())
}
