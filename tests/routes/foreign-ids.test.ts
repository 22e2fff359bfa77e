import { rmSync } from 'node:fs'
import { afterAll, expect, test, vi } from 'vitest'

vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/lamplight-foreign-${process.pid}`
})

import { env } from '~/env.server'
import { forms } from '~tests/matrix/forms'
import { aTown, everything, type Ids, type Town } from '~tests/matrix/town'
import { siteRoutes } from '~tests/support/whole-site'

afterAll(() => rmSync(env.dataDir, { recursive: true, force: true }))

const withIds = siteRoutes.filter(({ params }) => params.length > 0)
const closed = withIds.filter(({ name }) => typeof forms[name] !== 'string')
const families = ['venue', 'liaison', 'coordinator']
const inFamily = (family: string) =>
  closed.filter(({ name }) => {
    const first = name.split('.')[0] ?? ''
    return families.includes(first) ? first === family : family === 'public'
  })

let town: Town

test('every route that takes an id has a row here, with a form where it has an action', () => {
  expect(withIds.map(({ name }) => name).sort()).toEqual(Object.keys(forms).sort())
  const withForms = closed.filter(({ name }) => forms[name] !== null).map(({ name }) => name)
  expect(withForms).toEqual(closed.filter(({ module }) => module.action).map(({ name }) => name))
})

test('an address opens for those whom it is for, and is absent for the next venue or district', async () => {
  town = await aTown()
  const { ours, theirs, visitors, listed } = town
  for (const route of inFamily('venue')) {
    expect([200, 302], route.name).toContain(await status(route, theirs.ids, theirs.cookies.owner))
    for (const ids of mixtures(route)) {
      expect(await status(route, ids, ours.cookies.owner), route.name).toBe(404)
    }
  }
  for (const route of inFamily('liaison')) {
    const nothingToRead = route.name.endsWith('.keep') ? 405 : null
    const opened = await status(route, theirs.ids, theirs.cookies.liaison)
    expect(opened, route.name).toBe(nothingToRead ?? 200)
    for (const ids of mixtures(route)) {
      const seen = await status(route, ids, ours.cookies.liaison)
      expect(seen, route.name).toBe(nothingToRead ?? 404)
    }
  }
  for (const route of inFamily('coordinator')) {
    expect(await status(route, listed, visitors.coordinator), route.name).toBe(200)
  }
})

test.each(['venue', 'liaison', 'coordinator', 'public'])(
  'a foreign id of the %s pages answers as an absent one, by every door, and does nothing',
  async (family) => {
    town = await aTown()
    const foreign = family === 'coordinator' ? town.listed : town.theirs.ids
    const before = await everything(town.db)
    for (const route of inFamily(family)) {
      for (const [visitor, cookie] of visitorsFor(family)) {
        const hasOwn = (family === 'venue' ? 'owner' : 'liaison') === visitor
        for (const ids of hasOwn ? mixtures(route) : [foreign]) {
          // The page of a refusal is drawn for two kinds of visitor; to the others its data is enough.
          const pages = hasOwn || visitor === 'nobody'
          const asked = await answers(route, ids, cookie, pages)
          const missing = await answers(route, absentLike(ids, foreign), cookie, pages)
          expect(asked, `${route.name} for ${visitor}`).toEqual(missing)
        }
      }
    }
    expect(await everything(town.db)).toEqual(before)
  },
)

/** Who asks: everybody who is not entitled, in each family of addresses. */
function visitorsFor(family = ''): [string, string | undefined][] {
  const { ours, theirs, visitors } = town
  const { coordinator, ...others } = visitors
  const everybody = { owner: ours.cookies.owner, liaison: ours.cookies.liaison, ...others }
  const more =
    family === 'venue'
      ? { coordinator, districtsLiaison: theirs.cookies.liaison }
      : family === 'liaison'
        ? { theirOwner: theirs.cookies.owner }
        : {}
  return Object.entries({ ...everybody, ...more, nobody: undefined })
}

/** All ids foreign; and one foreign id at a time beside the visitor's own. */
function mixtures({ name, params }: (typeof closed)[number]): Ids[] {
  const { ours, theirs, listed } = town
  if (name.startsWith('coordinator.')) return [listed]
  const ids = params.filter((name) => ours.ids[name] !== theirs.ids[name])
  const mixed =
    ids.length > 1 ? ids.map((one) => ({ ...ours.ids, [one]: theirs.ids[one] ?? '' })) : []
  return [theirs.ids, ...mixed]
}

/** The same with an id that is nowhere in place of each foreign one. */
function absentLike(ids: Ids, foreign: Ids): Ids {
  return Object.fromEntries(
    Object.entries(ids).map(([name, id]) => {
      const isForeign = id === foreign[name] && id !== town.ours.ids[name]
      return [name, isForeign ? (town.absent[name] ?? id) : id]
    }),
  )
}

async function status(route: (typeof closed)[number], ids: Ids, cookie: string) {
  return (await town.site.ask(addressOf(route, ids), { cookie })).status
}

function addressOf({ path }: { path: string }, ids: Ids): string {
  return `/${path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? `no-${name}`)}`
}

/** Status, headers and body by the document and by the data door, read and written. */
async function answers(
  route: (typeof closed)[number],
  ids: Ids,
  cookie: string | undefined,
  pages: boolean,
) {
  const form = forms[route.name]
  const both = pages ? [undefined, route.name] : [route.name]
  const doors = route.module.default ? both : [undefined]
  const seen: unknown[] = []
  for (const data of doors) {
    for (const sent of form ? [undefined, form as Record<string, string>] : [undefined]) {
      const answer = await town.site.ask(addressOf(route, ids), { cookie, data, form: sent })
      const named = Object.values(ids)
      const plain = (text: string) =>
        named
          .reduce((rest, id) => rest.replaceAll(id, 'ID'), text)
          .replace(/nonce(=\\?"|-)[\w-]{22}/g, 'nonce$1N')
          .replace(/"seed":"[0-9a-f]{24}"/g, '"seed":"S"')
          .replace(/(value=")[0-9a-f]{24}[\w.:-]*"/g, '$1S"')
      const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
      seen.push([
        data ?? 'document',
        sent ? 'POST' : 'GET',
        answer.status,
        headers.map(([name, value]) => [name, plain(value)]),
        plain(await answer.text()),
      ])
    }
  }
  return seen
}
