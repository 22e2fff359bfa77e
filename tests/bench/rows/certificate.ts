import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fontkit from '@pdf-lib/fontkit'
import { PDFDocument } from 'pdf-lib'
import { encode } from 'uqr'
import { CertificateFacts } from '~/domain/certificates/certificate-facts'
import { drawCertificate } from '~/domain/certificates/certificate-pdf.server'
import { paths } from '~/paths'
import { type Bench, cookieOf, idOf } from '../bench-context'
import { load } from '../load'
import { atLeast, compared, type Finding, interleaved } from '../measure'

const each = 20

/** The certificate: drawn anew, against the same words and QR code by pdf-lib alone; and handed out again. */
export async function certificate(bench: Bench): Promise<Finding[]> {
  const { ours, floor, rounds, seconds } = await bench.sites()
  let number = 0
  const factsOf = () => {
    number += 1
    return CertificateFacts.parse({
      ...{ venueName: `The Lantern Room ${number}`, address: '12 Harbor Street' },
      ...{ number: `LL-2026-${String(number).padStart(6, '0')}`, checkCode: '0123456789ABCD' },
      ...{ checkUrl: 'https://lamplight.example.gov/check/0123-4567-89AB-CD' },
      ...{ issuedOn: '2026-11-22', expiresOn: '2027-11-21', withDistinction: true },
      ...{ standardSetVersion: 1, programName: 'Lamplight', place: 'Washington, DC' },
      issuer: 'Lamplight program of the demo city police department and its partners',
      signatories: [
        { name: 'Renee Holloway', title: 'Captain, community partnerships' },
        { name: 'Daniel Osei', title: 'Program coordinator' },
      ],
    })
  }
  const drawn = (draw: (facts: CertificateFacts) => Promise<Uint8Array>) => async () => {
    const begun = performance.now()
    for (let i = 0; i < each; i += 1) await draw(factsOf())
    return each / ((performance.now() - begun) / 1000)
  }

  const path = paths.venueCertificatePdf(idOf('ven', 0))
  const headers = { cookie: await cookieOf('owner') }
  const given = await fetch(ours.url + path, { headers })
  if (given.headers.get('content-type') !== 'application/pdf') {
    throw new Error(`The certificate answered ${given.status}.`)
  }
  const file = join(floor.dataDir, 'certificate.pdf')
  writeFileSync(file, Buffer.from(await given.arrayBuffer()))
  const again = async () => (await load(ours.url + path, { seconds, headers })).perSecond
  const still = async () => (await load(`${floor.floor}/_file?${file}`, { seconds })).perSecond

  const row = 'certificate'
  return [
    atLeast(
      { row, what: 'a PDF with its QR code', unit: 'a second', goal: 0.7, floor: 'bare pdf-lib' },
      compared(await interleaved(rounds, drawn(drawCertificate), drawn(bare))),
    ),
    atLeast(
      { row, what: 'a repeat download', unit: 'a second', goal: 0.5, floor: 'a static file' },
      compared(await interleaved(rounds, again, still)),
    ),
  ]
}

const fonts = ['fraunces-400', 'fraunces-600', 'noto-sans-400'].map((name) =>
  readFileSync(`app/domain/certificates/fonts/${name}.ttf`),
)

/**
 * The same words in the same faces and the same QR code as one path, without tags, fitting or
 * ornaments. As pdf-lib is used by its own manual, fonts are embedded for each document.
 */
async function bare(facts: CertificateFacts): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.registerFontkit(fontkit)
  const [serif, strong, plain] = await Promise.all(
    fonts.map((bytes) => document.embedFont(bytes, { subset: true })),
  )
  const page = document.addPage([792, 612])
  const { signatories, checkUrl, ...lines } = facts
  let y = 560
  for (const [name, value] of Object.entries(lines)) {
    page.drawText(name, { x: 76, y, size: 9, font: plain })
    page.drawText(String(value), {
      x: 240,
      y,
      size: 13,
      font: name === 'venueName' ? strong : serif,
    })
    y -= 30
  }
  for (const { name, title } of signatories) {
    page.drawText(`${name}, ${title}`, { x: 76, y, size: 10, font: plain })
    y -= 20
  }
  page.drawText(checkUrl, { x: 76, y, size: 8, font: plain })
  page.drawSvgPath(qrPath(checkUrl), { x: 609, y: 192, scale: 2 })
  return document.save({ useObjectStreams: false })
}

function qrPath(url: string): string {
  const { data } = encode(url)
  return data
    .flatMap((line, y) => line.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
}
