import { rmSync } from 'node:fs'
import { afterAll, expect, test, vi } from 'vitest'

vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/lamplight-naughty-program-${process.pid}`
})

import { env } from '~/env.server'
import { districts } from '~db/schema'
import { naughtyStrings } from '~tests/support/naughty'
import { atTheAskedPages, atTheDoors } from './naughty-doors'
import { patience, wrongWith } from './naughty-forms'
import { aTown } from './town'
import { ofRoutes, typedFields, unseenForms } from './typed-fields'

const routes = /^(?!venue\.)/

afterAll(() => rmSync(env.dataDir, { recursive: true, force: true }))

test(
  'staff and strangers type a thousand strings into every text field of all other forms',
  async () => {
    expect(naughtyStrings.length).toBeGreaterThan(1_000)
    const town = await aTown()
    const { ours, theirs, waiting, listed, visitors } = town
    const [district] = await town.db.select().from(districts)
    const zone = `/coordinator/zones/new?district=${district?.slug}`
    const part = `/parts/${ours.ids.partId}`
    const early = `/liaison/applications/${waiting.applicationId}/response/early?area=home`
    const askers = [
      ...(await atTheDoors(town)),
      ...(await atTheAskedPages(town)),
      { who: 'a coordinator with a zone', cookie: visitors.coordinator, pages: [zone] },
      { who: 'somebody of a team', cookie: undefined, pages: [`/read/${ours.ids.readingToken}`] },
      { who: 'a liaison', cookie: ours.cookies.liaison, ids: ours.ids },
      { who: 'a liaison who is writing', cookie: ours.cookies.liaison, ids: waiting },
      { who: 'a partner who writes', cookie: visitors.partner, pages: [part] },
      { who: 'a liaison who sends early', cookie: ours.cookies.liaison, pages: [early] },
      { who: 'staff before the second step', cookie: visitors.half, ids: ours.ids },
      { who: 'a coordinator', cookie: visitors.coordinator, ids: { ...ours.ids, ...listed } },
      { who: 'a stranger', cookie: undefined, ids: { ...theirs.ids, ...listed } },
    ]
    const { wrong, tried, unseen } = await wrongWith(town, askers, routes)
    expect({ wrong: wrong.slice(0, 20), tried, unseen }).toEqual({
      wrong: [],
      tried: ofRoutes(typedFields, routes),
      unseen: Object.keys(ofRoutes(unseenForms, routes)),
    })
  },
  patience,
)
