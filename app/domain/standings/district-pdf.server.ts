import { PDFDocument } from 'pdf-lib'
import { districtPaper as words } from '~/words/en/district-paper'
import { colors } from '../certificates/certificate-pdf-operators'
import { drawRule } from '../certificates/certificate-pdf-ornament'
import { type Sheet, startSheet } from '../certificates/certificate-pdf-sheet.server'
import { drawTrend } from './district-pdf-chart'
import { definitionLines, shortLists, strengthLines } from './district-pdf-lines'
import type { DistrictReport } from './district-report.server'

/** US Letter, portrait. Everything stays half an inch inside it, and so prints whole on A4 too. */
const paper: [number, number] = [612, 792]
const left = 44
const right = 568
const width = right - left
const bottom = 44
/** The least height in which all definitions can be read. */
const forDefinitions = 150

/**
 * A district's report as a tagged PDF of one page, strengths first. It is told nothing but what the page
 * shows, and equal reports give equal bytes.
 */
export async function drawDistrict(report: DistrictReport): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  describe(document, report)
  const sheet = await startSheet(document, paper, JSON.stringify(report))
  drawHead(sheet, report)
  const afterWell = drawLines(sheet, words.well, strengthLines(report), 688, 11.5)
  const afterGroups = drawGroups(sheet, report, afterWell - 8)
  const afterTrend = drawTrainingAndTrend(sheet, report, afterGroups - 8)
  let end = afterTrend - 8
  for (const { heading, lines } of shortLists(report, end - bottom - forDefinitions)) {
    end = drawLines(sheet, heading, lines, end, 9) - 6
  }
  drawDefinitions(sheet, report, end)
  sheet.finish('en-US')
  return document.save({ useObjectStreams: false, addDefaultPage: false, objectsPerTick: 1000 })
}

function describe(document: PDFDocument, { district, asOf, asOfWords, ...report }: DistrictReport) {
  const counted = new Date(`${asOf}T12:00:00Z`)
  document.setTitle(words.title(district.name), { showInWindowTitleBar: true })
  document.setAuthor(report.issuer)
  document.setSubject(words.subject(asOfWords))
  document.setCreator(report.program)
  document.setProducer('Lamplight')
  document.setCreationDate(counted)
  document.setModificationDate(counted)
}

const small = { face: 'noto-sans-400', color: colors.soft } as const
const plain = { face: 'noto-sans-400', color: colors.ink } as const
const strong = { face: 'fraunces-600', color: colors.night } as const

function drawHead(sheet: Sheet, { district, program, issuer, asOfWords: day }: DistrictReport) {
  sheet.artifact(() => drawRule(sheet, [left, right], 752, colors.lamp))
  sheet.tagged('H1', () => {
    const box = { width, height: 34, largest: 24, smallest: 9, leading: 1.15, middle: true }
    sheet.block(words.title(district.name), left, 746, { ...strong, ...box })
  })
  sheet.tagged('P', () => {
    const box = { width, height: 14, largest: 9.5, smallest: 6, leading: 1.3 }
    sheet.block(words.asOf({ program, issuer, day }), left, 710, { ...small, ...box })
  })
}

function drawHeading(sheet: Sheet, heading: string, x: number, top: number): number {
  sheet.tagged('H2', () => sheet.line(heading, x, top - 13, { ...strong, size: 12.5 }))
  return top - 19
}

/** A heading with a line or two for each sentence; returns where it ends. */
function drawLines(
  sheet: Sheet,
  heading: string,
  sentences: readonly string[],
  top: number,
  largest: number,
): number {
  let end = drawHeading(sheet, heading, left, top)
  for (const sentence of sentences) {
    sheet.tagged('P', () => {
      const box = { width, height: 2 * largest * 1.31, largest, smallest: 6, leading: 1.3 }
      end = sheet.block(sentence, left, end, { ...plain, ...box }) - 1.5
    })
  }
  return end
}

function drawGroups(sheet: Sheet, { groups }: DistrictReport, top: number): number {
  const begin = drawHeading(sheet, words.stand, left, top)
  const column = width / groups.length
  groups.forEach(({ name, value }, index) => {
    const x = left + index * column
    sheet.tagged('P', () => {
      sheet.line(name, x, begin - 9, { ...small, size: 9 })
      const box = { width: column - 12, height: 30, largest: 18, smallest: 8, leading: 1.15 }
      sheet.block(value, x, begin - 13, { ...strong, ...box })
    })
  })
  return begin - 44
}

/** Training at the left, the months at the right of it. */
function drawTrainingAndTrend(sheet: Sheet, { coverage, trend }: DistrictReport, top: number) {
  const half = width / 2 - 10
  const begin = drawHeading(sheet, words.training, left, top)
  sheet.tagged('P', () => {
    const nameBox = { width: half, height: 26, largest: 9, smallest: 7, leading: 1.3 }
    const end = sheet.block(coverage.name, left, begin, { ...small, ...nameBox })
    const box = { width: half, height: 50, largest: 18, smallest: 8, leading: 1.2 }
    sheet.block(coverage.value, left, end - 2, { ...strong, ...box })
  })
  const x = left + width / 2 + 10
  drawHeading(sheet, words.trend, x, top)
  return drawTrend(sheet, trend, [x, right], begin)
}

/** All definitions in what is left of the page: the type is as large as it can be. */
function drawDefinitions(sheet: Sheet, report: DistrictReport, top: number): void {
  sheet.artifact(() => drawRule(sheet, [left, right], top))
  let end = drawHeading(sheet, words.counted, left, top - 3)
  const lines = definitionLines(report)
  const letters = lines.reduce((sum, line) => sum + line.length, 0)
  // Letters are about half as wide as high, and a last line is half full.
  const room = end - bottom
  const size = Math.min(8.5, Math.sqrt((room * width) / ((letters + 60 * lines.length) * 0.7)))
  for (const line of lines) {
    sheet.tagged('P', () => {
      const box = { width, height: room, largest: size, smallest: size, leading: 1.28 }
      end = sheet.block(line, left, end, { ...small, ...box }) - 0.8
    })
  }
}
