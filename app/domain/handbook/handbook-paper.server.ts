import {
  PDFOperatorNames as Op,
  type PDFDocument,
  type PDFEmbeddedPage,
  type PDFPage,
} from 'pdf-lib'
import { embedFonts, type Fonts } from '../certificates/certificate-pdf-fonts.server'
import {
  type Color,
  fillColor,
  op,
  polyline,
  strokeColor,
} from '../certificates/certificate-pdf-operators'
import { type Run, runsOf } from '../certificates/certificate-pdf-type.server'
import type { Style } from './handbook-lines.server'

/** US Letter, portrait. Everything stays an inch inside it, and so prints whole on A4 too. */
const letter: [number, number] = [612, 792]

type Meaning = { role: string; mark: number }

/** A page that is drawn on. What has no meaning is there for the eye alone. */
export type Canvas = {
  text(text: string, x: number, y: number, style: Style, meaning?: Meaning): void
  rule(from: number, to: number, y: number, color: Color): void
  picture(page: PDFEmbeddedPage, matrix: readonly number[], meaning: Meaning): void
}

export async function startPaper(document: PDFDocument, text: string) {
  const fonts = await embedFonts(document, text)
  return {
    addPage: () => canvasOf(document.addPage(letter), fonts),
  }
}

function canvasOf(page: PDFPage, fonts: Fonts): Canvas {
  const keys = new Map(
    Object.entries(fonts).map(([face, font]) => [face, page.node.newFontDictionary('F', font.ref)]),
  )

  function marked(meaning: Meaning | undefined, draw: () => void) {
    page.pushOperators(
      meaning
        ? op(Op.BeginMarkedContentSequence, `/${meaning.role}`, `<</MCID ${meaning.mark}>>`)
        : op(Op.BeginMarkedContent, '/Artifact'),
    )
    draw()
    page.pushOperators(op(Op.EndMarkedContent))
  }

  return {
    text: (text, x, y, style, meaning) =>
      marked(meaning, () => page.pushOperators(...written(text, x, y, style, fonts, keys))),
    rule: (from, to, y, color) =>
      marked(undefined, () =>
        page.pushOperators(
          strokeColor(color),
          op(Op.SetLineWidth, 0.7),
          ...polyline([from, y], [to, y]),
          op(Op.StrokePath),
        ),
      ),
    picture: (embedded, matrix, meaning) =>
      marked(meaning, () =>
        page.pushOperators(
          op(Op.PushGraphicsState),
          op(Op.ConcatTransformationMatrix, ...matrix),
          op(Op.DrawObject, String(page.node.newXObject('P', embedded.ref))),
          op(Op.PopGraphicsState),
        ),
      ),
  }
}

type Keys = Map<string, { toString(): string }>

/** How far italics lean, and how much bold adds to a stroke. */
const lean = 0.2
const weight = 0.032

function written(text: string, x: number, y: number, style: Style, fonts: Fonts, keys: Keys) {
  const { size, color, bold = false, slant = false, underline = false } = style
  const runs = runsOf(style.face, text)
  const width = runs.reduce((sum, run) => sum + run.width, 0) * size
  return [
    op(Op.BeginText),
    fillColor(color),
    strokeColor(color),
    op(Op.SetLineWidth, size * weight),
    op(Op.SetTextRenderingMode, bold ? 2 : 0),
    op(Op.SetTextMatrix, 1, 0, slant ? lean : 0, 1, x, y),
    ...runs.flatMap((run) => [
      op(Op.SetFontAndSize, String(keys.get(run.face)), size),
      op(Op.ShowTextAdjusted, kerned(run, fonts)),
    ]),
    op(Op.EndText),
    ...(underline ? [...polyline([x, y - 1.6], [x + width, y - 1.6]), op(Op.StrokePath)] : []),
  ]
}

/** pdf-lib draws without kerning, so each glyph is followed by its own, in thousandths. */
function kerned({ face, text, kerning }: Run, fonts: Fonts): string {
  const glyphs = fonts[face]?.encodeText(text).asString().match(/.{4}/g) ?? []
  const shown = glyphs.map((glyph, at) => {
    const back = Math.round((kerning[at] ?? 0) * -1000)
    return back === 0 ? glyph : `${glyph}> ${back} <`
  })
  return `[<${shown.join('')}>]`
}
