/** A part of a form, as it arrives. Its content is read to its end before the next part comes. */
export type Part = {
  name: string
  /** Null for a field that was typed. */
  fileName: string | null
  content: AsyncIterable<Buffer>
}

/** A body that no browser sends, or one that was cut off on its way. */
export class BrokenForm extends TypeError {
  constructor() {
    super('The form is cut off, or none that a browser sends.')
  }
}

const mostParts = 2_000
const mostHeader = 8 * 1024
const lineEnd = '\r\n'

/** The boundary between the parts (RFC 7578) that a content type names; null where it is another type. */
export function boundaryIn(contentType: string | null): string | null {
  const found =
    /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
      contentType ?? '',
    )
  return found?.[1] ?? found?.[2] ?? null
}

/**
 * The parts of a form, each as soon as its head is there: no more of the body is in memory than the
 * piece that came last. Throws BrokenForm, or whatever ends the body early.
 */
export async function* partsOf(
  body: ReadableStream<Uint8Array>,
  boundary: string,
): AsyncGenerator<Part> {
  const source = body[Symbol.asyncIterator]()
  const mark = Buffer.from(`${lineEnd}--${boundary}`)
  const headEnd = Buffer.from(lineEnd + lineEnd)
  // The first boundary has no line before it; so it is found like all others.
  let held = Buffer.from(lineEnd)

  try {
    for await (const piece of before(mark)) if (piece.length > 0) throw new BrokenForm()
    for (let count = 0; await anotherPart(); count += 1) {
      if (count === mostParts) throw new BrokenForm()
      yield { ...namesIn(await head()), content: before(mark) }
    }
    while (!(await source.next()).done);
  } finally {
    await source.return?.()
  }

  async function receive() {
    const { done, value } = await source.next()
    if (done) throw new BrokenForm()
    held = Buffer.concat([held, value])
  }

  /** All that comes before a mark, in pieces; then the mark is behind us. */
  async function* before(end: Buffer): AsyncGenerator<Buffer> {
    for (let at = held.indexOf(end); ; at = held.indexOf(end)) {
      // The mark may have begun at the end of what is here.
      const sure = at === -1 ? Math.max(0, held.length - end.length + 1) : at
      const piece = held.subarray(0, sure)
      held = held.subarray(at === -1 ? sure : at + end.length)
      yield piece
      if (at !== -1) return
      await receive()
    }
  }

  async function anotherPart(): Promise<boolean> {
    while (held.length < 2) await receive()
    const next = held.toString('latin1', 0, 2)
    held = held.subarray(2)
    if (next !== lineEnd && next !== '--') throw new BrokenForm()
    return next === lineEnd
  }

  async function head(): Promise<string> {
    const pieces: Buffer[] = []
    let length = 0
    for await (const piece of before(headEnd)) {
      length += piece.length
      if (length > mostHeader) throw new BrokenForm()
      pieces.push(piece)
    }
    return Buffer.concat(pieces).toString('utf8')
  }
}

/** The names in a part's head, as browsers write them. */
function namesIn(head: string): Pick<Part, 'name' | 'fileName'> {
  const found =
    /^content-disposition:\s*form-data;\s*name="([^"\r\n]*)"(?:;\s*filename="([^"\r\n]*)")?\s*$/im.exec(
      head,
    )
  if (!found) throw new BrokenForm()
  const [, name = '', fileName = null] = found
  return { name: plain(name), fileName: fileName === null ? null : plain(fileName) }
}

/** A quote and the ends of lines are written as codes, and nothing else is. */
function plain(name: string): string {
  return name.replace(/%22/g, '"').replace(/%0D/gi, '\r').replace(/%0A/gi, '\n')
}
