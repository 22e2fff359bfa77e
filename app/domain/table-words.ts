/** "Certificate_No." as "certificate no": lower case, without accents and marks. */
export function plainWords(text: string): string {
  if (isPlain.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
/** Most cells are, and long lists are read three times as fast for asking first. */
const isPlain = /^[ -~]*$/

/** Line breaks and unseen marks, which could turn text around, become single blanks. */
export function oneLine(text: string): string {
  if (isPlain.test(text)) return text.replace(/ {2,}/g, ' ').trim()
  return text.replace(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim()
}

/** A text of several lines, without control characters and marks that turn the direction of what follows. */
export function severalLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(hidden, '')
}
const hidden = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** The names in a text that lists them, parted by commas. */
export function names(list: string): string[] {
  return list.split(',').map((name) => name.trim())
}
