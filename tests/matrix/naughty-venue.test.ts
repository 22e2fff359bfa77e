import { rmSync } from 'node:fs'
import { afterAll, expect, test, vi } from 'vitest'

vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/lamplight-naughty-venue-${process.pid}`
})

import { env } from '~/env.server'
import { naughtyStrings } from '~tests/support/naughty'
import { atRest, evidencePages } from './naughty-doors'
import { patience, wrongWith } from './naughty-forms'
import { aTown } from './town'
import { ofRoutes, typedFields, unseenForms } from './typed-fields'

const routes = /^venue\./

afterAll(() => rmSync(env.dataDir, { recursive: true, force: true }))

test(
  'a venue’s people type a thousand strings into every text field of their own forms',
  async () => {
    expect(naughtyStrings.length).toBeGreaterThan(1_000)
    const town = await aTown()
    const { cookies, ids } = town.ours
    const right = () => ({ stance: 'another_way' })
    const owner = { who: 'an owner', cookie: cookies.owner, right }
    const askers = [
      { ...owner, ids },
      { ...owner, pages: await evidencePages(town) },
      ...(await atRest(town)),
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
