import { createRequire } from 'node:module'
import { PDFDocument, StandardFonts } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { lostLetters } from '~/domain/certificates/certificate-pdf-type.server'
import type { Handbook } from '~/domain/handbook/handbook'
import { handbookDocx } from '~/domain/handbook/handbook-docx.server'
import { handbookHtml } from '~/domain/handbook/handbook-html'
import { drawHandbook } from '~/domain/handbook/handbook-pdf.server'
import { handbookWords } from '~/words/en/handbook'
import { parseMarkdown } from '~/words/markdown'
import { bookmarksOf, checkWithQpdf, infoOf, pagesOf, partsOf } from '~tests/support/judge-pdf'

const mammoth = createRequire(import.meta.url)('mammoth')

const age = {
  title: 'Age and ID',
  review: 'Next look: May 1, 2027.',
  sections: [
    {
      heading: 'What we do',
      blocks: parseMarkdown(
        '### At the door\n\nWe check **everyone** who looks *under 40*.\n\n- Hold it\n- Feel it\n\n1. Ask\n2. Thank them, [as shown](https://example.com/how)',
      ),
    },
    {
      heading: 'Who leads',
      blocks: parseMarkdown('Nguyễn Thị Phượng, with Ṭəqur ʿAnbäsa (**ጥቁር** አንበሳ).'),
    },
  ],
  file: null,
}
const long = {
  title: 'Closing',
  review: '',
  sections: [{ heading: 'Every step', blocks: parseMarkdown('We walk the room. '.repeat(900)) }],
  file: null,
}
const book: Handbook = {
  venue: 'Quán Phở Thảo & ʾƎnǧära Betä',
  program: 'Lamplight',
  title: 'Employee handbook',
  day: '2026-11-28',
  whole: true,
  policies: [age, long],
}
const nothing = async () => null
const apart = handbookWords.fileApart

describe('the handbook as PDF', () => {
  test('has a title page, contents with the right pages, and a footer on each page after it', async () => {
    const bytes = await drawHandbook(book, nothing)
    const { pages, labels } = await pagesOf(bytes)
    expect(labels).toEqual(pages.map((_, index) => String(index + 1)))
    expect(pages.length).toBeGreaterThan(5)
    expect(pages[0]).toBe(
      'Quán Phở Thảo & ʾƎnǧära Betä Employee handbook As it stood on November 28, 2026 Written by the venue in Lamplight',
    )
    expect(pages[1]).toBe(
      `Contents Age and ID 3 Closing 4 ${book.venue} · page 2 of ${pages.length}`,
    )
    expect(pages[2]).toBe(
      `Age and ID Next look: May 1, 2027. What we do At the door We check everyone who looks under 40. • Hold it • Feel it 1. Ask 2. Thank them, as shown Who leads Nguyễn Thị Phượng, with Ṭəqur ʿAnbäsa (ጥቁር አንበሳ). ${book.venue} · page 3 of ${pages.length}`,
    )
    expect(pages.slice(3).join(' ').match(/walk/g)).toHaveLength(900)
    expect(await partsOf(bytes, 3)).toEqual([
      { role: 'H2', text: 'Age and ID' },
      { role: 'P', text: 'Next look: May 1, 2027.' },
      { role: 'H3', text: 'What we do' },
      { role: 'H4', text: 'At the door' },
      { role: 'P', text: 'We check everyone who looks under 40 .' },
      { role: 'Lbl', text: '•' },
      { role: 'LBody', text: 'Hold it' },
      { role: 'Lbl', text: '•' },
      { role: 'LBody', text: 'Feel it' },
      { role: 'Lbl', text: '1.' },
      { role: 'LBody', text: 'Ask' },
      { role: 'Lbl', text: '2.' },
      { role: 'LBody', text: 'Thank them,' },
      { role: 'H3', text: 'Who leads' },
      { role: 'P', text: 'Nguyễn Thị Phượng, with Ṭəqur ʿAnbäsa ( ጥቁር አንበሳ ).' },
    ])
  })

  test('is valid, tagged, titled, on US Letter, and the same bytes each time', async () => {
    const bytes = await drawHandbook(book, nothing)
    expect(await drawHandbook(book, nothing)).toEqual(bytes)
    expect(await infoOf(bytes)).toMatchObject({
      size: [612, 792],
      language: 'en-US',
      tagged: true,
      info: { Title: `Employee handbook – ${book.venue}`, CreationDate: 'D:20261128120000Z' },
    })
    expect((await checkWithQpdf(bytes)).valid).toBe(true)
  })

  test('has bookmarks that lead to each policy and its sections; alone, to the sections', async () => {
    expect(await bookmarksOf(await drawHandbook(book, nothing))).toEqual([
      [
        'Age and ID 3',
        [
          ['What we do 3', []],
          ['Who leads 3', []],
        ],
      ],
      ['Closing 4', [['Every step 4', []]]],
    ])
    const one = { ...book, whole: false, title: age.title, policies: [age] }
    expect(await bookmarksOf(await drawHandbook(one, nothing))).toEqual([
      ['What we do 1', []],
      ['Who leads 1', []],
    ])
  })

  test('takes the pages of an uploaded PDF into their place, and names what it cannot read', async () => {
    const file = {
      name: 'Fire.pdf',
      type: 'application/pdf',
      storageKey: 'a',
      said: apart('Fire.pdf'),
    }
    const uploaded = { title: 'Fire', review: '', sections: [], file }
    const locked = {
      ...uploaded,
      title: 'Locked',
      file: { ...file, name: 'L.pdf', storageKey: 'b', said: apart('L.pdf') },
    }
    const theirs = await twoPages()
    const bytes = await drawHandbook({ ...book, policies: [uploaded, locked] }, async (key) =>
      key === 'a' ? theirs : new TextEncoder().encode('%PDF-1.7 no more'),
    )
    const { pages } = await pagesOf(bytes)
    expect(pages).toHaveLength(6)
    expect(pages[2]).toContain('This policy is the file “Fire.pdf”. Its 2 pages follow.')
    expect(pages[3]).toContain('Way out: first')
    expect(pages[4]).toContain('Way out: second')
    expect(pages[4]).toContain('page 5 of 6')
    expect(pages[5]).toContain('It is kept in the portal and goes with this handbook.')
    expect(await partsOf(bytes, 4)).toMatchObject([
      { role: 'Figure', alt: 'Page 1 of the file “Fire.pdf”' },
    ])
    expect((await checkWithQpdf(bytes)).valid).toBe(true)
  })

  test('one policy has its title and its text on the first page', async () => {
    const one = { ...book, whole: false, title: age.title, policies: [age] }
    const bytes = await drawHandbook(one, nothing)
    const { pages } = await pagesOf(bytes)
    expect(pages).toHaveLength(1)
    expect((await infoOf(bytes)).links).toEqual(['https://example.com/how'])
    expect(pages[0]).toMatch(
      /^Quán Phở Thảo & ʾƎnǧära Betä Age and ID As it stood on .* page 1 of 1$/,
    )
  })
})

test('the Word document has real headings, lists, emphasis and links, read back by another program', async () => {
  const bytes = await handbookDocx(book)
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  expect(messages.filter(({ type }: { type: string }) => type === 'error')).toEqual([])
  expect(value).toContain(
    '<p><strong>Contents</strong></p><p><a href="#part-1">Age and ID</a></p><p><a href="#part-2">Closing</a></p>',
  )
  expect(value).toContain(
    '<h1><a id="part-1"></a>Age and ID</h1><p>Next look: May 1, 2027.</p><h2>What we do</h2><h3>At the door</h3><p>We check <strong>everyone</strong> who looks <em>under 40</em>.</p><ul><li>Hold it</li><li>Feel it</li></ul><ol><li>Ask</li><li>Thank them, <a href="https://example.com/how">as shown</a></li></ol>',
  )
  expect(value).toContain('Nguyễn Thị Phượng, with Ṭəqur ʿAnbäsa (<strong>ጥቁር</strong> አንበሳ).')
})

test('the web page stands by itself, and what people type is never markup', () => {
  const title = '<script>alert(1)</script>'
  const page = handbookHtml({ ...book, policies: [age, { ...long, title }] })
  expect(page).toContain('<li><a href="#policy-1">Age and ID</a></li>')
  expect(page).toContain(
    '<h4>At the door</h4>\n<p>We check <strong>everyone</strong> who looks <em>under 40</em>.</p>',
  )
  expect(page).not.toMatch(/<script|src=|<link/)
})

test('what the PDF cannot print is said before: letters of scripts without a typeface', () => {
  expect(lostLetters('東京 Bar, 東! مقهى 🍸 ሰላም Nguyễn 𝐑oom')).toEqual([...'東京مقهى'])
  expect(handbookWords.lost([...'東京'])).toContain('(東 京), and prints “?” for each.')
})

async function twoPages(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (const words of ['Way out: first', 'Way out: second']) {
    document.addPage([842, 595]).drawText(words, { font, x: 50, y: 300 })
  }
  return document.save()
}
