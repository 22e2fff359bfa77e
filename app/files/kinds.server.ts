import { fileTypeFromBuffer } from 'file-type'
import { documentProblem, documentTypes } from './documents.server'
import { asks, documentSentences, pdfSentences, pictureSentences, whatItIs } from './kinds-words'
import { cleanFileName } from './names'
import { judgePdf } from './pdf.server'
import { pagesFromPhotos } from './photo-pages.server'
import { type Picture, type PictureType, remakePicture } from './pictures.server'
import { isUtf16, readPlainText } from './plain-text'

/** What a file is asked for: a document, a photo, or a form or a person's card that may be either. */
export type Wanted = 'policy' | 'photo' | 'blank_form' | 'card'

export type Examined =
  | {
      ok: true
      bytes: Uint8Array<ArrayBuffer>
      name: string
      type: string
      /** Known of a PDF alone. */
      pages: number | null
    }
  | { ok: false; sentence: string }

export const mostBytes = 25 * 1024 * 1024
const mostPhotos = 40

const extensions: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  [documentTypes.docx]: ['docx'],
  [documentTypes.odt]: ['odt'],
  'text/plain': ['txt', 'text', 'md'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
}
const formTypes = ['application/pdf', 'image/jpeg', 'image/png']
const accepted: Record<Wanted, readonly string[]> = {
  policy: Object.keys(extensions),
  photo: ['image/jpeg', 'image/png'],
  blank_form: formTypes,
  card: formTypes,
}

/**
 * Judges what was chosen in one field. One file is judged for itself; photos of a paper policy become
 * the pages of one PDF, in the order in which they were chosen.
 */
export async function examineFiles(files: readonly File[], wanted: Wanted): Promise<Examined> {
  const [first] = files
  if (wanted !== 'policy') return examineFile(first, wanted)
  if (files.length > mostPhotos) return refused(`Please choose at most ${mostPhotos} photos.`)
  if (files.reduce((sum, { size }) => sum + size, 0) > mostBytes) return tooLarge(files.length)
  if (files.length < 2) return examineFile(first, wanted)
  const photos: Picture[] = []
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const type = await typeOf(bytes)
    if (!isPicture(type)) return refused(severalDocuments)
    if (!fits(file.name, type)) return problem(otherName, wanted)
    const photo = await remakePicture(bytes, 'image/jpeg')
    if (typeof photo === 'string') return refused(`${file.name}: ${pictureSentences[photo]}`)
    photos.push(photo)
  }
  return asPages(photos, first?.name ?? '')
}

const severalDocuments =
  'Those are several documents. Please choose one document, or several photos of one policy.'
const otherName =
  'The name of this file says one kind, and inside is another. Please save it again in one kind.'

/**
 * Judges an uploaded file by its content, not by its name or by what the browser said. What is
 * right comes back with its real type and without location data; everything else with a sentence.
 */
export async function examineFile(file: File | undefined, wanted: Wanted): Promise<Examined> {
  if (!file) return problem('Choose a file first.', wanted)
  if (file.size > mostBytes) return tooLarge(1)
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.byteLength === 0) {
    return problem('This file is empty. Please save it again where you made it.', wanted)
  }
  const type = await typeOf(bytes)
  if (!accepted[wanted].includes(type)) return problem(whatItIs(type, extensionOf(file)), wanted)
  if (!fits(file.name, type)) return problem(otherName, wanted)
  if (isPicture(type)) return takePicture(bytes, file.name, type, wanted)
  if (type === 'application/pdf') return takePdf(bytes, file.name)
  if (type === 'text/plain') return takeText(bytes, file.name)
  const found = documentProblem(bytes, type)
  return found ? refused(documentSentences[found]) : taken(bytes, file.name, type)
}

async function takePdf(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Examined> {
  const found = await judgePdf(bytes)
  if (found.problem) return refused(pdfSentences[found.problem])
  return taken(bytes, name, 'application/pdf', found.pages)
}

function takeText(bytes: Uint8Array, name: string): Examined {
  const text = readPlainText(bytes)
  return text ? taken(text, name, 'text/plain') : problem(otherName, 'policy')
}

/** A single photo of a policy is a page of paper too. */
async function takePicture(bytes: Uint8Array, name: string, type: PictureType, wanted: Wanted) {
  const picture = await remakePicture(bytes, wanted === 'policy' ? 'image/jpeg' : type)
  if (typeof picture === 'string') return refused(pictureSentences[picture])
  return wanted === 'policy' ? asPages([picture], name) : taken(picture.bytes, name, type)
}

async function asPages(photos: Picture[], name: string): Promise<Examined> {
  return taken(await pagesFromPhotos(photos), name, 'application/pdf', photos.length)
}

function taken(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  type: string,
  pages: number | null = null,
): Examined {
  const [ending = ''] = extensions[type] ?? []
  return { ok: true, bytes, name: cleanFileName(name, ending), type, pages }
}

async function typeOf(bytes: Uint8Array): Promise<string> {
  // The mark of UTF-16 is also how a piece of music may begin.
  const found = isUtf16(bytes) ? null : await fileTypeFromBuffer(bytes)
  if (found) return found.mime
  return isText(bytes) ? 'text/plain' : 'unknown'
}

/** Whether it may be text; what it is taken for is judged when it is read. */
function isText(bytes: Uint8Array): boolean {
  return readPlainText(bytes) !== null
}

function isPicture(type: string): type is PictureType {
  return type === 'image/jpeg' || type === 'image/png'
}

function extensionOf({ name }: { name: string }): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}

function fits(name: string, type: string): boolean {
  const extension = extensionOf({ name })
  return extension === '' || (extensions[type] ?? []).includes(extension)
}

function tooLarge(count: number): Examined {
  return refused(
    count > 1
      ? 'These photos are larger than 25 MB together. Please choose fewer of them, or smaller copies.'
      : 'This file is larger than 25 MB. Please choose a smaller copy.',
  )
}

function problem(sentence: string, wanted: Wanted): Examined {
  return refused(`${sentence} ${asks[wanted]}`)
}

function refused(sentence: string): Examined {
  return { ok: false, sentence }
}
