import { PDFOperator, PDFOperatorNames } from 'pdf-lib'

export type Color = `#${string}`
export type Box = [left: number, bottom: number, right: number, top: number]

/** The colors of the look, as they stand on paper. */
export const colors = {
  night: '#16233f',
  ink: '#1d2536',
  soft: '#545e72',
  line: '#e2ddd2',
  lamp: '#f2a93b',
  light: '#fdebc6',
  lampInk: '#7a4a00',
  place: '#1f6b4f',
  danger: '#a3262a',
  white: '#ffffff',
} as const satisfies Record<string, Color>

/** A PDF operator with its operands; numbers to a thousandth of a point. */
export function op(name: PDFOperatorNames, ...operands: (number | string)[]): PDFOperator {
  return PDFOperator.of(
    name,
    operands.map((operand) => (typeof operand === 'number' ? short(operand) : operand)),
  )
}

export function fillColor(color: Color): PDFOperator {
  return op(PDFOperatorNames.NonStrokingColorRgb, ...channels(color))
}

export function strokeColor(color: Color): PDFOperator {
  return op(PDFOperatorNames.StrokingColorRgb, ...channels(color))
}

/** Red, green and blue from 0 to 1. */
export function channels(color: Color): [number, number, number] {
  const channel = (at: number) => Number.parseInt(color.slice(at, at + 2), 16) / 255
  return [channel(1), channel(3), channel(5)]
}

function short(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}

type Point = [x: number, y: number]

/** A path through the points, to be stroked, filled or closed by the operator that follows. */
export function polyline(first: Point, ...others: Point[]): PDFOperator[] {
  return [
    op(PDFOperatorNames.MoveTo, ...first),
    ...others.map((point) => op(PDFOperatorNames.LineTo, ...point)),
  ]
}

export function circle(x: number, y: number, radius: number): PDFOperator[] {
  return roundedBox([x - radius, y - radius, x + radius, y + radius], radius)
}

export function roundedBox([left, bottom, right, top]: Box, radius: number): PDFOperator[] {
  const { MoveTo, LineTo, AppendBezierCurve, ClosePath } = PDFOperatorNames
  /** How far a Bézier's handles stand from the corner to draw a quarter of a circle. */
  const near = radius * (1 - 0.5523)
  return [
    op(MoveTo, left + radius, bottom),
    op(LineTo, right - radius, bottom),
    op(AppendBezierCurve, right - near, bottom, right, bottom + near, right, bottom + radius),
    op(LineTo, right, top - radius),
    op(AppendBezierCurve, right, top - near, right - near, top, right - radius, top),
    op(LineTo, left + radius, top),
    op(AppendBezierCurve, left + near, top, left, top - near, left, top - radius),
    op(LineTo, left, bottom + radius),
    op(AppendBezierCurve, left, bottom + near, left + near, bottom, left + radius, bottom),
    op(ClosePath),
  ]
}
