import { rmSync } from 'node:fs'
import { afterAll, expect, test, vi } from 'vitest'

vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/lamplight-naughty-venue-${process.pid}`
})

import { env } from '~/env.server'
import { naughtyStrings } from '~tests/support/naughty'
import { wrongWith } from './naughty-forms'
import { aTown } from './town'

afterAll(() => rmSync(env.dataDir, { recursive: true, force: true }))

test('a venue’s people type a thousand strings into every text field of their own forms', async () => {
  expect(naughtyStrings.length).toBeGreaterThan(1_000)
  const town = await aTown()
  const { cookies, ids } = town.ours
  const { wrong, tried } = await wrongWith(
    town,
    [{ who: 'an owner', cookie: cookies.owner, ids }],
    /^venue\./,
  )
  expect(wrong.slice(0, 20)).toEqual([])
  expect(tried.length).toBeGreaterThan(10)
}, 400_000)
