import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepFile, readKept } from '~/files/store.server'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('what is kept comes back byte for byte, readable by the server alone', async () => {
  const bytes = Uint8Array.from([0, 255, 10, 13, 26])
  const kept = await keepFile(bytes, folder)
  expect(kept).toEqual({ key: kept.digest, digest: kept.digest, size: 5 })
  expect(await readKept(kept.key, folder)).toEqual(bytes)
  const file = await stat(join(folder, kept.key.slice(0, 2), kept.key))
  expect(file.mode & 0o777).toBe(0o600)
})

test('the same bytes sent at once many times are one file, with nothing left beside it', async () => {
  const bytes = new TextEncoder().encode('a policy')
  const kept = await Promise.all(Array.from({ length: 20 }, () => keepFile(bytes, folder)))
  const [first] = kept
  expect(new Set(kept.map(({ key }) => key)).size).toBe(1)
  expect(await readdir(join(folder, first?.key.slice(0, 2) ?? ''))).toEqual([first?.key])
})

test('a key that is no key, or names nothing, reads nothing', async () => {
  expect(await readKept('../../etc/passwd', folder)).toBeNull()
  expect(await readKept('a'.repeat(64), folder)).toBeNull()
})

test('a file that was changed on the disk is not handed out', async () => {
  const kept = await keepFile(new TextEncoder().encode('as it was'), folder)
  await writeFile(join(folder, kept.key.slice(0, 2), kept.key), 'another')
  expect(await readKept(kept.key, folder)).toBeNull()
})
