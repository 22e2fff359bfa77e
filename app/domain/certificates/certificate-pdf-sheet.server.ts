import { type PDFDocument, PDFName, type PDFOperator, PDFOperatorNames } from 'pdf-lib'
import { type FitBox, fitText } from './certificate-pdf-fit'
import { embedFonts, type Face } from './certificate-pdf-fonts.server'
import { type Color, fillColor, op } from './certificate-pdf-operators'
import { startTags, type Tags } from './certificate-pdf-tags.server'
import { printable, type Run, runsOf } from './certificate-pdf-type.server'

export interface TextStyle {
  face: Face
  color: Color
  align?: 'left' | 'center' | 'right'
}

interface Dictionary {
  [name: string]: string | number | number[] | Dictionary
}

export interface Sheet extends Tags {
  draw(...operators: PDFOperator[]): void
  /** Keeps a shading with the page and returns the name that operators call it by. */
  shading(dictionary: Dictionary): string
  /** One line on a baseline. */
  line(text: string, x: number, y: number, style: TextStyle & { size: number }): void
  /** Text set as large as its box allows; returns where it ends. */
  block(text: string, x: number, top: number, style: TextStyle & FitBox & Middle): number
}

interface Middle {
  /** Centers the lines between the box's top and bottom. */
  middle?: boolean
}

/** How high a capital letter stands in these faces, as a part of the size. */
const capHeight = 0.7

const alignment = { left: 0, center: 0.5, right: 1 }

/** A page that is written and tagged at once. */
export async function startSheet(
  document: PDFDocument,
  size: [number, number],
  text: string,
): Promise<Sheet> {
  const page = document.addPage(size)
  const fonts = await embedFonts(document, text)
  const tags = startTags(document, page)
  const keys = new Map(
    Object.entries(fonts).map(([face, font]) => [face, page.node.newFontDictionary('F', font.ref)]),
  )

  function line(text: string, x: number, y: number, style: TextStyle & { size: number }) {
    const runs = runsOf(style.face, text)
    const left = x - widthOf(runs) * style.size * alignment[style.align ?? 'left']
    page.pushOperators(
      op(PDFOperatorNames.BeginText),
      fillColor(style.color),
      op(PDFOperatorNames.SetTextMatrix, 1, 0, 0, 1, left, y),
      ...runs.flatMap((run) => [
        op(PDFOperatorNames.SetFontAndSize, String(keys.get(run.face)), style.size),
        op(PDFOperatorNames.ShowTextAdjusted, kerned(run)),
      ]),
      op(PDFOperatorNames.EndText),
    )
  }

  /** pdf-lib draws without kerning, so each glyph is followed by its own, in thousandths. */
  function kerned({ face, text, kerning }: Run): string {
    const glyphs = fonts[face]?.encodeText(text).asString().match(/.{4}/g) ?? []
    const shown = glyphs.map((glyph, at) => {
      const back = Math.round((kerning[at] ?? 0) * -1000)
      return back === 0 ? glyph : `${glyph}> ${back} <`
    })
    return `[<${shown.join('')}>]`
  }

  function block(text: string, x: number, top: number, style: TextStyle & FitBox & Middle) {
    const { lines, size } = fitText(
      printable(text),
      (part) => widthOf(runsOf(style.face, part)),
      style,
    )
    const leading = size * style.leading
    const spare = style.middle ? (style.height - lines.length * leading) / 2 : 0
    lines.forEach((part, at) => {
      const rise = (leading - size * capHeight) / 2
      line(part, x, top - spare - leading * (at + 1) + rise, { ...style, size })
    })
    return top - spare - leading * lines.length
  }

  function shading(dictionary: Dictionary): string {
    const name = PDFName.of('Glow')
    const shadings = document.context.obj({})
    shadings.set(name, document.context.obj(dictionary))
    page.node.Resources()?.set(PDFName.of('Shading'), shadings)
    return name.asString()
  }

  return { ...tags, shading, draw: (...operators) => page.pushOperators(...operators), line, block }
}

function widthOf(runs: Run[]): number {
  return runs.reduce((sum, run) => sum + run.width, 0)
}
