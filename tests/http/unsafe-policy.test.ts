import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keepMail } from '~/files/kept-mail.server'
import { program } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aProgram, testNow } from '~tests/support/factories'
import { wholeSite } from '~tests/support/whole-site'

/** The policy of the one answer that allows something "unsafe": how a mail looks, in a frame that may do nothing. */
const ofTheFrame =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-top-navigation-by-user-activation"

test('a mail of the demo is the one answer with an unsafe policy, and it runs nothing', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lamplight-policy-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const db = aDatabase()
  await aProgram(db)
  await db.transaction((tx) => tx.update(program).set({ demoSeededAt: testNow }))
  const html = '<html><head></head><body style="margin: 0">Hello</body></html>'
  const mail = { id: 'mai_one', to: 'a@example.com', subject: 'Hello', text: 'Hello', html }
  await keepMail(dataDir, mail, testNow)
  const site = wholeSite(db, { DATA_DIR: dataDir })
  const list = await (await site.ask('/mailbox')).text()
  const [path = ''] = /\/mailbox\/[\w-]+/.exec(list) ?? []

  const body = await site.ask(`${path}/body`)
  expect([body.status, await body.text()]).toEqual([200, expect.stringContaining('Hello')])
  expect(body.headers.get('Content-Security-Policy')).toBe(ofTheFrame)
  for (const other of ['/mailbox', path, `${path}/nothing`, '/demo', '/', '/sign-in']) {
    const policy = (await site.ask(other)).headers.get('Content-Security-Policy')
    expect([other, policy]).toEqual([
      other,
      expect.stringMatching(/^(?!.*unsafe-)default-src 'none'/),
    ])
  }
})

test('no other source writes an unsafe policy into an answer', () => {
  const sources = import.meta.glob<string>('/{app,emails}/**/*.{ts,tsx}', {
    eager: true,
    query: '?raw',
    import: 'default',
  })
  const unsafe = Object.keys(sources).filter((name) => sources[name]?.includes('unsafe-'))
  expect(unsafe.sort()).toEqual([
    // Pages in a download, which say so in their own head: they are opened from a disk, without a server.
    '/app/domain/handbook/handbook-html.ts',
    '/app/domain/privacy/venue-index.ts',
    // Vite's client, in development.
    '/app/http/headers.server.ts',
    '/app/routes/mailbox.$id.body.tsx',
  ])
})
