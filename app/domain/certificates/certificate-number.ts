/**
 * The number that people read and quote, "LL-2026-000123". It counts up within a year and is no
 * secret: a certificate is checked by its check code.
 */
export function certificateNumber(year: number, sequence: number): string {
  if (!Number.isInteger(year) || year < 2000 || year > 9999) {
    throw new RangeError(`No certificate was ever issued in the year ${year}`)
  }
  if (!Number.isInteger(sequence) || sequence < 1) {
    throw new RangeError(`Certificates are counted from 1, not ${sequence}`)
  }
  return `LL-${year}-${String(sequence).padStart(6, '0')}`
}
