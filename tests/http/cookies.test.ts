import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it, vi } from 'vitest'

const all = async () => {
  const session = await import('~/http/session.server')
  const readiness = await import('~/http/readiness-cookie.server')
  return Promise.all([
    session.sessionCookie('token'),
    session.noSessionCookie(),
    session.browserCookieFor(session.newBrowser()),
    readiness.noReadinessCookie(),
  ])
}

describe('on TLS', () => {
  afterAll(() => {
    vi.unstubAllEnvs()
    vi.resetModules()
  })

  it('each cookie belongs to this host alone and is sent over TLS alone', async () => {
    vi.resetModules()
    vi.stubEnv('PUBLIC_URL', 'https://lamplight.example.gov')
    for (const cookie of await all()) {
      expect(cookie).toMatch(/^__Host-lamplight/)
      expect(cookie).toMatch(/; Secure/)
      expect(cookie).toMatch(/; HttpOnly/)
      expect(cookie).toMatch(/; SameSite=(Lax|Strict)/)
      expect(cookie).toMatch(/; Path=\/(;|$)/)
      expect(cookie).not.toMatch(/Domain=/)
    }
  })
})

it('no cookie is made anywhere else', () => {
  const makers = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .filter((name) => /createCookie|document\.cookie/.test(readFileSync(`app/${name}`, 'utf8')))
  expect(makers.toSorted()).toEqual(['http/readiness-cookie.server.ts', 'http/session.server.ts'])
})
