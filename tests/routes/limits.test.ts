import { describe, expect, it } from 'vitest'
import { newCheckCode, showCheckCode } from '~/domain/certificates/check-code'
import { Busy } from '~/domain/errors'
import { respond } from '~/http/respond.server'
import { aDatabase } from '~tests/support/database'
import { aProgram } from '~tests/support/factories'
import { wholeSite } from '~tests/support/whole-site'

const html = { accept: 'text/html' }

describe('what is done too often', () => {
  it('answers a form with 429, the sentence, and what was typed', async () => {
    const site = await aSite({ TRUST_PROXY: '1' })
    const form = { email: 'ana@example.com', _returnTo: '/home' }
    const ask = (from: string, data?: string) =>
      site.ask('/sign-in', { form, data, headers: { ...html, 'x-forwarded-for': from } })
    for (let time = 0; time < 5; time += 1) {
      expect((await ask('203.0.113.9')).status).toBe(302)
    }
    const page = await ask('203.0.113.9')
    expect(page.status).toBe(429)
    expect(page.headers.get('Retry-After')).toMatch(/^(900|8\d\d)$/)
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    const text = await page.text()
    expect(text).toContain('You can ask for a new one in 15 minutes.')
    expect(text).toContain('value="ana@example.com"')

    const data = await ask('203.0.113.9', 'sign-in._index')
    expect([data.status, data.headers.has('Retry-After')]).toEqual([429, true])
    expect((await data.json()).values).toEqual({ email: 'ana@example.com' })
    expect((await ask('198.51.100.7')).status).toBe(302)
  })

  it('answers a page with 429 and its own sentence, and is not kept', async () => {
    const site = await aSite({ TRUST_PROXY: '1' })
    const check = (from: string) =>
      site.ask(`/check/${showCheckCode(newCheckCode())}`, {
        headers: { ...html, 'x-forwarded-for': from },
      })
    for (let time = 0; time < 60; time += 1) expect((await check('203.0.113.9')).status).toBe(404)
    const refused = await check('203.0.113.9')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('Retry-After')).toMatch(/^\d+$/)
    expect(refused.headers.get('Cache-Control')).toBe('no-store')
    expect(await refused.text()).toContain('Please try again in 15 minutes.')
    expect((await check('198.51.100.7')).status).toBe(404)
  })

  it('is counted by the last address of a trusted proxy, whatever stands before it', async () => {
    const site = await aSite({ TRUST_PROXY: '1' })
    const statuses: number[] = []
    for (let time = 0; time < 6; time += 1) {
      const headers = {
        'x-forwarded-for': `198.51.100.${time}, 203.0.113.9`,
        'x-real-ip': `10.0.0.${time}`,
      }
      statuses.push(
        (await site.ask('/sign-in', { form: { email: 'ana@example.com' }, headers })).status,
      )
    }
    expect(statuses).toEqual([302, 302, 302, 302, 302, 429])
  })
})

it('a server that has its hands full answers a form with 503, when to come again, and what was typed', async () => {
  const form = { values: { email: 'ana@example.com' } }
  const answer = await respond(form, () => Promise.reject(new Busy('Come again.', 5)))
  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5'])
  expect(await answer.json()).toEqual({ values: form.values, errors: { '': 'Come again.' } })
})

async function aSite(source: Record<string, string>) {
  const db = aDatabase()
  await aProgram(db)
  return wholeSite(db, source)
}
