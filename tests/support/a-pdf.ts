import { PDFDocument } from 'pdf-lib'

/** A PDF of one page, or of several, with these words on the first. */
export async function aPdfOf(words: string, pages = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let page = 1; page <= pages; page += 1) document.addPage([300, 200])
  document.getPage(0).drawText(words, { x: 10, y: 100, size: 9 })
  return document.save()
}
