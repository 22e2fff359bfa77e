import { describe, expect, it } from 'vitest'
import { aDatabase } from '~tests/support/database'
import { aProgram } from '~tests/support/factories'
import { siteRoutes, wholeSite } from '~tests/support/whole-site'

const ours = 'http://127.0.0.1:3000'
const foreign = 'https://elsewhere.example'

const senders: [string, Record<string, string>][] = [
  ['a foreign origin', { origin: foreign, 'sec-fetch-site': 'cross-site' }],
  ['a foreign origin that claims to be ours', { origin: foreign, 'sec-fetch-site': 'same-origin' }],
  ['a foreign origin of an old browser', { origin: foreign, 'sec-fetch-site': '' }],
  ['origin null', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
  ['no origin', { origin: '', 'sec-fetch-site': 'same-origin' }],
  ['our origin, sent across sites', { origin: ours, 'sec-fetch-site': 'cross-site' }],
  ['our origin, sent by a neighbor', { origin: ours, 'sec-fetch-site': 'same-site' }],
  ['a forged forwarded host', { origin: foreign, 'x-forwarded-host': 'elsewhere.example' }],
  [
    'a forged forwarded protocol',
    { origin: 'https://127.0.0.1:3000', 'x-forwarded-proto': 'https' },
  ],
  [
    'a forged forwarding header',
    { origin: foreign, forwarded: 'host=elsewhere.example;proto=https' },
  ],
  ['a forged host', { origin: foreign, host: 'elsewhere.example' }],
]

const doors: [string, (path: string, name: string) => string][] = [
  ['document', (path) => path],
  ['.data', (path) => `${path}.data`],
  [
    '.data?_routes=',
    (path, name) => `${path}.data?_routes=${encodeURIComponent(`routes/${name}`)}`,
  ],
  ['?_data=', (path, name) => `${path}?_data=${encodeURIComponent(`routes/${name}`)}`],
]

const writing = siteRoutes.filter(({ module }) => module.action)

/**
 * The gate stands before all routes and looks at none. So the first sender is tried at every route by
 * every door, and each other one at every tenth of them, in turn; MATRIX=all tries all of them.
 */
const tries = senders.map(([who, headers], turn): [string, Record<string, string>, number] => {
  return [who, headers, process.env.MATRIX === 'all' ? 0 : turn]
})

describe.each(doors)('by the door %s', (_, through) => {
  it.each(tries)('no route takes a write from %s', async (_, headers, turn) => {
    const { db, ask } = await aSite()
    const before = db.version()
    const taken: string[] = []
    const asked = writing.filter((_, at) => turn === 0 || at % 10 === turn % 10)
    expect(asked.length).toBeGreaterThan(10)
    for (const { name, path } of asked) {
      const filled = `/${path.replace(/:\w+/g, 'x1')}`
      const form = { email: 'ana@example.com', name: 'Ana' }
      const answer = await ask(through(filled, name), { form, headers })
      if (answer.status !== 403) taken.push(`${answer.status} ${name}`)
    }
    expect(taken).toEqual([])
    expect(db.version()).toBe(before)
  })
})

it('knows the routes that it speaks of, and our own page is not refused', async () => {
  expect(writing.length).toBeGreaterThan(50)
  const { ask } = await aSite()
  expect((await ask('/sign-in', { form: { email: 'ana@example.com' } })).status).toBe(302)
})

async function aSite() {
  const db = aDatabase()
  await aProgram(db)
  return { db, ...wholeSite(db) }
}
