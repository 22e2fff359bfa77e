import { rmSync } from 'node:fs'
import { afterAll, beforeAll, test, vi } from 'vitest'

vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/lamplight-matrix-program-${process.pid}`
})

import { env } from '~/env.server'
import { siteRoutes } from '~tests/support/whole-site'
import { judgeAsked, judgeLinks } from './asked'
import { anOpenTown, type OpenTown } from './doors'
import { judgeForeign, judgeReading, judgeSingleFetch, judgeWriting, patience } from './judge'

const routes = siteRoutes.filter(({ name }) => !name.startsWith('venue.'))
let town: OpenTown

beforeAll(async () => {
  town = await anOpenTown()
})
afterAll(async () => {
  await town.remove()
  rmSync(env.dataDir, { recursive: true, force: true })
})

test(
  'somebody else’s id answers as one that is nowhere, and nothing is written',
  () => judgeForeign(town, routes),
  patience,
)

test(
  'everybody who writes the other pages is answered as their role is, and nobody else does anything',
  () => judgeWriting(town, routes),
  patience,
)

test(
  'everybody who reads the other pages is answered as their role is',
  () => judgeReading(town, routes),
  patience,
)

test('the doors of single fetch are shut', () => judgeSingleFetch(town, routes), patience)

test('what opens once it is asked for, or in place, opens to these and no others', () =>
  judgeAsked(town))

test('a link gives its place to whom it is meant for', () => judgeLinks(town))
