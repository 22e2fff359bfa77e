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
  return text.replace(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim()
}

/** The names in a text that lists them, parted by commas. */
export function names(list: string): string[] {
  return list.split(',').map((name) => name.trim())
}
