import { randomText } from '../ids'

/**
 * What a certificate is checked by: 65 random bits in 13 Crockford base-32 characters, and one
 * check character. Kept without dashes; shown in groups.
 */
export type CheckCode = string & { readonly kind: 'CheckCode' }

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const randomLength = 13
const fullLength = randomLength + 1

/** A fresh code that nobody can guess. */
export function newCheckCode(): CheckCode {
  return withCheckCharacter(randomText(randomLength).toUpperCase())
}

/** The code as it is printed: "7K3M-Q9XW-0VTB-2F". */
export function showCheckCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? ''
}

/**
 * Reads what a person typed or pasted, the address of the check page included. Case, spaces,
 * dashes, O for 0 and I or L for 1 do not matter (Crockford base 32). Otherwise a sentence says
 * what to look at.
 */
export function readCheckCode(typed: string): { code: CheckCode } | { reason: string } {
  const code = canonical(typed)
  if (code === '')
    return { reason: 'Type the code that stands beside the square on the certificate.' }

  const strange = [...code].find((character) => !alphabet.includes(character))
  if (strange !== undefined) {
    return { reason: `One character looks off: our codes have no “${strange}” in them.` }
  }
  if (code.length !== fullLength) {
    return {
      reason: `A code has ${fullLength} letters and digits, and we count ${code.length} here. Please compare it with the certificate.`,
    }
  }
  if (checksum(code) !== 0) {
    return {
      reason:
        'One character looks off. Please compare the code with the certificate, one group at a time.',
    }
  }
  return { code: code as CheckCode }
}

/** Adds the check character to 13 characters of the code alphabet. */
export function withCheckCharacter(random: string): CheckCode {
  return `${random}${alphabet[timesTwo(checksum(random))]}` as CheckCode
}

function canonical(typed: string): string {
  const tail = typed.normalize('NFKC').trim().replace(/\/+$/, '').split('/').at(-1) ?? ''
  return tail
    .replace(/[\s\p{Pd}\p{Cf}_.]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}

/**
 * H. M. Damm's scheme (Totally anti-symmetric quasigroups, 2004) over GF(32), with x ∗ y = 2x + y.
 * Since 2 is neither 0 nor 1 in the field, one wrong character and a swap of two neighbors never
 * come out as 0; since 2 has order 31, neither does a swap of any two characters of so short a code.
 */
function checksum(code: string): number {
  let interim = 0
  for (const character of code) interim = timesTwo(interim) ^ alphabet.indexOf(character)
  return interim
}

/** Times two in GF(32), modulo x⁵ + x² + 1, which is primitive. */
function timesTwo(value: number): number {
  return value & 16 ? (value << 1) ^ 0b100101 : value << 1
}
