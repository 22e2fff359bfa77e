/** A code as it is printed: two groups of four, "7K3M-9XQD". */
export function shownCode(code: string): string {
  const upper = code.toUpperCase()
  return `${upper.slice(0, 4)}-${upper.slice(4)}`
}

/**
 * A code as it was made, from how it was typed: in any case, with or without the dash, and with
 * the letters that look like a digit (Crockford base 32 has no I, L, O or U).
 */
export function normalizedCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1')
}
