import { json } from '@remix-run/node'
import { bodyLimits } from './body-limit.server'
import { boundaryIn, type Part, partsOf } from './multipart.server'

/** What is made of a file while it arrives; null leaves it out. */
export type TakeFile = (content: Part['content'], name: string) => Promise<File | null>

/**
 * The fields of a body. Files are passed over unless they are asked for. A body that no form sends is
 * refused as unreadable, and is no bug of ours.
 */
export async function readForm(request: Request, take: TakeFile = passOver): Promise<FormData> {
  const boundary = boundaryIn(request.headers.get('content-type'))
  try {
    if (!request.body || boundary === null) return await request.formData()
    return await readParts(request.body, boundary, take)
  } catch (error) {
    if (error instanceof TypeError) throw json('', { status: 400 })
    throw error
  }
}

async function readParts(body: ReadableStream<Uint8Array>, boundary: string, take: TakeFile) {
  const form = new FormData()
  let typed = 0
  for await (const { name, fileName, content } of partsOf(body, boundary)) {
    if (fileName !== null) {
      const file = await take(content, fileName)
      if (file) form.append(name, file)
      continue
    }
    const pieces: Buffer[] = []
    for await (const piece of content) {
      typed += piece.length
      // A page that takes files takes no longer words than others.
      if (typed > bodyLimits.form) throw json('', { status: 413 })
      pieces.push(piece)
    }
    form.append(name, Buffer.concat(pieces).toString('utf8'))
  }
  return form
}

async function passOver(content: Part['content'], name: string): Promise<File> {
  for await (const _ of content);
  return new File([], name)
}
