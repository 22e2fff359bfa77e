import { rmSync } from 'node:fs'
import { afterAll, expect, test, vi } from 'vitest'

vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/lamplight-names-${process.pid}`
})

import { eq } from 'drizzle-orm'
import { env } from '~/env.server'
import { type Delivery, deliverOutbox } from '~/jobs/deliver-outbox.server'
import { memoryTransport } from '~/mail/transport.server'
import { districts, nameShowings, outbox, venues, zones } from '~db/schema'
import { aTown, type Ids, type Town } from '~tests/matrix/town'
import { textOf } from '~tests/support/judge-pdf'
import { type SiteRoute, siteRoutes } from '~tests/support/whole-site'

afterAll(() => rmSync(env.dataDir, { recursive: true, force: true }))

/** The one person on the staff list of each venue of the town; the venues show her name to their readers. */
const name = /Marisol|Quintana/i

let town: Town

test('a name of staff leaves its venue on one page alone, while it is shown, and in no file or feed', async () => {
  town = await aTown()
  // Her own venue reads her name, so something could leak.
  const { theirs, site } = town
  const { venueId, roundId } = theirs.ids
  for (const path of [`/venue/${venueId}/team`, `/venue/${venueId}/rounds/${roundId}`]) {
    const page = await site.ask(path, { cookie: theirs.cookies.owner })
    expect(await page.text(), path).toMatch(name)
  }

  // A shown name stands on one page, for the readers of the application, and nowhere else.
  expect(await whereNamed()).toEqual([
    'coordinator: liaison.applications.$applicationId._index',
    'liaison: liaison.applications.$applicationId._index',
  ])

  // Hidden again it stands nowhere.
  await town.db.transaction((tx) => tx.update(nameShowings).set({ hiddenAt: new Date() }))
  expect(await whereNamed()).toEqual([])
}, 120_000)

test('no email carries a name of staff', async () => {
  const { db } = await aTown()
  const transport = memoryTransport()
  await db.transaction((tx) =>
    tx.update(outbox).set({ state: 'queued' }).where(eq(outbox.state, 'held')),
  )
  const kinds = (await db.select({ kind: outbox.kind }).from(outbox)).map(({ kind }) => kind)
  expect(kinds).toEqual(expect.arrayContaining(['share-receipt', 'application-shared']))
  expect(kinds).toEqual(expect.arrayContaining(['response-sent', 'certificate-issued']))
  const quiet = { info: () => {}, warn: () => {} }
  await deliverOutbox({
    db,
    transport,
    log: quiet as unknown as Delivery['log'],
    publicUrl: 'http://127.0.0.1:3000',
    clock: () => new Date(Date.now() + 60_000),
  })
  expect(transport.sent.length).toBe(kinds.length)
  for (const mail of transport.sent) expect(JSON.stringify(mail), mail.subject).not.toMatch(name)
}, 60_000)

/** Every page, file and feed outside of the venues' own, as each visitor gets it: those that hold the name. */
async function whereNamed(): Promise<string[]> {
  const { theirs, visitors } = town
  const { coordinator, partner, viewer } = visitors
  const everybody: Record<string, string | undefined> = {
    ...{ coordinator, partner, viewer },
    liaison: theirs.cookies.liaison,
    nobody: undefined,
  }
  const found: string[] = []
  const opened = new Set<string>()
  for (const [visitor, cookie] of Object.entries(everybody)) {
    for (const route of siteRoutes) {
      for (const path of await addressesOf(route)) {
        const answer = await town.site.ask(path, { cookie })
        if (answer.status === 200) opened.add(route.name)
        if (name.test(await readable(answer))) found.push(`${visitor}: ${route.name}`)
      }
    }
  }
  expect([...opened]).toEqual(expect.arrayContaining(mustOpen))
  return [...new Set(found)].sort()
}

/** What would hold a name most easily: this walk is worth nothing if it does not come in. */
const mustOpen = [
  'coordinator._index',
  'coordinator.venues.$venueId._index',
  'coordinator.venues._index',
  'coordinator.waiting',
  'districts.$slug.status._index',
  'districts.$slug.status[.]csv',
  'districts.$slug.status[.]pdf',
  'liaison._index',
  'liaison.applications.$applicationId._index',
  'liaison.applications.$applicationId.letters.$responseId._index',
  'liaison.applications.$applicationId.response._index',
  'liaison.applications.$applicationId.response.preview',
]

/** The addresses of a route with every id of the town that fits, whoever's it is. */
async function addressesOf({ path }: SiteRoute): Promise<string[]> {
  const { db, theirs, listed } = town
  const slugs = [
    ...(await db.select({ slug: districts.slug }).from(districts)),
    ...(await db.select({ slug: venues.slug }).from(venues)),
    ...(await db.select({ slug: zones.slug }).from(zones)),
  ]
  const sets: Ids[] = [
    { ...listed, ...theirs.ids },
    { ...theirs.ids, ...listed },
    ...(path.includes(':slug') ? slugs : []),
  ]
  const filled = sets.map((ids) => {
    const all: Ids = { code: 'COPY900', ...theirs.ids, ...ids, ...codeOf(path) }
    return `/${path.replace(/:(\w+)/g, (_, param: string) => all[param] ?? 'none')}`
  })
  return [...new Set(filled)].filter((each) => !each.includes('*'))
}

function codeOf(path: string): Ids {
  return path.startsWith('check') ? { code: 'COPY900' } : {}
}

async function readable(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.includes('pdf')) return answer.text()
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const text = await textOf(bytes).catch(() => '')
  return `${text} ${Buffer.from(bytes).toString('latin1')}`
}
