import { describe, expect, it } from 'vitest'
import { keepSecret, markOf, seal, unseal } from '~/domain/accounts/secrets.server'
import '~tests/support/visits'

const text = 'what was typed: “naïve” \u0000 text'

describe('a sealed text', () => {
  it('is opened for its own purpose, and for no other', () => {
    const sealed = seal(text, 'carry')
    expect(unseal(sealed, 'carry')).toBe(text)
    expect(unseal(sealed, 'join')).toBeNull()
    expect(sealed).not.toContain('typed')
  })

  it('is not opened once a single bit of it was altered, wherever it stands', () => {
    const sealed = Buffer.from(seal(text, 'carry'), 'base64url')
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const altered = Buffer.from(sealed)
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(unseal(altered.toString('base64url'), 'carry')).toBeNull()
    }
    for (const length of [0, 11, 12, 27, 28, sealed.length - 1]) {
      expect(unseal(sealed.subarray(0, length).toString('base64url'), 'carry')).toBeNull()
    }
  })

  it('is different each time, and means nothing to a program with another secret', () => {
    const sealed = seal(text, 'carry')
    expect(seal(text, 'carry')).not.toBe(sealed)
    const mark = markOf('7K3M9XQD')
    keepSecret('another secret, just as long as the first one was')
    expect(unseal(sealed, 'carry')).toBeNull()
    expect(markOf('7K3M9XQD')).not.toBe(mark)
    keepSecret('a secret for tests, with more than enough characters')
    expect(unseal(sealed, 'carry')).toBe(text)
  })
})
