import { decodeText, type Encoding } from '~/encodings'
import { Invalid } from './errors'

/** A file that cannot be read as a list at all; the message is one sentence, fit to show beside the field. */
export class Unreadable extends Invalid {
  override name = 'Unreadable'
  constructor(sentence: string) {
    super({ file: sentence })
  }
}

/** How much a list may weigh when the caller sets no other limit: about 150,000 rows. */
export const defaultLimit = 10_000_000

const saveAsCsv = 'open it in your spreadsheet program, choose “Save as” and then CSV'

/** How well-known kinds of file begin, and what a person can do instead. */
const kindsByStart: readonly (readonly [start: string, sentence: string])[] = [
  ['%PDF', 'This looks like a PDF; please send the list that it was made from, saved as CSV.'],
  ['PK\x03\x04', `This looks like an Excel workbook or a ZIP file; ${saveAsCsv}.`],
  ['\xD0\xCF\x11\xE0', `This looks like an older Excel or Word file; ${saveAsCsv}.`],
  ['\x89PNG', 'This looks like a picture; please send the list itself, saved as CSV.'],
  ['\xFF\xD8\xFF', 'This looks like a photo; please send the list itself, saved as CSV.'],
  ['GIF8', 'This looks like a picture; please send the list itself, saved as CSV.'],
  ['\x1F\x8B', 'This looks like a compressed file; please unpack it and send the CSV inside.'],
  ['MZ\x90', 'This looks like a program; please send a list, saved as CSV.'],
  ['\x7FELF', 'This looks like a program; please send a list, saved as CSV.'],
  ['{\\rtf', `This looks like a text document; ${saveAsCsv}.`],
]

/** The text of an uploaded list and the encoding it was found in; throws Unreadable when it is none. */
export function readText(
  bytes: Uint8Array,
  limit = defaultLimit,
): { text: string; encoding: Encoding } {
  if (bytes.length === 0) throw new Unreadable('This file is empty; please choose another one.')
  refuseLongList(bytes.length, limit)
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  const kind = kindsByStart.find(([opening]) => start.startsWith(opening))
  if (kind) throw new Unreadable(kind[1])

  const found = decodeText(bytes)
  if (found.text.includes('\0')) {
    throw new Unreadable(
      'This file is not text, so it cannot be read as a list; please save the list as CSV and send that.',
    )
  }
  if (found.text.trim() === '') {
    throw new Unreadable('This file has no text in it; please choose another one.')
  }
  return found
}

/** Refuses a list that nobody would read for its size, before its bytes are asked for. */
export function refuseLongList(size: number, limit = defaultLimit): void {
  if (size <= limit) return
  throw new Unreadable(
    `This file is larger than ${megabytes(limit)}; please split it into smaller ones.`,
  )
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 100_000) / 10} MB`
}
