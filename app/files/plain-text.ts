import { decodeText } from '~/encodings'

/** Text whatever program reads it takes for something else: markup, scripts, documents. */
const otherKinds = /^\s*(<(!doctype|html|\?xml|svg|script|body|head)|\{\\rtf|#!|%pdf)/i
const controls = /[^\P{Cc}\t\n\f\r]/u

/**
 * A text file as UTF-8, in whichever encoding it was saved. Null for what is no text, or is a text that
 * another program would run or draw.
 */
export function readPlainText(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const { text, encoding } = decodeText(bytes)
  if (controls.test(text) || otherKinds.test(text) || text.trim() === '') return null
  if (encoding === 'windows-1252' && !isMostlyPlain(text)) return null
  return new TextEncoder().encode(text)
}

/** In Windows-1252 any bytes are letters, but only its own languages are mostly letters without accents. */
function isMostlyPlain(text: string): boolean {
  const accented = text.match(/[\u0080-\uFFFF]/g)?.length ?? 0
  return accented * 3 <= text.replace(/\s/g, '').length
}

export function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
}
