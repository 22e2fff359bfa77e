import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BrokenForm, boundaryIn, partsOf } from '~/http/multipart.server'

type Sent = { name: string; fileName: string | null; content: string }

const boundary = 'x1'
/** Whatever looks like a boundary, and is none. */
const content = fc
  .array(fc.constantFrom('\r\n', '\r', '\n', '--', '-', 'x', '\r\n--', '\r\n--x', '\r\n\r\n', 'é'))
  .map((pieces) => pieces.join(''))
  .filter((text) => !text.includes(`\r\n--${boundary}`))
const name = fc.constantFrom('title', 'a b; name=c', 'é', 'one"two')
const fileName = fc.constantFrom(null, '', 'policy.pdf', 'a; filename=b.pdf', 'q"é.pdf')
const forms = fc.array(fc.record({ name, fileName, content }), { maxLength: 4 })

function bodyOf(parts: readonly Sent[]): Buffer {
  const quoted = (text: string) => `"${text.replaceAll('"', '%22')}"`
  const written = parts.map(({ name, fileName, content }) => {
    const file = fileName === null ? '' : `; filename=${quoted(fileName)}\r\nContent-Type: x/y`
    return `--${boundary}\r\nContent-Disposition: form-data; name=${quoted(name)}${file}\r\n\r\n${content}\r\n`
  })
  return Buffer.from(`${written.join('')}--${boundary}--\r\n`)
}

function streamOf(body: Buffer, piece: number): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= body.length) return controller.close()
      controller.enqueue(body.subarray(at, at + piece))
      at += piece
    },
  })
}

async function read(body: Buffer, piece: number): Promise<Sent[]> {
  const found: Sent[] = []
  for await (const part of partsOf(streamOf(body, piece), boundary)) {
    const pieces: Buffer[] = []
    for await (const each of part.content) pieces.push(each)
    found.push({ ...part, content: Buffer.concat(pieces).toString() })
  }
  return found
}

test('a form comes out as it was sent, however it is cut into pieces', () =>
  fc.assert(
    fc.asyncProperty(forms, fc.integer({ min: 1, max: 60 }), async (sent, piece) => {
      expect(await read(bodyOf(sent), piece)).toEqual(sent)
    }),
    { numRuns: 300 },
  ))

test('wherever it is cut off, nobody takes it for whole', async () => {
  const body = bodyOf([
    { name: 'title', fileName: null, content: 'Age and ID' },
    { name: 'file', fileName: 'a.pdf', content: '%PDF' },
  ])
  const whole = body.lastIndexOf('--') + 2
  for (let length = 0; length < whole; length += 1) {
    await expect(read(body.subarray(0, length), 7)).rejects.toThrow(BrokenForm)
  }
  expect(await read(body.subarray(0, whole), 7)).toHaveLength(2)
})

test('it reads what a browser of this kind writes', async () => {
  const form = new FormData()
  form.set('title', 'Age\r\nand ID')
  form.set('file', new File(['%PDF'], 'one "two" é.pdf'))
  const request = new Request('http://127.0.0.1/', { method: 'POST', body: form })
  const own = boundaryIn(request.headers.get('content-type')) ?? ''
  const found: unknown[] = []
  for await (const { content, ...names } of partsOf(
    request.body ?? streamOf(Buffer.of(), 1),
    own,
  )) {
    let text = ''
    for await (const piece of content) text += piece
    found.push({ ...names, text })
  }
  expect(found).toEqual([
    { name: 'title', fileName: null, text: 'Age\r\nand ID' },
    { name: 'file', fileName: 'one "two" é.pdf', text: '%PDF' },
  ])
})

test.each([
  ['no name', 'Content-Disposition: form-data'],
  ['another disposition', 'Content-Disposition: attachment; name="a"'],
  ['a head without end', 'x'.repeat(9_000)],
])('a part with %s is refused', async (_, head) => {
  const body = Buffer.from(`--${boundary}\r\n${head}\r\n\r\na\r\n--${boundary}--\r\n`)
  await expect(read(body, 64)).rejects.toThrow(BrokenForm)
})

test('the boundary is found in the type of a form, and in no other', () => {
  expect(boundaryIn('multipart/form-data; boundary=----WebKit1')).toBe('----WebKit1')
  expect(boundaryIn('Multipart/Form-Data; charset=utf-8; boundary="a b"')).toBe('a b')
  for (const other of [null, 'multipart/form-data', 'multipart/mixed; boundary=a']) {
    expect(boundaryIn(other)).toBeNull()
  }
})
