import { PDFDocument } from 'pdf-lib'
import { certificatePaper as words } from '~/words/en/certificates'
import { formatDay } from '~/words/en/format'
import type { CertificateFacts } from './certificate-facts'
import { type Box, colors } from './certificate-pdf-operators'
import { drawFrame, drawQr, drawRule } from './certificate-pdf-ornament'
import { type Sheet, startSheet } from './certificate-pdf-sheet.server'
import { showCheckCode } from './check-code'

/** US Letter, landscape. Everything stays 36 points inside it, and so prints whole on A4 too. */
const paper: [number, number] = [792, 612]
const frame: Box = [36, 36, 756, 576]
const middle = 396

/**
 * The certificate as a tagged PDF of one page. Equal facts give equal bytes: its dates are the
 * facts' own, and nothing in it is left to chance. It is drawn anew for each download.
 */
export async function drawCertificate(facts: CertificateFacts): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  describe(document, facts)

  const sheet = await startSheet(document, paper, JSON.stringify(facts))
  sheet.artifact(() => drawFrame(sheet, frame))
  drawHolder(sheet, facts)
  drawTerm(sheet, facts)
  drawSignatures(sheet, facts)
  drawCheck(sheet, facts)
  sheet.finish('en-US')

  return document.save({ useObjectStreams: false, addDefaultPage: false, objectsPerTick: 1000 })
}

function describe(document: PDFDocument, facts: CertificateFacts) {
  const issued = new Date(`${facts.issuedOn}T12:00:00Z`)
  document.setTitle(words.heading({ title: titleOf(facts), venue: facts.venueName }), {
    showInWindowTitleBar: true,
  })
  document.setAuthor(facts.issuer)
  document.setSubject(`${words.number} ${facts.number}`)
  document.setCreator(facts.programName)
  document.setProducer('Lamplight')
  document.setCreationDate(issued)
  document.setModificationDate(issued)
}

function titleOf({ withDistinction }: CertificateFacts): string {
  return withDistinction ? words.titleWithDistinction : words.title
}

/** The name stands as large as it can; what follows moves up to it and shares the room below. */
function drawHolder(sheet: Sheet, facts: CertificateFacts) {
  const { programName: program, withDistinction } = facts
  const statement = withDistinction ? words.statementWithDistinction : words.statement
  let end = 466

  sheet.tagged('H1', () => {
    sheet.line(titleOf(facts), middle, 484, { ...serif, color: colors.lampInk, size: 19 })
  })
  sheet.tagged('P', () => {
    const box = { width: 630, height: 104, largest: 52, smallest: 10, leading: 1.12, middle: true }
    end = sheet.block(facts.venueName, middle, end, { ...strong, ...box, align: 'center' })
  })
  sheet.tagged('P', () => {
    const box = { width: 600, height: 30, largest: 11, smallest: 7, leading: 1.35 }
    end = sheet.block(facts.address, middle, end - 8, { ...small, ...box, align: 'center' })
  })
  sheet.tagged('P', () => {
    const box = { width: 560, height: end - 258, largest: 16, smallest: 9, leading: 1.3 }
    const style = { ...serif, ...box, color: colors.ink, middle: true }
    sheet.block(statement({ program }), middle, end, style)
  })
}

function drawTerm(sheet: Sheet, facts: CertificateFacts) {
  const columns: [label: string, value: string][] = [
    [words.issuedOn, formatDay(facts.issuedOn)],
    [words.until, formatDay(facts.expiresOn)],
    [words.number, facts.number],
    [words.standards, words.standardSet({ version: facts.standardSetVersion })],
  ]
  sheet.artifact(() => drawRule(sheet, [76, 716], 254))
  columns.forEach(([label, value], at) => {
    const x = 156 + at * 160
    sheet.tagged('P', () => {
      sheet.line(label, x, 236, { ...small, align: 'center', size: 8.5 })
      sheet.line(value, x, 218, { ...strong, align: 'center', size: 13 })
    })
  })
  sheet.artifact(() => drawRule(sheet, [76, 716], 202))
}

const serif = { face: 'fraunces-400', align: 'center' } as const
const small = { face: 'noto-sans-400', color: colors.soft } as const
const strong = { face: 'fraunces-600', color: colors.night } as const

function drawSignatures(sheet: Sheet, { signatories, issuer, place }: CertificateFacts) {
  const width = 158
  sheet.tagged('P', () => {
    const box = { width: 510, height: 24, largest: 10, smallest: 7, leading: 1.2 }
    sheet.block(words.issuer({ issuer, place }), 76, 190, { ...small, ...box })
  })
  signatories.forEach(({ name, title }, at) => {
    const x = 76 + at * (width + 20)
    sheet.artifact(() => drawRule(sheet, [x, x + width], 120, colors.soft))
    sheet.tagged('P', () => {
      const nameBox = { width, height: 26, largest: 10.5, smallest: 6, leading: 1.2 }
      const end = sheet.block(name, x, 115, { ...strong, ...nameBox })
      const titleBox = { width, height: 24, largest: 8.5, smallest: 5.5, leading: 1.3 }
      sheet.block(title, x, end - 1, { ...small, ...titleBox })
    })
  })
}

function drawCheck(sheet: Sheet, { checkUrl: url, checkCode }: CertificateFacts) {
  const qr: Box = [609, 92, 709, 192]
  sheet.tagged('Figure', () => drawQr(sheet, url, qr), { alt: words.qr({ url }), box: qr })
  sheet.tagged('P', () => {
    sheet.line(words.checkCode, 659, 82, { ...small, align: 'center', size: 8 })
    sheet.line(showCheckCode(checkCode), 659, 68, { ...strong, align: 'center', size: 10.5 })
  })
  const link: Box = [76, 52, 590, 76]
  const box = { width: 514, height: 24, largest: 8, smallest: 4, leading: 1.3, middle: true }
  sheet.tagged('Link', () => sheet.block(words.check({ url }), 76, 76, { ...small, ...box }), {
    alt: words.check({ url }),
    box: link,
    url,
  })
}
