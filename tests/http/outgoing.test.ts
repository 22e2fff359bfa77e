import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

/** What reaches out over the network, other than the browser's own requests to this site. */
const reaching =
  /(?<![.\w])fetch\(|from '(node:)?(https?|http2|net|tls|dgram|dns)'|undici|axios|node-fetch|XMLHttpRequest|WebSocket\(/

/** Tells whether a text is an address, and asks nobody. */
const asksNobody = /import \{ isIP \} from 'node:net'/g

/** Files of the browser, which may ask this site alone (connect-src 'self'), and the server's own ear. */
const known = new Set([
  // The virus scanner, at the address that the environment names.
  'app/files/clamd.server.ts',
  'app/http/listen.server.ts',
  'app/ui/passkey-button.tsx',
  'app/routes/liaison.applications.$applicationId.response._index/use-keeping.ts',
  'app/ui/send-draft.ts',
  'app/routes/venue.$venueId.team.imports.$importId._index/under-way.tsx',
  'app/routes/walk-throughs.$walkId._index/send-photo.ts',
])

/** Mail goes out through one package, to one address that nobody types. */
it('no address that a user typed is ever asked by the server', () => {
  const files = ['app', 'db', 'emails'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => path.posix.join(folder, name)),
  )
  expect(files.length).toBeGreaterThan(300)
  const found = files.filter((file) =>
    reaching.test(readFileSync(file, 'utf8').replace(asksNobody, '')),
  )
  expect(found.filter((file) => !known.has(file))).toEqual([])
  expect([...known].filter((file) => !found.includes(file))).toEqual([])
})
