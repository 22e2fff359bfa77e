import { expect } from 'vitest'
import { rateLimits } from '~db/schema'
import type { SiteRoute } from '~tests/support/whole-site'
import {
  addressOf,
  ask,
  type Door,
  doorsOf,
  idsFor,
  kindOf,
  type OpenTown,
  outcomeOf,
  visitorNames,
  type World,
  worldsFor,
} from './doors'
import { expectedFar, expectedNear, rows } from './rows'
import { everything, type Ids, type VisitorName } from './town'

/** With MATRIX=all a test draws ten times as many pages. */
export const patience = process.env.MATRIX === 'all' ? 3_600_000 : 600_000

/** Every visitor reads every route by every door, with an id of their own and of somebody else. */
export async function judgeReading(town: OpenTown, routes: SiteRoute[]): Promise<void> {
  const wrong: string[] = []
  for (const route of routes) {
    const [audience = 'nobody here'] = rows[route.name] ?? []
    for (const visitor of visitorNames) {
      const kind = kindOf(visitor)
      const { near, far } = worldsFor(route, visitor)
      for (const door of doorsOf(route, false)) {
        const facts = { route, visitor, door, write: false }
        for (const world of near) {
          const expected = expectedNear(audience, kind)
          if (saidByData(facts, expected)) continue
          wrong.push(...(await unlike(town, facts, world, expected)))
        }
        for (const world of far) {
          const expected = expectedFar(audience, kind)
          if (!isDrawn(facts, world) && saidByData(facts, expected)) continue
          if (saidBefore(expected)) continue
          wrong.push(...(await unlike(town, facts, world, expected)))
        }
      }
    }
  }
  expect(wrong).toEqual([])
}

/** The same for what is written; whoever may write does it on a copy, and nobody else does anything. */
export async function judgeWriting(town: OpenTown, routes: SiteRoute[]): Promise<void> {
  const wrong: string[] = []
  const before = await written(town)
  for (const route of routes.filter(({ module }) => module.action)) {
    const [, audience = 'nobody here'] = rows[route.name] ?? []
    for (const visitor of visitorNames) {
      const kind = kindOf(visitor)
      const { near, far } = worldsFor(route, visitor)
      for (const door of doorsOf(route, true)) {
        const facts = { route, visitor, door, write: true }
        for (const world of near) {
          const expected = expectedNear(audience, kind)
          if (saidByData(facts, expected)) continue
          const judge = () => unlike(town, facts, world, expected)
          wrong.push(...(await (expected === 'opens' ? town.onACopy(judge) : judge())))
        }
        for (const world of far) {
          const expected = expectedFar(audience, kind)
          if (!isDrawn(facts, world) && saidByData(facts, expected)) continue
          if (saidBefore(expected)) continue
          const judge = () => unlike(town, facts, world, expected)
          wrong.push(...(await (expected === 'opens' ? town.onACopy(judge) : judge())))
        }
      }
    }
  }
  expect(wrong).toEqual([])
  expect(await written(town)).toEqual(before)
}

/** Somebody else's id and one that is nowhere answer the same: status, headers and body, by every door. */
export async function judgeForeign(town: OpenTown, routes: SiteRoute[]): Promise<void> {
  const before = await written(town)
  let compared = 0
  for (const route of routes.filter(({ params }) => params.length > 0)) {
    for (const visitor of visitorNames) {
      const far = worldsFor(route, visitor).far.filter((world) => world !== 'absent')
      for (const ids of far.flatMap((world) => mixtures(town, route, visitor, world))) {
        const absent = absentLike(town, route, ids, visitor)
        for (const write of route.module.action ? [false, true] : [false]) {
          for (const door of doorsOf(route, write)) {
            if (door === 'document' && !drawnFor.includes(visitor) && route.module.default) continue
            const facts = { visitor, door, write }
            const asked = await plainAnswer(town, route, { ...facts, ids })
            const missing = await plainAnswer(town, route, { ...facts, ids: absent })
            expect(asked, `${route.name} for ${visitor}`).toEqual(missing)
            compared += 1
          }
        }
      }
    }
  }
  expect(compared).toBeGreaterThan(0)
  expect(await written(town)).toEqual(before)
}

/**
 * Single fetch is off: its doors give nobody any data. Four visitors knock, and with MATRIX=all everybody. Such an address ends in an id that is nowhere
 * or leads nowhere, so it opens for nobody but where a typed code is answered by its sentence.
 */
export async function judgeSingleFetch(town: OpenTown, routes: SiteRoute[]): Promise<void> {
  const wrong: string[] = []
  for (const route of routes) {
    const byCode = /\.(\$code|\$token|\$venueId)$/.test(route.name.replace(/\._index$/, ''))
    const own = byCode && !/^(venue|coordinator)\./.test(route.name)
    const visitors = process.env.MATRIX === 'all' ? visitorNames : writersBySingleFetch
    for (const visitor of visitors) {
      const ids = idsFor(town, route, worldsFor(route, visitor).near[0] ?? 'theirs')
      const path = addressOf(route, ids)
      const single = path === '/' ? '/_root.data' : `${path}.data`
      for (const query of ['', `?_routes=routes%2F${route.name}`]) {
        const writes = route.module.action && writersBySingleFetch.includes(visitor)
        for (const form of writes ? [undefined, { words: 'Hello' }] : [undefined]) {
          const cookie = town.cookies[visitor]
          const answer = await town.site.ask(`${single}${query}`, { cookie, form })
          await answer.arrayBuffer()
          const kind = answer.headers.get('Content-Type') ?? ''
          const data = /x-script|json/.test(kind) || answer.headers.has('X-Remix-Response')
          const opens = !own && !form && answer.status === 200
          if (data || opens) wrong.push(`${single}${query} for ${visitor}: ${answer.status}`)
        }
      }
    }
  }
  expect(wrong).toEqual([])
}

const writersBySingleFetch: VisitorName[] = ['nobody', 'owner', 'liaison', 'coordinator']

/** Every row but those that count what is asked too often: they count what is refused too. */
async function written({ db }: OpenTown) {
  await db.transaction((tx) => tx.delete(rateLimits))
  return everything(db)
}

type Facts = { route: SiteRoute; visitor: VisitorName; door: Door; write: boolean }

/** A sentence where the answer is not the expected one. */
async function unlike(
  town: OpenTown,
  { route, ...facts }: Facts,
  world: World,
  expected: string,
): Promise<string[]> {
  const answer = await ask(town, route, { ...facts, ids: idsFor(town, route, world) })
  await answer.arrayBuffer()
  const outcome = outcomeOf(answer)
  const { visitor, door, write } = facts
  const where = `${visitor} ${write ? 'writes to' : 'reads'} ${route.name} of ${world} as ${door}`
  const wrong = unguarded(route, answer).map((header) => `${where}: ${header}`)
  // Who would be told why not may also hear that there is nothing.
  const calm = world === 'absent' && expected === 'is refused' && outcome === 'is absent'
  if (outcome === expected || calm) return wrong
  return [...wrong, `${where}: it ${outcome}, not ${expected}`]
}

/** The headers that every answer carries, whatever it is; those that this one lacks. */
function unguarded({ name }: SiteRoute, { headers }: Response): string[] {
  const policy = headers.get('Content-Security-Policy') ?? ''
  const guarded: [string, boolean][] = [
    ['a policy', policy.includes("default-src 'none'") && !/unsafe-|\*|https?:/.test(policy)],
    ['nosniff', headers.get('X-Content-Type-Options') === 'nosniff'],
    ['no referrer elsewhere', headers.get('Referrer-Policy') === 'same-origin'],
    ['its own opener', headers.get('Cross-Origin-Opener-Policy') === 'same-origin'],
    ['not kept', behindSignIn.test(name) === false || !/public/.test(cacheOf(headers))],
    ['said how it is kept', cacheOf(headers) !== ''],
  ]
  return guarded.filter(([, kept]) => !kept).map(([header]) => `not ${header}`)
}

const behindSignIn = /^(venue\.|account\.|coordinator\.|liaison\.|home$|districts\.)/

const cacheOf = (headers: Headers) => headers.get('Cache-Control') ?? ''

/** For these the pages of a refusal are drawn and compared too; for the others their data is enough. */
const drawnFor: VisitorName[] = ['nobody', 'owner', 'liaison']

/** A coordinator meets no foreign id on their own pages: for them the page of an absent one is drawn instead. */
function isDrawn({ route, visitor }: Facts, world: World): boolean {
  return (
    world === 'absent' && visitor === 'coordinator' && /^(coordinator|liaison)\./.test(route.name)
  )
}

/**
 * An answer comes from the same loader or action at both doors, and drawing its page takes most of the
 * time. So a page that opens is drawn for one visitor of each kind, one that is refused for three, and
 * all ask for its data; MATRIX=all asks for every page.
 */
function saidByData({ route, visitor, door, write }: Facts, expected: string): boolean {
  if (process.env.MATRIX === 'all' || door === 'data') return false
  if (!route.module.default || !(write || route.module.loader)) return false
  return expected === 'opens' ? likeAnother.includes(visitor) : !drawnFor.includes(visitor)
}

/** What opens to them opens to an owner, a liaison or a district viewer too. */
const likeAnother: VisitorName[] = [
  'first',
  'manager',
  'helper',
  'otherOwner',
  'otherLiaison',
  'otherViewer',
]

/**
 * Who is not fully signed in is led there before any id is looked up, so one id says it; that a foreign
 * one answers as one that is nowhere is compared for them too. MATRIX=all asks with both.
 */
function saidBefore(expected: string): boolean {
  if (process.env.MATRIX === 'all') return false
  return expected === 'leads to sign-in' || expected === 'asks for the second step'
}

/** All ids foreign; and one foreign id at a time beside the visitor's own. */
function mixtures(town: OpenTown, route: SiteRoute, visitor: VisitorName, world: World): Ids[] {
  const theirs = idsFor(town, route, world)
  const own = idsFor(town, route, 'ours')
  const differing = route.params.filter((name) => own[name] !== theirs[name])
  if (!['owner', 'liaison'].includes(visitor) || world !== 'theirs' || differing.length < 2) {
    return [theirs]
  }
  return [theirs, ...differing.map((one) => ({ ...own, [one]: theirs[one] ?? '' }))]
}

/** The same with an id that is nowhere in place of each foreign one. */
function absentLike(town: OpenTown, route: SiteRoute, ids: Ids, visitor: VisitorName): Ids {
  const home = idsFor(town, route, visitor.startsWith('other') ? 'theirs' : 'ours')
  const absent = idsFor(town, route, 'absent')
  return Object.fromEntries(
    Object.entries(ids).map(([name, id]) => [name, id === home[name] ? id : (absent[name] ?? id)]),
  )
}

type Asking = Parameters<typeof ask>[2]

async function plainAnswer(town: OpenTown, route: SiteRoute, asking: Asking) {
  const answer = await ask(town, route, asking)
  const named = route.params.flatMap((name) => asking.ids[name] ?? [])
  const plain = (text: string) =>
    named
      .reduce(
        (rest, id) => rest.replaceAll(id, 'ID').replaceAll(encodeURIComponent(id), 'ID'),
        text,
      )
      .replace(/nonce(=\\?"|-)[\w-]{22}/g, 'nonce$1N')
      .replace(/"seed":"[0-9a-f]{24}"/g, '"seed":"S"')
      .replace(/(value=")[0-9a-f]{24}[\w.:-]*"/g, '$1S"')
  const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
  return [
    asking.door,
    asking.write ? 'POST' : 'GET',
    answer.status,
    headers.map(([name, value]) => [name, plain(value)]),
    plain(await answer.text()),
  ]
}
