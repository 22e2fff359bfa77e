/** How the programs of this world write text. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The text in bytes, and the encoding it was found in: by its mark, else by what makes sense of the letters. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
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
