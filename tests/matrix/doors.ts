import { readFileSync, writeFileSync } from 'node:fs'
import { useDatabase as openForRoutes } from '~/db.server'
import { env } from '~/env.server'
import type { Database } from '~db/open.server'
import { sessions } from '~db/schema'
import { aDatabaseIn } from '~tests/support/database'
import { type SiteRoute, siteRoutes, wholeSite } from '~tests/support/whole-site'
import { forms } from './forms'
import { audiences, type Kind, type Outcome, rows } from './rows'
import { aTownIn, type Ids, type Planted, type VisitorName, visitorNames } from './town'

export type World = 'ours' | 'theirs' | 'first' | 'listed' | 'absent'
export type Door = 'document' | 'data'

/** One town behind the real server, for all the tests of a file. */
export async function anOpenTown(planted?: Planted) {
  const made = aDatabaseIn()
  const town = await aTownIn(made.db, planted)
  await keptFresh(made.db)
  const bytes = await closed(made)
  const pristine = `${env.dataDir}/town.sqlite`
  writeFileSync(pristine, bytes)
  const { db, remove } = aDatabaseIn(pristine)
  const site = wholeSite(db, { DATA_DIR: env.dataDir }, { version: () => db.version() })
  return {
    ...town,
    db,
    site,
    remove,
    /** Runs it on a copy of the town as it was built, which is thrown away afterwards. */
    async onACopy<Result>(run: (db: Database) => Promise<Result>): Promise<Result> {
      const copy = aDatabaseIn(pristine)
      openForRoutes(copy.db)
      try {
        return await run(copy.db)
      } finally {
        openForRoutes(db)
        await copy.remove()
      }
    },
  }
}

export type OpenTown = Awaited<ReturnType<typeof anOpenTown>>

/** Whoever is signed in stays so, and has just proved who they are, however long the test takes. */
async function keptFresh(db: Database): Promise<void> {
  const later = new Date(Date.now() + 6 * 3_600_000)
  await db.transaction((tx) => tx.update(sessions).set({ lastSeenAt: later, provedAt: later }))
}

/** What a database file holds once it is closed. */
async function closed({ db, file, remove }: ReturnType<typeof aDatabaseIn>) {
  await db.close()
  const bytes = readFileSync(file)
  await remove()
  return bytes
}

export function kindOf(visitor: VisitorName): Kind {
  if (visitor === 'otherOwner') return 'owner'
  if (visitor === 'otherLiaison') return 'liaison'
  if (visitor === 'otherViewer') return 'viewer'
  return visitor
}

/** The worlds that an address of this kind can be asked about, for this visitor: their own come first. */
export function worldsFor(route: SiteRoute, visitor: VisitorName): { near: World[]; far: World[] } {
  const [audience = 'nobody here'] = rows[route.name] ?? []
  if (linkOf(route)) return { near: ['ours'], far: ['absent'] }
  const anybodys = 'whoever' in audiences[audience] && route.name !== 'venues.$slug'
  if (route.params.length === 0 || (anybodys && !route.name.startsWith('liaison.'))) {
    return { near: ['ours'], far: [] }
  }
  if (route.name === 'venues.$slug') return { near: ['ours'], far: ['theirs'] }
  if (route.name.startsWith('coordinator.')) {
    if (visitor === 'coordinator') return { near: ['listed'], far: ['absent'] }
    return { near: [], far: ['listed'] }
  }
  if (visitor === 'coordinator') return { near: ['ours', 'theirs'], far: ['absent'] }
  if (visitor === 'first') return { near: ['first'], far: ['theirs'] }
  if (visitor.startsWith('other')) return { near: ['theirs'], far: ['ours'] }
  return { near: ['ours'], far: ['theirs'] }
}

export function idsFor(town: OpenTown, { name }: SiteRoute, world: World): Ids {
  const ids = { ...town.ids.absent, ...town.ids[world] }
  if (name.startsWith('districts.')) ids.slug = ids.districtSlug ?? ''
  if (name.startsWith('zones.')) ids.slug = ids.zoneSlug ?? ''
  const link = linkOf({ name })
  if (link) Object.assign(ids, { code: ids[link], token: ids[link] })
  return ids
}

/** Which of the ids is the link or code of a route that opens to whoever holds it. */
function linkOf({ name }: Pick<SiteRoute, 'name'>): string | undefined {
  return Object.entries(links).find(([start]) => name.startsWith(start))?.[1]
}

const links = {
  'check.$code': 'checkCode',
  'claim.$code': 'claimCode',
  'invited.$token._index': 'placeToken',
  'read.$token': 'readingToken',
  'sign-in.setup.$token': 'setupToken',
}

export function addressOf({ path }: SiteRoute, ids: Ids): string {
  const named = path === '*' ? 'nowhere' : path
  return `/${named.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? `no-${name}`)}`
}

/** By which doors a route can be asked: one without a page has one alone. */
export function doorsOf({ module }: SiteRoute, write: boolean): Door[] {
  if (!module.default) return ['document']
  return write || module.loader ? ['document', 'data'] : ['document']
}

type Asking = { ids: Ids; visitor: VisitorName; door: Door; write: boolean }

export async function ask(town: OpenTown, route: SiteRoute, { ids, visitor, door, write }: Asking) {
  const row = forms[route.name]
  const form = row && typeof row === 'object' ? row : {}
  return town.site.ask(addressOf(route, ids), {
    cookie: town.cookies[visitor],
    data: door === 'data' ? route.name : undefined,
    form: write ? form : undefined,
  })
}

export async function outcomeFor(town: OpenTown, route: SiteRoute, asking: Asking) {
  const answer = await ask(town, route, asking)
  await answer.arrayBuffer()
  return outcomeOf(answer)
}

export function outcomeOf({ status, headers }: Response): Outcome | `answers ${number}` {
  const where = headers.get('Location') ?? headers.get('X-Remix-Redirect') ?? ''
  if (status === 401 || /^\/sign-in(\?|$)/.test(where)) return 'leads to sign-in'
  if (where === '/sign-in/staff/code') return 'asks for the second step'
  if (status === 404) return 'is absent'
  if (status === 403) return 'is refused'
  if (status === 405) return 'has nothing to read'
  if (status === 429 || status >= 500) return `answers ${status}`
  return 'opens'
}

export { siteRoutes, visitorNames }
