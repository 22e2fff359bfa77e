import { PDFOperatorNames as Op } from 'pdf-lib'
import { formatShortMonth } from '~/words/en/format'
import { type Color, colors, fillColor, op } from '../certificates/certificate-pdf-operators'
import { drawRule } from '../certificates/certificate-pdf-ornament'
import type { Sheet } from '../certificates/certificate-pdf-sheet.server'
import type { TrendMonth } from './district-report'

const height = 44
const label = { face: 'noto-sans-400', color: colors.ink, align: 'center' } as const
const place: Color = '#1f6b4f'
const placeLight: Color = '#cfe5da'

/** The months as bars, full up to the least and light up to the most, and each in words below; returns where it ends. */
export function drawTrend(
  sheet: Sheet,
  months: readonly TrendMonth[],
  [from, to]: [number, number],
  top: number,
): number {
  const ground = top - height - 4
  const step = (to - from) / Math.max(1, months.length)
  const tallest = Math.max(10, ...months.map(({ most }) => most))
  const up = (count: number) => (height * count) / tallest
  sheet.artifact(() => {
    months.forEach(({ least, most }, index) => {
      const x = from + index * step + step * 0.2
      sheet.draw(
        fillColor(placeLight),
        op(Op.AppendRectangle, x, ground, step * 0.6, up(most)),
        op(Op.FillNonZero),
        fillColor(place),
        op(Op.AppendRectangle, x, ground, step * 0.6, up(least)),
        op(Op.FillNonZero),
      )
    })
    drawRule(sheet, [from, to], ground, colors.soft)
  })
  months.forEach(({ day, value }, index) => {
    const x = from + (index + 0.5) * step
    sheet.tagged('P', () => {
      sheet.line(formatShortMonth(day), x, ground - 10, { ...label, size: 7 })
      const box = { width: step - 2, height: 18, largest: 7, smallest: 5.5, leading: 1.2 }
      sheet.block(value, x, ground - 12, { ...label, ...box })
    })
  })
  return ground - 34
}
