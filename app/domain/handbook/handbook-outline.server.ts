import { type PDFDocument, PDFHexString, PDFName, type PDFRef } from 'pdf-lib'

/** A bookmark: what it says, and the page that it leads to, counted from 0. */
export type Bookmark = { title: string; page: number; under: Bookmark[] }

/** The bookmarks beside a PDF (ISO 32000-1, section 12.3.3). The first level is open, the next one closed. */
export function writeOutline(document: PDFDocument, bookmarks: readonly Bookmark[]) {
  const { context, catalog } = document
  if (bookmarks.length === 0) return
  const root = context.nextRef()
  const { first, last } = writeLevel(document, bookmarks, root)
  const count = bookmarks.length
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: count }))
  catalog.set(PDFName.of('Outlines'), root)
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

function writeLevel(document: PDFDocument, bookmarks: readonly Bookmark[], parent: PDFRef) {
  const { context } = document
  const refs = bookmarks.map(() => context.nextRef())
  bookmarks.forEach(({ title, page, under }, index) => {
    const item = context.obj({ Parent: parent })
    item.set(PDFName.of('Title'), PDFHexString.fromText(title))
    const to = document.getPages()[page]
    if (to) item.set(PDFName.of('Dest'), context.obj([to.ref, 'Fit']))
    const [before, self, after] = [refs[index - 1], refs[index], refs[index + 1]]
    if (before) item.set(PDFName.of('Prev'), before)
    if (after) item.set(PDFName.of('Next'), after)
    if (self && under.length > 0) {
      const { first, last } = writeLevel(document, under, self)
      item.set(PDFName.of('First'), first)
      item.set(PDFName.of('Last'), last)
      item.set(PDFName.of('Count'), context.obj(-under.length))
    }
    if (self) context.assign(self, item)
  })
  return { first: refs[0] ?? parent, last: refs.at(-1) ?? parent }
}
