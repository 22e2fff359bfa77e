import { fileTypeFromBlob } from 'file-type'
import { bytesOf } from './bytes.server'
import { documentProblem, documentTypes } from './documents.server'
import { asks, documentSentences, pdfSentences, pictureSentences, whatItIs } from './kinds-words'
import { cleanFileName } from './names'
import { judgePdf } from './pdf.server'
import { pagesFromPhotos } from './photo-pages.server'
import { type Picture, type PictureType, remakePicture } from './pictures.server'
import { isUtf16, readPlainText } from './plain-text'

/** What a file is asked for: a document, a photo, or a form, a person's card or a reply's that may be either. */
export type Wanted = 'policy' | 'photo' | 'blank_form' | 'card' | 'reply'

export type Examined =
  | {
      ok: true
      /** What to keep: what came, or what was made of it. */
      content: Blob
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
  reply: Object.keys(extensions),
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
    const type = await typeOf(file)
    if (!isPicture(type)) return refused(severalDocuments)
    if (!fits(file.name, type)) return problem(otherName, wanted)
    const photo = await remakePicture(await bytesOf(file), 'image/jpeg')
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
  if (file.size === 0) {
    return problem('This file is empty. Please save it again where you made it.', wanted)
  }
  const type = await typeOf(file)
  if (!accepted[wanted].includes(type)) return problem(whatItIs(type, extensionOf(file)), wanted)
  if (!fits(file.name, type)) return problem(otherName, wanted)
  if (isPicture(type)) return takePicture(file, type, wanted)
  if (type === 'application/pdf') return takePdf(file)
  if (type === 'text/plain') return takeText(file)
  const found = documentProblem(await bytesOf(file), type)
  return found ? refused(documentSentences[found]) : taken(file, file.name, type)
}

async function takePdf(file: File): Promise<Examined> {
  const found = await judgePdf(file)
  if (found.problem) return refused(pdfSentences[found.problem])
  return taken(file, file.name, 'application/pdf', found.pages)
}

async function takeText(file: File): Promise<Examined> {
  const text = readPlainText(await bytesOf(file))
  if (!text) return problem(whatItIs('unknown', extensionOf(file)), 'policy')
  return taken(new Blob([text]), file.name, 'text/plain')
}

/** A single photo of a policy is a page of paper too. */
async function takePicture(file: File, type: PictureType, wanted: Wanted) {
  const bytes = await bytesOf(file)
  const picture = await remakePicture(bytes, wanted === 'policy' ? 'image/jpeg' : type)
  if (typeof picture === 'string') return refused(pictureSentences[picture])
  if (wanted === 'policy') return asPages([picture], file.name)
  return taken(new Blob([picture.bytes]), file.name, type)
}

async function asPages(photos: Picture[], name: string): Promise<Examined> {
  const pages = new Blob([await pagesFromPhotos(photos)])
  return taken(pages, name, 'application/pdf', photos.length)
}

function taken(content: Blob, name: string, type: string, pages: number | null = null): Examined {
  const [ending = ''] = extensions[type] ?? []
  return { ok: true, content, name: cleanFileName(name, ending), type, pages }
}

/** By its content, of which no more is read than tells. */
async function typeOf(file: Blob): Promise<string> {
  const head = await bytesOf(file.slice(0, 4096))
  // The mark of UTF-16 is also how a piece of music may begin.
  const found = isUtf16(head) ? null : await fileTypeFromBlob(file)
  if (found) return found.mime
  return readPlainText(head) ? 'text/plain' : 'unknown'
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
