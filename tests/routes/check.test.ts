import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newCheckCode, showCheckCode, withCheckCharacter } from '~/domain/certificates/check-code'
import { loader as form } from '~/routes/check._index'
import { loader as codePage, headers } from '~/routes/check.$code'
import { certificates } from '~db/schema'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import { aProgram, testNow } from '~tests/support/factories'
import { answerOf, routeArgs } from '~tests/support/route-args'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: testNow }))
afterEach(() => void vi.useRealTimers())

async function aCode() {
  const db = aDatabase()
  await aProgram(db)
  const venue = await anAccreditedVenue(db)
  const code = showCheckCode(venue.certificate.checkCode)
  const check = (typed: string) =>
    answerOf(
      codePage(routeArgs(db, `/check/${encodeURIComponent(typed)}`, { params: { code: typed } })),
    )
  return { db, code, check, ...venue }
}

describe('a typed code', () => {
  const typed = (text: string) =>
    answerOf(
      Promise.resolve().then(() =>
        form(routeArgs(aDatabase(), `/check?${new URLSearchParams({ code: text })}`)),
      ),
    )

  it('leads to its page, however it was typed', async () => {
    const code = newCheckCode()
    const shown = showCheckCode(code)
    for (const text of [shown, code.toLowerCase(), ` ${shown.replaceAll('-', ' ')} `]) {
      const answer = await typed(text)
      expect([answer.status, answer.headers.get('Location')]).toEqual([302, `/check/${shown}`])
    }
    const pasted = await typed(`https://lamplight.example.gov/check/${shown}`)
    expect(pasted.headers.get('Location')).toBe(`/check/${shown}`)
  })

  it('that cannot be one comes back with what was typed and what to look at', async () => {
    const code = withCheckCharacter('7K3MQ9XW0VTB2')
    const wrong = `${code.startsWith('8') ? '9' : '8'}${code.slice(1)}`
    for (const [text, says] of [
      ['', 'Type the code that stands beside the square'],
      [wrong, 'One character looks off. Please compare the code'],
      ['7K3M-Q9XW', 'and we count 8 here'],
      ['7K3M-Q9XW-0VTB-2U', 'our codes have no “U” in them'],
    ] as const) {
      const answer = await typed(text)
      expect(answer.status).toBe(422)
      expect(await answer.json()).toEqual({ typed: text, error: expect.stringContaining(says) })
    }
  })

  it('asks for nothing before anything is typed', async () => {
    const answer = await answerOf(Promise.resolve(form(routeArgs(aDatabase(), '/check'))))
    expect([answer.status, await answer.json()]).toEqual([200, { typed: '', error: null }])
  })
})

describe('the page of a code', () => {
  it('says how the certificate stands today', async () => {
    const { check, code, certificate } = await aCode()
    for (const typed of [code, code.toLowerCase(), certificate.checkCode]) {
      const answer = await check(typed)
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({
        unknown: null,
        found: {
          heading: 'The Lantern Room',
          label: 'Valid',
          tone: 'place',
          sentence: 'The Lantern Room is accredited until November 21, 2027.',
          readOn: 'Read on November 22, 2026.',
        },
      })
    }
  })

  it('follows the same day, is kept for a minute at most, and never says why', async () => {
    const { check, code, db, venueId } = await aCode()
    await db.transaction((tx) =>
      tx
        .update(certificates)
        .set({ endedOn: '2026-11-22', endedReason: 'A reason in writing.' })
        .where(eq(certificates.venueId, venueId)),
    )
    const answer = await check(code)
    const loaderHeaders = answer.headers
    const none = new Headers()
    const args = {
      loaderHeaders,
      parentHeaders: none,
      actionHeaders: none,
      errorHeaders: undefined,
    }
    expect(headers(args)).toEqual({ 'Cache-Control': 'public, max-age=60' })
    const text = await answer.text()
    expect(text).toContain('This certificate is no longer valid since November 22, 2026.')
    expect(text).not.toContain('reason')
  })

  it('of an unknown code is not found, and helps', async () => {
    const { check } = await aCode()
    const code = showCheckCode(newCheckCode())
    const answer = await check(code)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({
      found: null,
      unknown: { code, why: expect.stringContaining('no certificate of this program has it') },
    })
  })

  it('with one character off says so, and is not found either', async () => {
    const { check, code } = await aCode()
    const wrong = `${code.startsWith('8') ? '9' : '8'}${code.slice(1)}`
    const answer = await check(wrong)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({
      found: null,
      unknown: { code: wrong, why: expect.stringContaining('One character looks off') },
    })
  })

  it('answers whatever stands in the address', async () => {
    const { check } = await aCode()
    for (const typed of ['', '%', '\0', '../..', '<script>', 'é'.repeat(9_000), "' OR 1=1 --"]) {
      expect((await check(typed)).status).toBe(404)
    }
  })
})
