import type { DocumentProblem } from './documents.server'
import type { Wanted } from './kinds.server'
import type { PdfProblem } from './pdf.server'
import type { PictureProblem } from './pictures.server'

export const asks: Record<Wanted, string> = {
  policy: 'Please choose a PDF, a Word or OpenDocument text, a text file, or photos of the pages.',
  photo: 'Please choose a photo as JPEG or PNG.',
  blank_form: 'Please choose a PDF, or a picture as JPEG or PNG.',
  reply: 'Please choose a PDF, a Word or OpenDocument text, a text file, or a picture.',
  card: 'Please choose a photo of the card as JPEG or PNG, or a PDF.',
}

export const pdfSentences: Record<PdfProblem, string> = {
  cut_off:
    'This PDF is not complete, so it could not be read. Please open it on your device, save it again, and choose the new copy.',
  locked:
    'This PDF is locked with a password. Please save a copy without the password, and choose that one.',
  active:
    'This PDF runs a script, starts a program or carries another file inside, so we did not keep it. Please print it to a new PDF, and choose that one.',
}

const asPdf = 'Please save it as a PDF where you wrote it, and choose that one.'

export const documentSentences: Record<DocumentProblem, string> = {
  cut_off: `This document is not complete, so it could not be read. ${asPdf}`,
  swollen: `This document unpacks to more than 100 MB, so we did not keep it. ${asPdf}`,
  locked:
    'This document is locked with a password. Please save a copy without the password, and choose that one.',
  macro: `This document carries a macro or starts a program, so we did not keep it. ${asPdf}`,
  inside: `This document carries another file inside, so we did not keep it. ${asPdf}`,
  outside: `This document loads a template or a picture from somewhere else when it is opened, so we did not keep it. ${asPdf}`,
}

export const pictureSentences: Record<PictureProblem, string> = {
  cut_off:
    'This picture is not complete, so it could not be read. Please send it to yourself again, and choose the new copy.',
  too_many_points:
    'This picture has more than 64 million points, so it was not opened. Please take it again at a smaller size.',
}

/** What a file is that was not asked for, as a sentence. */
export function whatItIs(type: string, extension: string): string {
  if (isProgram(type)) {
    return extension === 'pdf'
      ? 'This file is called a PDF, and inside it is a program. We did not keep it.'
      : 'Inside this file is a program. We did not keep it.'
  }
  if (/macroenabled/.test(type)) return documentSentences.macro
  if (/x-cfb|msword/.test(type)) {
    return 'This is a document of an older writing program, or one with a password. There you can save it as a PDF.'
  }
  if (/wordprocessing|opendocument\.text|rtf/.test(type)) {
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
