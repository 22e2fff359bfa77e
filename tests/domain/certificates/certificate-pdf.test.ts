import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { CertificateFacts } from '~/domain/certificates/certificate-facts'
import { drawCertificate } from '~/domain/certificates/certificate-pdf.server'
import { type Face, hasGlyph } from '~/domain/certificates/certificate-pdf-fonts.server'
import { printable } from '~/domain/certificates/certificate-pdf-type.server'
import { showCheckCode, withCheckCharacter } from '~/domain/certificates/check-code'
import {
  checkWithQpdf,
  infoOf,
  partsOf,
  pixelsOf,
  placesOf,
  readQr,
  textOf,
} from '~tests/support/judge-pdf'

const checkCode = withCheckCharacter('7K3MQ9XW0VTB2')
const lantern = {
  venueName: 'The Lantern Room',
  address: '118 Harbor Street, Washington, DC 20002',
  number: 'LL-2026-000123',
  checkCode,
  checkUrl: `https://lamplight.example.gov/check/${showCheckCode(checkCode)}`,
  issuedOn: '2026-11-22',
  expiresOn: '2027-11-21',
  withDistinction: false,
  standardSetVersion: 1,
  programName: 'Lamplight',
  issuer: 'Harbor Street Police Department and its partners',
  signatories: [
    { name: 'Dana Whitfield', title: 'Sergeant, Harbor Street liaison' },
    { name: 'Ruth Okonkwo-Bell', title: 'Program coordinator' },
  ],
  place: 'Washington, DC',
} satisfies CertificateFacts

const names = {
  usual: 'The Lantern Room',
  Vietnamese: 'Quán Phở Thảo & Nhậu Đêm Hà Nội, Tiệm Bánh Mì Ưu Việt',
  Amharic: 'Ṭəqur ʿAnbäsa ʾƎnǧära Betä Ḳʷanḳʷa Ṗeṭros Č̣äw Mesob',
  European: 'Łódź Ødegård Åse Ærø Façade Çırağan Őrség Žižkov Ștefan Þór',
  long: 'The Old Harbor Grill and Oyster House on Fifteenth Street, with the Round Robin Bar, the Rooftop Garden Terrace, the Cellar Lounge, and the Supper Club of the Harbor Street Merchants of Washington, DC',
  unbroken: 'W'.repeat(200),
  'one letter': 'M',
} as const

function named(venueName: string, changes: Partial<CertificateFacts> = {}) {
  return drawCertificate(CertificateFacts.parse({ ...lantern, ...changes, venueName }))
}

describe('a certificate, read by pdf.js', () => {
  it('says every fact, in order, each part with its role', async () => {
    expect(await partsOf(await drawCertificate(lantern))).toEqual([
      { role: 'H1', text: 'Certificate of Accreditation' },
      { role: 'P', text: 'The Lantern Room' },
      { role: 'P', text: '118 Harbor Street, Washington, DC 20002' },
      { role: 'P', text: 'has put every essential standard of Lamplight in place.' },
      { role: 'P', text: 'Accredited on November 22, 2026' },
      { role: 'P', text: 'Valid until November 21, 2027' },
      { role: 'P', text: 'Certificate number LL-2026-000123' },
      { role: 'P', text: 'Standards Version 1' },
      {
        role: 'P',
        text: 'Harbor Street Police Department and its partners, Washington, DC',
      },
      { role: 'P', text: 'Dana Whitfield Sergeant, Harbor Street liaison' },
      { role: 'P', text: 'Ruth Okonkwo-Bell Program coordinator' },
      { role: 'Figure', text: '', alt: `QR code that leads to ${lantern.checkUrl}` },
      { role: 'P', text: `Check code ${showCheckCode(checkCode)}` },
      {
        role: 'Link',
        text: `Scan the square, or visit ${lantern.checkUrl}, to see how it stands today.`,
        alt: `Scan the square, or visit ${lantern.checkUrl}, to see how it stands today.`,
      },
    ])
  })

  it('says so when it is with distinction', async () => {
    const text = await textOf(await drawCertificate({ ...lantern, withDistinction: true }))
    expect(text).toContain('Certificate of Accreditation with Distinction')
    expect(text).toContain('goes further with enhanced standards of its own choice.')
  })

  it('is one page of US Letter with its title, author, language and link', async () => {
    const { info, ...rest } = await infoOf(await drawCertificate(lantern))
    expect(rest).toEqual({
      pages: 1,
      size: [792, 612],
      language: 'en-US',
      tagged: true,
      links: [lantern.checkUrl],
    })
    expect(info).toMatchObject({
      Title: 'Certificate of Accreditation: The Lantern Room',
      Author: lantern.issuer,
      Subject: 'Certificate number LL-2026-000123',
      CreationDate: 'D:20261122120000Z',
      ModDate: 'D:20261122120000Z',
    })
  })

  it.each(Object.entries(names))('keeps every letter of a name: %s', async (_, name) => {
    const text = await textOf(await named(name))
    expect(lettersOf(text)).toContain(lettersOf(name))
  })

  it.each(Object.entries(names))('keeps all within the frame and apart: %s', async (_, name) => {
    const address = '1401–1449 Pennsylvania Avenue Northwest at the corner of Fifteenth Street, '
    const bytes = await named(name, { address: address.repeat(2).trim(), withDistinction: true })
    const places = await placesOf(bytes)
    for (const { left, right, baseline } of places) {
      expect(left).toBeGreaterThan(60)
      expect(right).toBeLessThan(732)
      expect(baseline).toBeGreaterThan(50)
    }
    const central = places.filter(({ baseline }) => baseline > 250)
    const lines = [...new Set(central.map(({ baseline }) => baseline))].sort((a, b) => b - a)
    lines.slice(1).forEach((baseline, at) => {
      const size = Math.max(...central.filter((p) => p.baseline === baseline).map((p) => p.size))
      expect((lines[at] ?? 0) - baseline).toBeGreaterThan(size * 0.95)
    })
  })
})

/** A line break can fall anywhere in a very long word, and pdf.js writes a space for it. */
function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/\s/g, '')
}

describe('a certificate, checked by qpdf', () => {
  it.each(Object.entries(names))('is valid: %s', async (_, name) => {
    const { valid, output } = await checkWithQpdf(await named(name))
    expect([valid, output]).toEqual([true, expect.stringContaining('No syntax or stream encoding')])
  })

  it('would be found out if it were cut short', async () => {
    const bytes = await drawCertificate(lantern)
    const { valid, output } = await checkWithQpdf(bytes.slice(0, bytes.length - 400))
    expect([valid, output]).toEqual([false, expect.stringContaining('startxref')])
  })
})

describe('the QR code, read by jsQR from pixels', () => {
  const codes = Array.from({ length: 6 }, (_, at) => withCheckCharacter(`7K3MQ9XW0VTB${at}`))
  const urls = [
    lantern.checkUrl,
    'http://127.0.0.1:3000/check/7K3M-Q9XW-0VTB-2F',
    ...codes.map((code) => `https://accreditation.police.example.gov/check/${showCheckCode(code)}`),
    `https://example.gov/${'a-very-long-way/'.repeat(10)}check/${showCheckCode(checkCode)}`,
  ]

  it.each(urls)('leads to the check page: %s', async (checkUrl) => {
    expect(await readQr(await drawCertificate({ ...lantern, checkUrl }))).toBe(checkUrl)
  })

  it('is read from a coarse print too', async () => {
    expect(await readQr(await drawCertificate(lantern), 100)).toBe(lantern.checkUrl)
  })
})

describe('the paper', () => {
  it('shows every letter that its text holds: no gap in the ink is wider than a space', async () => {
    const bytes = await named(names.Vietnamese, { address: '2201 Đường Hà Nội, Washington, DC' })
    const { data, width, height } = await pixelsOf(bytes, 216)
    for (const { text, left, right, baseline, size } of await placesOf(bytes)) {
      const [from, to] = [Math.round(left * 3), Math.round(right * 3)]
      const [top, bottom] = [height - Math.round((baseline + size) * 3), height - baseline * 3]
      let gap = 0
      let widest = 0
      for (let x = from; x < to; x += 1) {
        let dark = false
        for (let y = top; y < bottom; y += 1) dark ||= (data[(y * width + x) * 4] ?? 255) < 200
        gap = dark ? 0 : gap + 1
        widest = Math.max(widest, gap)
      }
      expect([text, widest < size * 3 * 0.5]).toEqual([text, true])
    }
  })

  it('leaves half an inch free on every side, so that A4 printers keep all of it', async () => {
    const dotsPerInch = 72
    const { data, width, height } = await pixelsOf(await named(names.long), dotsPerInch)
    const inked = (x: number, y: number) => (data[(y * width + x) * 4] ?? 255) < 250
    const margin = 34
    let outside = 0
    let inside = 0
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (!inked(x, y)) continue
        const free = x < margin || y < margin || x >= width - margin || y >= height - margin
        if (free) outside += 1
        else inside += 1
      }
    }
    expect(inside).toBeGreaterThan(1000)
    expect(outside).toBe(0)
  })
})

describe('equal facts', () => {
  it('give equal bytes, also with other certificates drawn between and beside', async () => {
    const first = await drawCertificate(lantern)
    const [second] = await Promise.all([
      drawCertificate(structuredClone(lantern)),
      named(names.Vietnamese),
      named(names.Amharic),
    ])
    expect(Buffer.compare(first, second)).toBe(0)
    expect(Buffer.compare(first, await drawCertificate(lantern))).toBe(0)
  })

  it('give the bytes of a process that never drew another', async () => {
    await named(names.European)
    const warm = await named(names.long)
    vi.resetModules()
    const fresh = await import('~/domain/certificates/certificate-pdf.server')
    expect(fresh.drawCertificate).not.toBe(drawCertificate)
    const cold = await fresh.drawCertificate({ ...lantern, venueName: names.long })
    expect(Buffer.compare(warm, cold)).toBe(0)
  })

  it('give other bytes when any one fact differs', async () => {
    const before = await drawCertificate(lantern)
    const changes: Partial<CertificateFacts>[] = [
      { venueName: 'The Lantern Roof' },
      { address: '119 Harbor Street' },
      { number: 'LL-2026-000124' },
      { checkCode: withCheckCharacter('8K3MQ9XW0VTB2') },
      { checkUrl: `${lantern.checkUrl}X` },
      { issuedOn: '2026-11-21' },
      { expiresOn: '2027-11-20' },
      { withDistinction: true },
      { standardSetVersion: 2 },
      { programName: 'Lamplights' },
      { issuer: 'Harbor Street partners' },
      { signatories: [{ name: 'Dana Whitfield', title: 'Sergeant' }] },
      { place: 'Arlington, Virginia' },
    ]
    expect(changes.flatMap(Object.keys).sort()).toEqual(Object.keys(lantern).sort())
    for (const change of changes) {
      expect([
        change,
        Buffer.compare(before, await drawCertificate({ ...lantern, ...change })),
      ]).not.toEqual([change, 0])
    }
  })
})

describe('letters', () => {
  it('of every roster are in every face', () => {
    const folder = 'tests/support/rosters'
    const files = readdirSync(folder)
    expect(files).toHaveLength(8)
    for (const file of files) {
      const encoding = file.includes('cp1252') ? 'windows-1252' : 'utf-8'
      const text = new TextDecoder(encoding, { fatal: true }).decode(
        readFileSync(`${folder}/${file}`),
      )
      const letters = new Set(text.normalize('NFC').match(/[\p{L}\p{M}\p{N}'’.-]/gu))
      expect(letters.size).toBeGreaterThan(30)
      for (const face of ['fraunces-600', 'fraunces-400', 'noto-sans-400'] satisfies Face[]) {
        const without = [...letters].filter((letter) => !hasGlyph(face, letter))
        expect([file, face, without]).toEqual([file, face, []])
      }
    }
  })

  it('that no font has become a plain sign, and emoji fall away', () => {
    expect(printable('Bar 🍸 Nine 🏳️‍🌈')).toBe('Bar Nine')
    expect(printable('東京 Bar')).toBe('?? Bar')
    expect(printable('𝓛antern 𝐑oom')).toBe('Lantern Room')
    expect(printable('Ca\u0301fe\u0301 No\u0308ir')).toBe('Cáfé Nöir')
    expect(printable('One\u00adTwo\u200bThree\u0007Four')).toBe('OneTwoThree Four')
    expect(printable('🍸')).toBe('?')
  })

  it.each(['🍸🍹', '東京バー', 'ጥቁር አንበሳ', 'مقهى', '𝓛antern', 'e\u0301\u0323\u0302', '\ud800'])(
    'never stop a certificate: %s',
    async (name) => {
      const bytes = await drawCertificate({ ...lantern, venueName: name })
      expect((await checkWithQpdf(bytes)).valid).toBe(true)
    },
  )
})

describe('the facts', () => {
  it('refuse line breaks, empty names, impossible dates and other addresses than the web’s', () => {
    const refused = [
      { venueName: 'The Lantern\nRoom' },
      { venueName: '  ' },
      { issuedOn: '2026-02-30' },
      { checkUrl: 'javascript:alert(1)' },
      { checkCode: '7K3M-Q9XW-0VTB-2F' },
      { signatories: [] },
    ]
    expect(CertificateFacts.safeParse(lantern).success).toBe(true)
    for (const change of refused) {
      const { success } = CertificateFacts.safeParse({ ...lantern, ...change })
      expect([change, success]).toEqual([change, false])
    }
  })
})

const systemPrograms = ['qpdf', 'pdfinfo', 'pdftoppm', 'zbarimg']
const areInstalled = systemPrograms.every(
  (name) => spawnSync(name, ['--version']).error === undefined,
)

describe.runIf(areInstalled)('the paper, judged by the programs of the system', () => {
  it.each(Object.entries(names))('is valid, tagged and readable: %s', async (_what, venueName) => {
    const folder = mkdtempSync(join(tmpdir(), 'lamplight-pdf-'))
    try {
      const file = join(folder, 'certificate.pdf')
      writeFileSync(file, await named(venueName))
      const judged = judgedBySystem(file, lantern.checkUrl, lantern.number)
      expect(judged.stderr).toBe('')
      expect(judged.status).toBe(0)
      expect(judgedBySystem(file, `${lantern.checkUrl}X`).status).toBe(1)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

function judgedBySystem(...given: string[]) {
  return spawnSync('sh', ['tests/support/judge-pdf-system.sh', ...given], { encoding: 'utf8' })
}
