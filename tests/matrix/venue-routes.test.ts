import { rmSync } from 'node:fs'
import { afterAll, beforeAll, test, vi } from 'vitest'

vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/lamplight-matrix-venue-${process.pid}`
})

import { env } from '~/env.server'
import { siteRoutes } from '~tests/support/whole-site'
import { anOpenTown, type OpenTown } from './doors'
import { judgeForeign, judgeReading, judgeSingleFetch, judgeWriting, patience } from './judge'

const routes = siteRoutes.filter(({ name }) => name.startsWith('venue.'))
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
  'everybody who writes a venue’s own pages is answered as their role is, and nobody else does anything',
  () => judgeWriting(town, routes),
  patience,
)

test(
  'everybody who reads a venue’s own pages is answered as their role is',
  () => judgeReading(town, routes),
  patience,
)

test('the doors of single fetch are shut', () => judgeSingleFetch(town, routes), patience)
