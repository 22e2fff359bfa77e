/** Text whatever program reads it takes for something else: markup, scripts, documents. */
const otherKinds = /^\s*(<(!doctype|html|\?xml|svg|script|body|head)|\{\\rtf|#!|%pdf)/i
const controls = /[^\P{Cc}\t\n\f\r]/u

/**
 * A text file as UTF-8, whether it was saved so or as UTF-16 with its mark. Null for what is no text, or
 * is a text that another program would run or draw.
 */
export function readPlainText(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  try {
    const encoding = isUtf16(bytes) ? 'utf-16le' : 'utf-8'
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (controls.test(text) || otherKinds.test(text) || text.trim() === '') return null
    return new TextEncoder().encode(text)
  } catch {
    return null
  }
}

export function isUtf16([first, second]: Uint8Array): boolean {
  return first === 0xff && second === 0xfe
}
