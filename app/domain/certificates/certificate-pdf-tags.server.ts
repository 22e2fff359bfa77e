import {
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFOperatorNames,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib'
import { type Box, op } from './certificate-pdf-operators'

export type Role = 'H1' | 'H2' | 'P' | 'Figure' | 'Link'

export interface Meaning {
  /** What a picture shows, in words. */
  alt?: string
  /** Where a picture stands, or a link can be pressed. */
  box?: Box
  /** Where a link leads. */
  url?: string
}

export interface Tags {
  /** Draws what means something; a screen reader hears the parts in the order of these calls. */
  tagged(role: Role, draw: () => void, meaning?: Meaning): void
  /** Draws what is there for the eye alone. */
  artifact(draw: () => void): void
  finish(language: string): void
}

/** Writes the structure tree of a one-page tagged PDF (ISO 32000-1, section 14.8). */
export function startTags(document: PDFDocument, page: PDFPage): Tags {
  const { context, catalog } = document
  const root = context.nextRef()
  const body = context.nextRef()
  const parts: PDFRef[] = []
  const links: PDFRef[] = []

  function tagged(role: Role, draw: () => void, meaning: Meaning = {}) {
    page.pushOperators(
      op(PDFOperatorNames.BeginMarkedContentSequence, `/${role}`, `<</MCID ${parts.length}>>`),
    )
    draw()
    page.pushOperators(op(PDFOperatorNames.EndMarkedContent))

    const content = [PDFNumber.of(parts.length), ...linkContent(meaning)]
    const element = context.obj({ Type: 'StructElem', S: role, P: body, Pg: page.ref, K: content })
    if (meaning.alt) element.set(PDFName.of('Alt'), PDFHexString.fromText(meaning.alt))
    if (meaning.box) {
      element.set(
        PDFName.of('A'),
        context.obj({ O: 'Layout', Placement: 'Block', BBox: meaning.box }),
      )
    }
    const part = context.register(element)
    parts.push(part)
    if (meaning.url) links.push(part)
  }

  function linkContent({ alt, box, url }: Meaning) {
    if (!url || !box) return []
    const action = context.obj({ S: 'URI' })
    action.set(PDFName.of('URI'), PDFHexString.of(Buffer.from(new URL(url).href).toString('hex')))
    const link = context.obj({ Type: 'Annot', Subtype: 'Link', Rect: box, Border: [0, 0, 0], F: 4 })
    link.set(PDFName.of('A'), action)
    link.set(PDFName.of('Contents'), PDFHexString.fromText(alt ?? url))
    link.set(PDFName.of('StructParent'), PDFNumber.of(links.length + 1))
    const annotation = context.register(link)
    page.node.addAnnot(annotation)
    return [context.obj({ Type: 'OBJR', Obj: annotation, Pg: page.ref })]
  }

  return {
    tagged,
    artifact(draw) {
      page.pushOperators(op(PDFOperatorNames.BeginMarkedContent, '/Artifact'))
      draw()
      page.pushOperators(op(PDFOperatorNames.EndMarkedContent))
    },
    finish(language) {
      const owners = links.flatMap((link, at) => [PDFNumber.of(at + 1), link])
      const parents = context.obj({ Nums: [PDFNumber.of(0), parts, ...owners] })
      context.assign(body, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: parts }))
      context.assign(
        root,
        context.obj({
          Type: 'StructTreeRoot',
          K: [body],
          ParentTree: context.register(parents),
          ParentTreeNextKey: links.length + 1,
        }),
      )
      page.node.set(PDFName.of('StructParents'), PDFNumber.of(0))
      page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
      catalog.set(PDFName.of('StructTreeRoot'), root)
      catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
      catalog.set(PDFName.of('Lang'), PDFHexString.fromText(language))
    },
  }
}
