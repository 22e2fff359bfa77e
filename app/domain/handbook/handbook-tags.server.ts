import {
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFString,
} from 'pdf-lib'
import type { Box } from '../certificates/certificate-pdf-operators'

export type Role =
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'BlockQuote'
  | 'Link'
  | 'TOC'
  | 'TOCI'
  | 'Figure'
type Annotation = { page: number; box: Box; to: string | (() => number) }
type Kid = Part | { page: number; mark: number } | Annotation
export type Part = { role: Role | 'Document'; alt: string; kids: Kid[] }

/** The structure of a tagged PDF of many pages (ISO 32000-1, section 14.8), written down while it is laid out. */
export function startStructure() {
  const body: Part = { role: 'Document', alt: '', kids: [] }
  const owners: Part[][] = []
  const annotations: { part: Part; annotation: Annotation }[] = []

  return {
    part(role: Role, under: Part = body, alt = ''): Part {
      const part: Part = { role, alt, kids: [] }
      under.kids.push(part)
      return part
    },
    /** The number of the next piece of content that a part has on a page. */
    mark(part: Part, page: number): number {
      owners[page] ??= []
      const mark = owners[page].push(part) - 1
      part.kids.push({ page, mark })
      return mark
    },
    /** Where a link can be pressed: it leads to an address, or to a page of this paper. */
    link(part: Part, page: number, box: Box, to: string | (() => number)) {
      const annotation = { page, box, to }
      part.kids.push(annotation)
      annotations.push({ part, annotation })
    },
    finish(document: PDFDocument, language: string) {
      writeStructure(document, language, body, owners, annotations)
    },
  }
}

export type Structure = ReturnType<typeof startStructure>

function writeStructure(
  document: PDFDocument,
  language: string,
  body: Part,
  owners: Part[][],
  annotations: { part: Part; annotation: Annotation }[],
) {
  const { context, catalog } = document
  const pages = document.getPages()
  const refs = new Map<Part, ReturnType<typeof context.nextRef>>()
  const refOf = (part: Part) => {
    const known = refs.get(part) ?? context.nextRef()
    refs.set(part, known)
    return known
  }
  const annotated = new Map(
    annotations.map(({ annotation }, at) => [
      annotation,
      writeAnnotation(document, pages, annotation, pages.length + at),
    ]),
  )
  const root = context.nextRef()
  const write = (part: Part, parent: ReturnType<typeof context.nextRef>) => {
    const self = refOf(part)
    const kids = part.kids.map((kid) => {
      if ('kids' in kid) return write(kid, self)
      const Pg = pages[kid.page]?.ref
      if ('mark' in kid) return context.obj({ Type: 'MCR', Pg, MCID: kid.mark })
      return context.obj({ Type: 'OBJR', Pg, Obj: annotated.get(kid) })
    })
    const element = context.obj({ Type: 'StructElem', S: part.role, P: parent, K: kids })
    if (part.alt) element.set(PDFName.of('Alt'), PDFHexString.fromText(part.alt))
    context.assign(self, element)
    return self
  }
  const top = write(body, root)
  const numbers = [
    ...pages.flatMap((_, at) => [PDFNumber.of(at), (owners[at] ?? []).map(refOf)]),
    ...annotations.flatMap(({ part }, at) => [PDFNumber.of(pages.length + at), refOf(part)]),
  ]
  context.assign(
    root,
    context.obj({
      Type: 'StructTreeRoot',
      K: [top],
      ParentTree: context.register(context.obj({ Nums: numbers })),
      ParentTreeNextKey: pages.length + annotations.length,
    }),
  )
  pages.forEach((page, at) => {
    page.node.set(PDFName.of('StructParents'), PDFNumber.of(at))
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
  })
  catalog.set(PDFName.of('StructTreeRoot'), root)
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  catalog.set(PDFName.of('Lang'), PDFHexString.fromText(language))
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, { S: 'D' }] }))
}

function writeAnnotation(
  { context }: PDFDocument,
  pages: PDFPage[],
  { page, box, to }: Annotation,
  key: number,
) {
  const link = context.obj({ Type: 'Annot', Subtype: 'Link', Rect: box, Border: [0, 0, 0], F: 4 })
  if (typeof to === 'string') {
    link.set(PDFName.of('A'), context.obj({ S: 'URI', URI: PDFString.of(new URL(to).href) }))
    link.set(PDFName.of('Contents'), PDFHexString.fromText(to))
  } else {
    const ref = pages[to()]?.ref
    if (ref) link.set(PDFName.of('Dest'), context.obj([ref, 'Fit']))
  }
  link.set(PDFName.of('StructParent'), PDFNumber.of(key))
  const annotation = context.register(link)
  pages[page]?.node.addAnnot(annotation)
  return annotation
}
