import { rmSync } from 'node:fs'
import { afterAll, expect, test, vi } from 'vitest'

vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/lamplight-naughty-program-${process.pid}`
})

import { env } from '~/env.server'
import { naughtyStrings } from '~tests/support/naughty'
import { wrongWith } from './naughty-forms'
import { aTown } from './town'

afterAll(() => rmSync(env.dataDir, { recursive: true, force: true }))

test('staff and strangers type a thousand strings into every text field of all other forms', async () => {
  expect(naughtyStrings.length).toBeGreaterThan(1_000)
  const town = await aTown()
  const { ours, theirs, waiting, listed, visitors } = town
  const askers = [
    { who: 'a liaison', cookie: ours.cookies.liaison, ids: ours.ids },
    { who: 'a liaison who is writing', cookie: ours.cookies.liaison, ids: waiting },
    { who: 'staff before the second step', cookie: visitors.half, ids: ours.ids },
    { who: 'a coordinator', cookie: visitors.coordinator, ids: { ...ours.ids, ...listed } },
    { who: 'a stranger', cookie: undefined, ids: { ...theirs.ids, ...listed } },
  ]
  const { wrong, tried } = await wrongWith(town, askers, /^(?!venue\.)/)
  expect(wrong.slice(0, 20)).toEqual([])
  expect(tried.length).toBeGreaterThan(60)
}, 400_000)
