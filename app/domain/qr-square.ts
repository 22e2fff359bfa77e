import { encode } from 'uqr'

export type Square = { path: string; size: number }

/** A QR code as one path of unit squares, with the quiet border that cameras need. */
export function qrSquare(text: string): Square {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
    .join('')
  return { path, size }
}
