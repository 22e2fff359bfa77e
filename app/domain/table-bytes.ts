import { Invalid } from './errors'

/** A file that cannot be read as a list at all; the message is one sentence, fit to show beside the field. */
export class Unreadable extends Invalid {
  override name = 'Unreadable'
  constructor(sentence: string) {
    super({ file: sentence })
  }
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

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
  if (bytes.length > limit) {
    throw new Unreadable(
      `This file is larger than ${megabytes(limit)}; please split it into smaller ones.`,
    )
  }
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  const kind = kindsByStart.find(([opening]) => start.startsWith(opening))
  if (kind) throw new Unreadable(kind[1])

  const found = decode(bytes)
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

function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return as('utf-16le', bytes)
  if (a === 0xfe && b === 0xff) return as('utf-16be', bytes)
  const utf8 = as('utf-8', bytes)
  return isMostlyDamaged(utf8.text) ? as('windows-1252', bytes) : utf8
}

/** What Windows-1252 puts between 0x80 and 0x9F; TextDecoder leaves control characters there in some Node versions. */
const windowsLetters = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'

function as(encoding: Encoding, bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (encoding === 'windows-1252') {
    const text = Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\x80-\x9F]/g, (letter) => windowsLetters[letter.charCodeAt(0) - 0x80] ?? letter)
    return { text, encoding }
  }
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

/** One bad byte in a UTF-8 file stays one bad letter; a Windows file has no good accents at all. */
function isMostlyDamaged(text: string): boolean {
  const bad = text.match(/\uFFFD/g)?.length ?? 0
  if (bad === 0) return false
  const good = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0
  return bad > good
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 100_000) / 10} MB`
}
