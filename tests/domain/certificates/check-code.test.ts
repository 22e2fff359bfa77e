import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  newCheckCode,
  readCheckCode,
  showCheckCode,
  withCheckCharacter,
} from '~/domain/certificates/check-code'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const random13 = fc
  .array(fc.constantFrom(...alphabet), { minLength: 13, maxLength: 13 })
  .map((characters) => characters.join(''))
const anyCode = random13.map(withCheckCharacter)

function isRefused(typed: string): boolean {
  return 'reason' in readCheckCode(typed)
}

function reasonFor(typed: string): string {
  const read = readCheckCode(typed)
  return 'reason' in read ? read.reason : ''
}

function swapped(code: string, a: number, b: number): string {
  const characters = [...code]
  characters[a] = code.charAt(b)
  characters[b] = code.charAt(a)
  return characters.join('')
}

describe('a new check code', () => {
  it('has 13 random characters and a check character, and reads back as itself', () => {
    for (let round = 0; round < 1000; round += 1) {
      const code = newCheckCode()
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{14}$/)
      expect(readCheckCode(code)).toEqual({ code })
    }
  })

  it('carries 65 random bits: each of 13 places takes each of 32 characters', () => {
    const seen = Array.from({ length: 13 }, () => new Set<string>())
    for (let round = 0; round < 2000; round += 1) {
      const code = newCheckCode()
      seen.forEach((characters, at) => {
        characters.add(code.charAt(at))
      })
    }
    expect(seen.map((characters) => characters.size)).toEqual(Array(13).fill(32))
  })

  it('is shown in groups', () => {
    expect(showCheckCode('7K3MQ9XW0VTB2F')).toBe('7K3M-Q9XW-0VTB-2F')
  })
})

describe('the check character', () => {
  it('catches every single wrong character', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let at = 0; at < code.length; at += 1) {
          for (const other of alphabet.replace(code.charAt(at), '')) {
            if (!isRefused(code.slice(0, at) + other + code.slice(at + 1))) return false
          }
        }
        return true
      }),
      { numRuns: 50 },
    )
  })

  it('catches every swap of two different characters, neighbors or not', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let a = 0; a < code.length; a += 1) {
          for (let b = a + 1; b < code.length; b += 1) {
            if (code.charAt(a) === code.charAt(b)) continue
            if (!isRefused(swapped(code, a, b))) return false
          }
        }
        return true
      }),
      { numRuns: 200 },
    )
  })

  it('catches both for every pair of characters at every place', () => {
    for (let at = 0; at < 13; at += 1) {
      for (const first of alphabet) {
        for (const second of alphabet.replace(first, '')) {
          const random = '0'.repeat(at) + first + second + '0'.repeat(12)
          const code = withCheckCharacter(random.slice(0, 13))
          const wrong = withOther(code, at, second)
          expect([code, isRefused(wrong)]).toEqual([code, true])
          const turned = swapped(code, at, at + 1)
          expect([code, isRefused(turned)]).toEqual([code, turned !== code])
        }
      }
    }
  })

  it('is one in 32: a code of chance is refused 31 times in 32', () => {
    const accepted = [...alphabet].filter((check) => !isRefused(`7K3MQ9XW0VTB2${check}`))
    expect(accepted).toHaveLength(1)
  })
})

function withOther(code: string, at: number, other: string): string {
  return code.slice(0, at) + other + code.slice(at + 1)
}

describe('reading a typed code', () => {
  it('forgives case, spaces, dashes of every kind, O for 0, and I or L for 1', () => {
    fc.assert(
      fc.property(
        anyCode,
        fc.array(fc.constantFrom(' ', '-', '–', '—', '.', '\u00a0')),
        (code, gaps) => {
          const spaced = [...code].map((character, at) => character + (gaps[at] ?? '')).join('')
          const ways = [
            spaced,
            ` ${showCheckCode(code).toLowerCase()} `,
            code.replaceAll('0', 'o').replaceAll('1', 'l'),
            code.replaceAll('0', 'O').replaceAll('1', 'I'),
            `https://lamplight.example.gov/check/${showCheckCode(code)}/`,
          ]
          for (const typed of ways) expect(readCheckCode(typed)).toEqual({ code })
        },
      ),
    )
  })

  it('says in a plain sentence what to look at', () => {
    const code = withCheckCharacter('7K3MQ9XW0VTB2')
    const wrong = withOther(code, 3, code.charAt(3) === 'N' ? 'P' : 'N')
    expect(reasonFor(wrong)).toBe(
      'One character looks off. Please compare the code with the certificate, one group at a time.',
    )
    expect(reasonFor('  - ')).toBe(
      'Type the code that stands beside the square on the certificate.',
    )
    expect(reasonFor(code.slice(0, 13))).toBe(
      'A code has 14 letters and digits, and we count 13 here. Please compare it with the certificate.',
    )
    expect(reasonFor(withOther(code, 0, 'U'))).toBe(
      'One character looks off: our codes have no “U” in them.',
    )
  })

  it('answers anything at all without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const read = readCheckCode(typed)
        return 'code' in read ? read.code.length === 14 : read.reason.endsWith('.')
      }),
    )
  })
})
