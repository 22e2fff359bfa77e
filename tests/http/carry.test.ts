import { afterEach, expect, test, vi } from 'vitest'
import { seal } from '~/domain/accounts/secrets.server'
import { carriedPath, carryFrom, openCarry } from '~/http/carry.server'
import '~tests/support/visits'

afterEach(() => void vi.useRealTimers())

const ana = 'per_ana'
const ben = 'per_ben'

function aForm(): Request {
  const body = new URLSearchParams({ words: 'typed', _submission: 'one', _carry: 'old' })
  return new Request('http://127.0.0.1:3000/venue/ven_1/share?_data=routes%2Fx&a=1', {
    method: 'POST',
    body,
  })
}

test('a carried form is opened by the person whose session it was, for a day', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T23:00:00Z') })
  const sealed = (await carryFrom(aForm(), ana)) ?? ''
  expect(openCarry(sealed, ana)?.values).toEqual([['words', 'typed']])
  expect(carriedPath(sealed, ana)).toBe('/venue/ven_1/share?a=1')
  expect(openCarry(sealed, ben)).toBeNull()

  vi.setSystemTime(new Date('2026-11-23T23:00:00Z'))
  expect(carriedPath(sealed, ana)).toBe('/venue/ven_1/share?a=1')
  vi.setSystemTime(new Date('2026-11-23T23:00:01Z'))
  expect(carriedPath(sealed, ana)).toBeNull()
})

test('nothing is carried for nobody, and a text sealed for another purpose is no carried form', async () => {
  expect(await carryFrom(aForm(), null)).toBeNull()
  const forged = JSON.stringify({ personId: ana, path: '/', at: Date.now(), values: [] })
  expect(openCarry(seal(forged, 'join'), ana)).toBeNull()
  expect(openCarry(forged, ana)).toBeNull()
})
