import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { examineFile, mostBytes } from '~/files/kinds.server'
import { aPhoto, aPng } from '~tests/files/pictures'
import { withBytes } from '~tests/files/with-bytes'

async function aPdf(change: (document: PDFDocument) => void = () => {}): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([200, 200]).drawText('How we check age and ID')
  change(document)
  return document.save()
}

function file(name: string, bytes: Uint8Array | string): File {
  return new File([bytes as BlobPart], name)
}

async function sentence(name: string, bytes: Uint8Array | string, wanted = 'policy' as const) {
  const found = await examineFile(file(name, bytes), wanted)
  return found.ok ? 'taken' : found.sentence
}

describe('a policy as PDF', () => {
  test('is kept byte for byte under its own name', async () => {
    const bytes = await aPdf()
    expect(await withBytes(examineFile(file('Age and ID.pdf', bytes), 'policy'))).toEqual({
      ok: true,
      bytes: new Uint8Array(bytes),
      name: 'Age and ID.pdf',
      type: 'application/pdf',
      pages: 1,
    })
  })

  test('a name with folders and hidden characters becomes a plain name', async () => {
    const found = await examineFile(file('../../x\u202egnp\u0000.pdf', await aPdf()), 'policy')
    expect(found).toMatchObject({ ok: true, name: 'x gnp.pdf' })
  })

  test('a renamed program gets its sentence', async () => {
    const program = new Uint8Array(4096)
    program.set(new TextEncoder().encode('MZ'))
    expect(await sentence('policy.pdf', program)).toBe(
      'This file is called a PDF, and inside it is a program. We did not keep it. Please choose a PDF, a Word or OpenDocument text, a text file, or photos of the pages.',
    )
  })

  test('a shell script gets a sentence too', async () => {
    expect(await sentence('policy.pdf', '#!/bin/sh\nrm -rf /\n')).not.toBe('taken')
  })

  test('an empty, a cut-off and a mislabeled file each get theirs', async () => {
    expect(await sentence('a.pdf', '')).toMatch(/^This file is empty\./)
    const whole = await aPdf()
    expect(await sentence('a.pdf', whole.subarray(0, whole.length - 200))).toMatch(/not complete/)
    expect(await sentence('a.pdf', '%PDF-1.7\nstartxref\n0\n%%EOF')).toMatch(/not complete/)
    expect(await sentence('a.docx', whole)).toMatch(/says one kind, and inside is another/)
    expect(await sentence('a.pdf', aPng())).toMatch(/says one kind, and inside is another/)
    expect(await sentence('a.pdf', 'Our policy, typed.')).toMatch(/inside is another/)
  })

  test('more than 25 MB is refused before it is read', async () => {
    expect(await sentence('a.pdf', new Uint8Array(mostBytes + 1))).toMatch(/larger than 25 MB/)
  })

  test.each<[string, (document: PDFDocument) => void]>([
    ['a script on opening', (d) => d.addJavaScript('x', 'app.alert(1)')],
    [
      'a program to start',
      (d) =>
        d.catalog.set(
          PDFName.of('OpenAction'),
          d.context.obj({ S: 'Launch', F: PDFString.of('calc.exe') }),
        ),
    ],
  ])('%s is refused', async (_, change) => {
    expect(await sentence('a.pdf', await aPdf(change))).toMatch(/runs a script, starts a program/)
  })

  test('a name written with codes is refused', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: 'JavaScript' }))
    const plain = Buffer.from(await document.save({ useObjectStreams: false })).toString('latin1')
    const coded = Buffer.from(plain.replace('/JavaScript', '/#4aavaScript'), 'latin1')
    expect(await sentence('a.pdf', coded)).toMatch(/runs a script/)
  })

  test('a file inside the file is refused', async () => {
    const document = await PDFDocument.create()
    document.addPage()
    await document.attach(new TextEncoder().encode('x'), 'inside.txt')
    expect(await sentence('a.pdf', await document.save())).toMatch(/carries another file inside/)
  })

  test.each([
    ['the word that begins a stream, again and again', 'stream '.repeat(500_000)],
    [
      'broken packed streams',
      '1 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\nxx '.repeat(60_000),
    ],
  ])('%s is refused before it holds up anybody', async (_, inside) => {
    const bytes = `%PDF-1.4\n${inside}\nstartxref\n0\n%%EOF`
    expect(await sentence('a.pdf', bytes)).toMatch(/not complete/)
  })

  test('one made to be slow is judged beside everything else, not before it', async () => {
    let judging = true
    let turns = 0
    const judged = sentence('a.pdf', `%PDF-1.4\n${'('.repeat(300_000)}\nstartxref\n0\n%%EOF`)
    const done = judged.finally(() => {
      judging = false
    })
    while (judging) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      turns += 1
    }
    expect(await done).toMatch(/not complete/)
    expect(turns).toBeGreaterThan(5)
  })

  test('a packed stream that unpacks without end is refused, quickly', async () => {
    const packed = deflateSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 })
    const bomb = Buffer.concat([
      Buffer.from(
        `%PDF-1.7\n1 0 obj\n<< /Type /Obj#53tm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
      ),
      packed,
      Buffer.from('\nendstream\nendobj\nstartxref\n0\n%%EOF'),
    ])
    expect(await sentence('a.pdf', bomb)).toMatch(/not complete/)
  })
})

describe('a photo', () => {
  test('a JPEG and a PNG are taken without what they tell of the place', async () => {
    const jpeg = await withBytes(examineFile(file('limit.JPEG', await aPhoto()), 'photo'))
    expect(jpeg).toMatchObject({ ok: true, name: 'limit.jpg', type: 'image/jpeg' })
    const png = await withBytes(examineFile(file('limit.png', aPng()), 'photo'))
    expect(png).toMatchObject({ ok: true, name: 'limit.png', type: 'image/png' })
    for (const found of [jpeg, png]) {
      expect(Buffer.from(found.ok ? found.bytes : []).toString('latin1')).not.toContain('GPS')
    }
  })

  test('a PDF is not a photo, and may be a blank form', async () => {
    const bytes = await aPdf()
    const asPhoto = await examineFile(file('a.pdf', bytes), 'photo')
    expect(asPhoto).toEqual({
      ok: false,
      sentence: 'This is a PDF. Please choose a photo as JPEG or PNG.',
    })
    expect((await examineFile(file('a.pdf', bytes), 'blank_form')).ok).toBe(true)
  })

  test('a drawing that can carry scripts is refused', async () => {
    const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
    expect((await examineFile(file('a.png', svg), 'photo')).ok).toBe(false)
  })

  test('a cut-off picture says what to do', async () => {
    const found = await examineFile(file('a.png', aPng().subarray(0, -30)), 'photo')
    expect(found).toMatchObject({ ok: false, sentence: expect.stringMatching(/not complete/) })
  })

  test('one with more points than can be opened says so', async () => {
    const bomb = aPng({ width: 60_000, height: 60_000 })
    const found = await examineFile(file('a.png', bomb), 'photo')
    expect(found).toMatchObject({ ok: false, sentence: expect.stringMatching(/64 million points/) })
  })
})
