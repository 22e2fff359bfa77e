import { expect, it } from 'vitest'
import { certificateNumber } from '~/domain/certificates/certificate-number'

it('names the year and counts within it', () => {
  expect(certificateNumber(2026, 1)).toBe('LL-2026-000001')
  expect(certificateNumber(2026, 123)).toBe('LL-2026-000123')
  expect(certificateNumber(2031, 999_999)).toBe('LL-2031-999999')
})

it('grows when a million is not enough', () => {
  expect(certificateNumber(2026, 1_000_000)).toBe('LL-2026-1000000')
})

it('refuses what was never counted', () => {
  expect(() => certificateNumber(2026, 0)).toThrow(RangeError)
  expect(() => certificateNumber(2026, 1.5)).toThrow(RangeError)
  expect(() => certificateNumber(Number.NaN, 1)).toThrow(RangeError)
})
