import { PDFOperatorNames as Op } from 'pdf-lib'
import { encode } from 'uqr'
import {
  type Box,
  type Color,
  channels,
  circle,
  colors,
  fillColor,
  op,
  polyline,
  roundedBox,
  strokeColor,
} from './certificate-pdf-operators'
import type { Sheet } from './certificate-pdf-sheet.server'

/** The frame, the lamp that hangs from it, and the lamp's light on the paper. */
export function drawFrame(sheet: Sheet, [left, bottom, right, top]: Box) {
  const middle = (left + right) / 2
  drawGlow(sheet, [left, bottom, right, top], middle, top - 46)
  sheet.draw(
    strokeColor(colors.night),
    op(Op.SetLineWidth, 1.6),
    ...roundedBox([left, bottom, right, top], 12),
    op(Op.StrokePath),
    strokeColor(colors.lamp),
    op(Op.SetLineWidth, 0.6),
    ...roundedBox([left + 6, bottom + 6, right - 6, top - 6], 8),
    op(Op.StrokePath),
  )
  drawLamp(sheet, middle, top - 6, 1.7)
}

/** Light that fades from the lamp into the white of the paper, kept within the frame. */
function drawGlow(sheet: Sheet, box: Box, x: number, y: number) {
  const shading = sheet.shading({
    ShadingType: 3,
    ColorSpace: 'DeviceRGB',
    Coords: [x, y, 0, x, y, 300],
    Function: {
      FunctionType: 2,
      Domain: [0, 1],
      C0: channels(colors.light),
      C1: channels(colors.white),
      N: 0.6,
    },
  })
  sheet.draw(
    op(Op.PushGraphicsState),
    ...roundedBox(box, 12),
    op(Op.ClipNonZero),
    op(Op.EndPath),
    op(Op.ShadingFill, shading),
    op(Op.PopGraphicsState),
  )
}

/** The lamp mark, 26 units wide and 30 high, hung by its stem from (x, top). */
function drawLamp(sheet: Sheet, x: number, top: number, scale: number) {
  sheet.draw(
    op(Op.PushGraphicsState),
    op(Op.ConcatTransformationMatrix, scale, 0, 0, -scale, x - 13 * scale, top),
    strokeColor(colors.lamp),
    fillColor(colors.lamp),
    op(Op.SetLineWidth, 2),
    op(Op.SetLineJoinStyle, 1),
    ...polyline([13, 0], [13, 5]),
    op(Op.StrokePath),
    ...polyline([6, 8], [20, 8], [23, 22], [3, 22]),
    op(Op.CloseAndStroke),
    ...circle(13, 16, 3.5),
    op(Op.FillNonZero),
    op(Op.SetLineCapStyle, 1),
    ...polyline([8, 27], [18, 27]),
    op(Op.StrokePath),
    op(Op.PopGraphicsState),
  )
}

export function drawRule(
  sheet: Sheet,
  [left, right]: [number, number],
  y: number,
  color: Color = colors.line,
) {
  sheet.draw(
    strokeColor(color),
    op(Op.SetLineWidth, 0.7),
    ...polyline([left, y], [right, y]),
    op(Op.StrokePath),
  )
}

/**
 * A QR code of error correction M with the quiet zone of four modules that ISO/IEC 18004 asks for,
 * on white, as one path of one rectangle for each run of dark modules.
 */
export function drawQr(sheet: Sheet, text: string, [left, bottom, right, top]: Box) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const module = (right - left) / size
  const runs = data.flatMap((row, y) => darkRuns(row).map((run) => ({ ...run, y })))
  sheet.draw(
    fillColor(colors.white),
    op(Op.AppendRectangle, left, bottom, right - left, top - bottom),
    op(Op.FillNonZero),
    op(Op.PushGraphicsState),
    op(Op.ConcatTransformationMatrix, module, 0, 0, -module, left, top),
    fillColor(colors.night),
    ...runs.map(({ from, length, y }) => op(Op.AppendRectangle, from, y, length, 1)),
    op(Op.FillNonZero),
    op(Op.PopGraphicsState),
  )
}

function darkRuns(row: boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (dark && last && last.from + last.length === x) last.length += 1
    else if (dark) runs.push({ from: x, length: 1 })
  })
  return runs
}
