import { convertToHtml } from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { examineFiles } from '~/files/kinds.server'
import { aDocx, anOdt } from './documents'
import { aPhoto, aPng } from './pictures'
import { withBytes } from './with-bytes'

async function examined(...files: [name: string, bytes: Uint8Array | string][]) {
  const chosen = files.map(([name, bytes]) => new File([bytes as BlobPart], name))
  return withBytes(examineFiles(chosen, 'policy'))
}

async function sentence(...files: [name: string, bytes: Uint8Array | string][]) {
  const found = await examined(...files)
  return found.ok ? 'taken' : found.sentence
}

const relation = (type: string, more: string) =>
  `<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" ${more}/></Relationships>`
const related = (type: string, more: string) => (parts: Record<string, string>) => {
  const name = 'word/_rels/document.xml.rels'
  parts[name] = (parts[name] ?? '').replace('</Relationships>', relation(type, more))
}

describe('a Word document', () => {
  test('is kept byte for byte, and reads as it was written', async () => {
    const bytes = await aDocx()
    const found = await examined(['Age and ID.docx', bytes])
    expect(found).toMatchObject({ ok: true, name: 'Age and ID.docx', pages: null })
    if (!found.ok) throw new Error('It was refused.')
    expect(found.bytes).toEqual(new Uint8Array(bytes))
    const { value } = await convertToHtml({ buffer: Buffer.from(found.bytes) })
    expect(value).toContain('everybody who looks under 30')
  })

  test('may carry a link to follow', async () => {
    const change = related('hyperlink', 'Target="https://example.com" TargetMode="External"')
    expect(await sentence(['a.docx', await aDocx(change)])).toBe('taken')
  })

  test.each<[string, (parts: Record<string, string>) => void, RegExp]>([
    ['a macro', (parts) => Object.assign(parts, { 'word/vbaProject.bin': 'x' }), /carries a macro/],
    [
      'a macro, by its type',
      (parts) => {
        const name = '[Content_Types].xml'
        parts[name] = (parts[name] ?? '').replace(
          'wordprocessingml.document.main+xml',
          'ms-word.document.macroEnabled.main+xml',
        )
      },
      /carries a macro|not tell what is inside|document of a writing/,
    ],
    [
      'another file inside',
      (parts) => Object.assign(parts, { 'word/embeddings/oleObject1.bin': 'x' }),
      /another file inside/,
    ],
    ['a piece of HTML', related('aFChunk', 'Target="part.html"'), /another file inside/],
    [
      'a template from elsewhere',
      related('attachedTemplate', 'Target="https://x.example/a.dotm" TargetMode="External"'),
      /template or a picture from somewhere else/,
    ],
    [
      'a picture from elsewhere, written with codes',
      related('image', 'Target="https://x.example/a.png" TargetMode="&#69;xternal"'),
      /template or a picture from somewhere else/,
    ],
    [
      'a field that starts a program',
      (parts) => {
        parts['word/document.xml'] = (parts['word/document.xml'] ?? '').replace(
          '</w:p>',
          '<w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\x</w:instrText></w:r></w:p>',
        )
      },
      /starts a program/,
    ],
    [
      'words defined in the XML',
      (parts) => Object.assign(parts, { 'word/x.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }),
      /not complete/,
    ],
  ])('with %s is refused', async (_, change, words) => {
    expect(await sentence(['a.docx', await aDocx(change)])).toMatch(words)
  })

  test('that unpacks to far more is refused before it is unpacked', async () => {
    const bytes = Buffer.from(await aDocx())
    bytes.writeUInt32LE(101 * 1024 * 1024, bytes.lastIndexOf('word/document.xml') - 22)
    expect(await sentence(['a.docx', bytes])).toMatch(/unpacks to more than 100 MB/)
  })

  test('that says less than a part unpacks to is refused', async () => {
    const bytes = Buffer.from(await aDocx())
    bytes.writeUInt32LE(10, bytes.lastIndexOf('word/document.xml') - 22)
    expect(await sentence(['a.docx', bytes])).toMatch(/not complete/)
  })

  test('cut off, with something behind its end, or under another name is refused', async () => {
    const bytes = Buffer.from(await aDocx())
    expect(await sentence(['a.docx', bytes.subarray(0, -30)])).not.toBe('taken')
    expect(await sentence(['a.docx', Buffer.concat([bytes, Buffer.from('more')])])).toMatch(
      /not complete/,
    )
    expect(await sentence(['a.pdf', bytes])).toMatch(/says one kind, and inside is another/)
  })
})

describe('an OpenDocument text', () => {
  test('is kept as it is', async () => {
    expect(await examined(['a.odt', anOdt()])).toMatchObject({
      ok: true,
      type: 'application/vnd.oasis.opendocument.text',
    })
  })

  test.each<[string, (parts: Record<string, string>) => void, RegExp]>([
    ['a macro', (parts) => Object.assign(parts, { 'Basic/Standard/a.xml': 'x' }), /a macro/],
    ['a script', (parts) => Object.assign(parts, { 'Scripts/python/a.py': 'x' }), /a macro/],
    ['an object', (parts) => Object.assign(parts, { 'Object 1/content.xml': 'x' }), /inside/],
    [
      'a template from elsewhere',
      (parts) => {
        parts['meta.xml'] = '<meta:template xlink:href="https://x.example/a.ott"/>'
      },
      /somewhere else/,
    ],
    [
      'a password',
      (parts) => {
        parts['META-INF/manifest.xml'] = '<manifest:encryption-data/>'
      },
      /locked with a password/,
    ],
  ])('with %s is refused', async (_, change, words) => {
    expect(await sentence(['a.odt', anOdt(change)])).toMatch(words)
  })
})

describe('a text file', () => {
  test.each([
    ['UTF-8', Buffer.from('Nous vérifions l’âge.')],
    ['UTF-16', Buffer.from('\ufeffNous vérifions l’âge.', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeffNous vérifions l’âge.', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Nous vérifions l\x92âge.', 'latin1')],
  ])('in %s is kept as UTF-8', async (_, bytes) => {
    const found = await examined(['Age.TXT', bytes])
    expect(found).toMatchObject({ ok: true, name: 'Age.txt', type: 'text/plain' })
    expect(new TextDecoder().decode(found.ok ? found.bytes : new Uint8Array())).toBe(
      'Nous vérifions l’âge.',
    )
  })

  test.each([
    ['a script', '#!/bin/sh\nrm -rf /\n'],
    ['a page', '<html><script>1</script></html>'],
    ['a drawing', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['control characters', 'Hello\0\x01 there'],
    ['nothing but space', ' \n '],
    ['rubbish', Buffer.from(Array.from({ length: 300 }, (_, at) => (at * 137 + 91) % 256))],
    ['rubbish that could be letters', Buffer.alloc(300, 'ÆØÅ÷þ', 'latin1')],
    ['letters of another code page', Buffer.from('Ïîëèòèêà î âîçðàñòå è äîêóìåíòàõ', 'latin1')],
  ])('with %s is refused', async (_, text) => {
    expect(await sentence(['a.txt', text])).not.toBe('taken')
  })

  test('that turns to rubbish after its first pages is refused', async () => {
    const late = Buffer.concat([Buffer.from('We check ID. '.repeat(1_000)), Buffer.alloc(9, 1)])
    expect(await sentence(['a.txt', late])).toMatch(/could not tell what is inside/)
  })
})

describe('photos of a paper policy', () => {
  test('become one PDF in their order, each upright and whole', async () => {
    const wide = await aPhoto({ width: 1200, height: 600 })
    const turned = await aPhoto({ width: 1200, height: 600, orientation: 6 })
    const small = await sharp({
      create: { width: 300, height: 300, channels: 3, background: 'red' },
    })
      .png()
      .toBuffer()
    const found = await examined(['One.jpg', wide], ['two.jpg', turned], ['three.png', small])
    expect(found).toMatchObject({ ok: true, name: 'One.pdf', type: 'application/pdf', pages: 3 })
    if (!found.ok) throw new Error('They were refused.')
    expect(Buffer.from(found.bytes).toString('latin1')).not.toContain('GPS')
    const document = await getDocument({ data: new Uint8Array(found.bytes), verbosity: 0 }).promise
    const sizes = []
    for (let page = 1; page <= document.numPages; page += 1) {
      const { width, height } = (await document.getPage(page)).getViewport({ scale: 1 })
      sizes.push([width, height])
    }
    expect(sizes).toEqual([
      [612, 306],
      [612, 1224],
      [612, 612],
    ])
  })

  test('a single one is a PDF of one page', async () => {
    expect(await examined(['door.png', aPng()])).toMatchObject({ name: 'door.pdf', pages: 1 })
  })

  test('among which is something else are refused, and the broken one is named', async () => {
    const photo = await aPhoto()
    expect(await sentence(['a.jpg', photo], ['b.docx', await aDocx()])).toMatch(/several documents/)
    const cut = (await sharp(photo).jpeg().toBuffer()).subarray(0, -9)
    expect(await sentence(['a.jpg', photo], ['b.jpg', cut])).toMatch(/^b\.jpg: .*not complete/)
  })
})
