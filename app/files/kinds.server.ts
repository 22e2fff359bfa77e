import { fileTypeFromBuffer } from 'file-type'
import { cleanJpeg } from './jpeg'
import { cleanFileName } from './names'
import { type PdfProblem, pdfProblem } from './pdf.server'
import { cleanPng } from './png'

/** What a file is asked for. A policy is a PDF, a photo a JPEG or PNG, a blank form any of them. */
export type Wanted = 'policy' | 'photo' | 'blank_form'

export type Examined =
  | { ok: true; bytes: Uint8Array<ArrayBuffer>; name: string; type: string }
  | { ok: false; sentence: string }

export const mostBytes = 25 * 1024 * 1024

const pictures = { 'image/jpeg': 'jpg', 'image/png': 'png' } as const
const accepted: Record<Wanted, readonly string[]> = {
  policy: ['application/pdf'],
  photo: Object.keys(pictures),
  blank_form: ['application/pdf', ...Object.keys(pictures)],
}

/**
 * Judges an uploaded file by its content, not by its name or by what the browser said. What is
 * right comes back with its real type and without location data; everything else with a sentence.
 */
export async function examineFile(file: File | undefined, wanted: Wanted): Promise<Examined> {
  if (!file) return problem('Choose a file first.', wanted)
  if (file.size > mostBytes) {
    return { ok: false, sentence: 'This file is larger than 25 MB. Please choose a smaller copy.' }
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.byteLength === 0) {
    return problem('This file is empty. Please save it again where you made it.', wanted)
  }
  const type = await typeOf(bytes)
  const extension = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toLowerCase() ?? ''
  if (!accepted[wanted].includes(type)) return problem(whatItIs(type, extension), wanted)
  if (!fits(extension, type)) {
    return problem(
      'The name of this file says one kind, and inside is another. Please save it again in one kind.',
      wanted,
    )
  }
  return type === 'application/pdf'
    ? readPdf(bytes, file.name)
    : readPicture(bytes, file.name, type)
}

async function readPdf(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Examined> {
  const found = await pdfProblem(bytes)
  if (found) return { ok: false, sentence: pdfSentences[found] }
  return { ok: true, bytes, name: cleanFileName(name, 'pdf'), type: 'application/pdf' }
}

const pdfSentences: Record<PdfProblem, string> = {
  cut_off:
    'This PDF is not complete, so it could not be read. Please open it on your device, save it again, and choose the new copy.',
  locked:
    'This PDF is locked with a password. Please save a copy without the password, and choose that one.',
  active:
    'This PDF runs a script, starts a program or carries another file inside, so we did not keep it. Please print it to a new PDF, and choose that one.',
}

function readPicture(bytes: Uint8Array, name: string, type: string): Examined {
  const isPng = type === 'image/png'
  const clean = isPng ? cleanPng(bytes) : cleanJpeg(bytes)
  if (!clean) {
    return {
      ok: false,
      sentence:
        'This picture is not complete, so it could not be read. Please send it to yourself again, and choose the new copy.',
    }
  }
  return { ok: true, bytes: clean, name: cleanFileName(name, isPng ? 'png' : 'jpg'), type }
}

async function typeOf(bytes: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(bytes)
  if (found) return found.mime
  return isText(bytes) ? 'text/plain' : 'unknown'
}

function isText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  return !head.includes(0) && !new TextDecoder().decode(head.subarray(0, -4)).includes('\ufffd')
}

function fits(extension: string, type: string): boolean {
  if (type === 'application/pdf') return extension === 'pdf' || extension === ''
  if (type === 'image/png') return extension === 'png' || extension === ''
  return ['jpg', 'jpeg', 'jpe', 'jfif', ''].includes(extension)
}

const asks: Record<Wanted, string> = {
  policy: 'Please choose a PDF.',
  photo: 'Please choose a photo as JPEG or PNG.',
  blank_form: 'Please choose a PDF, or a picture as JPEG or PNG.',
}

function problem(sentence: string, wanted: Wanted): Examined {
  return { ok: false, sentence: `${sentence} ${asks[wanted]}` }
}

function whatItIs(type: string, extension: string): string {
  if (isProgram(type)) {
    return extension === 'pdf'
      ? 'This file is called a PDF, and inside it is a program. We did not keep it.'
      : 'Inside this file is a program. We did not keep it.'
  }
  if (/wordprocessing|msword|opendocument\.text|x-cfb|rtf/.test(type)) {
    return 'This is a document of a writing program. There you can save it as a PDF.'
  }
  if (/heic|heif|avif|webp/.test(type)) {
    return 'This picture is of a kind that not everybody can open. Your phone can save it as JPEG.'
  }
  if (type.startsWith('image/')) return 'This is a picture of another kind.'
  if (type === 'application/pdf') return 'This is a PDF.'
  if (type.startsWith('text/') || type.includes('xml')) return 'Inside this file is plain text.'
  return 'We could not tell what is inside this file.'
}

function isProgram(type: string): boolean {
  return /x-msdownload|x-elf|x-mach-binary|x-msi|java-vm|x-executable|wasm|x-sh|shellscript|x-deb|android|apple-diskimage|x-bat/.test(
    type,
  )
}
