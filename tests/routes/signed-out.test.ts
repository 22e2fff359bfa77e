import { expect, test } from 'vitest'
import { aDatabase } from '~tests/support/database'
import { aProgram } from '~tests/support/factories'
import { siteRoutes, wholeSite } from '~tests/support/whole-site'
import '~tests/support/visits'

/** What anybody may open. Every other address asks who it is, or is absent where there is no demo. */
const open = [
  '$',
  '_index',
  'account.deleted',
  'check.$code',
  'check._index',
  'claim.$code',
  'claim._index',
  'invited.$token._index',
  'invited.$token.renew',
  'join.$venueId',
  'join._index',
  'join.code',
  'join.new',
  'program.permissions',
  'readiness._index',
  'readiness.start',
  'read.$token._index',
  'read.$token.files.$fileId',
  'read.$token.signed',
  'sign-in._index',
  'sign-in.code',
  'sign-in.passkey._index',
  'sign-in.passkey.options',
  'sign-in.recovery',
  'sign-in.setup.$token',
  'sign-in.staff._index',
  'sign-in.staff.code',
  'sign-out',
  'standards._index',
  'styleguide',
  'venues.$slug',
  'venues._index',
  'zones.$slug._index',
  'zones.$slug.card',
  'zones._index',
]

test('whoever is not signed in is led to sign in everywhere but on the open pages', async () => {
  const db = aDatabase()
  await aProgram(db)
  const site = wholeSite(db)
  const names = siteRoutes.map(({ name }) => name)
  expect(open.filter((name) => !names.includes(name))).toEqual([])

  for (const { name, path, module } of siteRoutes) {
    if (open.includes(name)) continue
    const address = `/${path.replace(/:\w+/g, 'one')}`
    const ofDemo = /^(demo|mailbox)\b/.test(name)
    const nothingToRead = /^(parts|liaison)\b.*\.keep$/.test(name)
    const doors = module.default ? [undefined, name] : [undefined]
    for (const data of doors) {
      const read = await site.ask(address, { data })
      const where = read.headers.get('Location') ?? read.headers.get('X-Remix-Redirect') ?? ''
      if (ofDemo) expect([name, read.status]).toEqual([name, 404])
      else if (nothingToRead) expect([name, read.status]).toEqual([name, 405])
      else expect(`${name} ${where}`).toMatch(/ \/sign-in(\?|$)/)
      if (!module.action) continue
      const written = await site.ask(address, { data, form: { words: 'Hello' } })
      expect([name, written.status]).toEqual([name, ofDemo ? 404 : 401])
    }
  }
})
