import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localFolder } from '~/files/local-folder.server'
import { s3Bucket } from '~/files/s3-bucket.server'
import type { Storage } from '~/files/storage.server'
import { forgetFile, keepFile, readKept } from '~/files/store.server'

let folder: string
let server: S3rver
let bucket: Storage
const account = {
  bucket: 'lamplight-files',
  region: 'us-east-1',
  keyId: 'S3RVER',
  secret: 'S3RVER',
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'))
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 'bucket'),
    configureBuckets: [{ name: account.bucket, configs: [] }],
  })
  const { port } = (await server.run()) as AddressInfo
  bucket = s3Bucket({ endpoint: `http://127.0.0.1:${port}`, ...account })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

describe.each([
  ['a folder of this machine', () => localFolder(join(folder, 'files'))],
  ['a bucket that speaks S3', () => bucket],
])('%s', (_, storage) => {
  test('gives back byte for byte what was kept, and nothing once it is forgotten', async () => {
    const bytes = Uint8Array.from([0, 255, 10, 13, 26])
    const kept = await keepFile(bytes, storage())
    expect(kept).toEqual({ key: kept.digest, digest: kept.digest, size: 5 })
    expect(await readKept(kept.key, storage())).toEqual(bytes)
    expect(await storage().has(kept.key)).toBe(true)
    await forgetFile(kept.key, storage())
    await forgetFile(kept.key, storage())
    expect(await readKept(kept.key, storage())).toBeNull()
    expect(await storage().has(kept.key)).toBe(false)
  })

  test('lists what was stored before a moment', async () => {
    const { key } = await keepFile(Uint8Array.from([7, 7, 7]), storage())
    const listed = async (moment: number) => {
      const keys: string[] = []
      for await (const each of storage().storedBefore(new Date(moment))) keys.push(each)
      return keys
    }
    expect(await listed(Date.now() - 3_600_000)).toEqual([])
    expect(await listed(Date.now() + 3_600_000)).toContain(key)
  })

  test('keeps the same bytes once, however often they are sent at once', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(50_000))
    const kept = await Promise.all(Array.from({ length: 10 }, () => keepFile(bytes, storage())))
    const keys = new Set(kept.map(({ key }) => key))
    expect(keys.size).toBe(1)
    for (const key of keys) expect(await readKept(key, storage())).toEqual(bytes)
  })

  test('reads nothing by a key that is no key, or names nothing', async () => {
    expect(await readKept('../../etc/passwd', storage())).toBeNull()
    expect(await readKept('a'.repeat(64), storage())).toBeNull()
  })

  test('hands out nothing that was changed behind our back', async () => {
    const { key } = await keepFile(new TextEncoder().encode('as it was'), storage())
    await storage().set(key, new File(['another'], key))
    expect(await readKept(key, storage())).toBeNull()
  })
})

test('what is kept comes back byte for byte, readable by the server alone', async () => {
  const own = join(folder, 'own')
  const bytes = new TextEncoder().encode('a policy')
  const { key } = await keepFile(bytes, localFolder(own))
  expect(await readKept(key, localFolder(own))).toEqual(bytes)
  expect((await stat(join(own, key.slice(0, 2), key))).mode & 0o777).toBe(0o600)
  expect(await readdir(join(own, key.slice(0, 2)))).toEqual([key])
})

test('a key that is no key, or names nothing, reads nothing', async () => {
  const own = join(folder, 'own')
  await writeFile(join(folder, 'secret'), 'secret')
  expect(await readKept('../secret', localFolder(own))).toBeNull()
})

test('a bucket that refuses us is an error, never an empty shelf', async () => {
  const wrong = s3Bucket({ endpoint: 'http://127.0.0.1:9', ...account })
  await expect(keepFile(new Uint8Array([1]), wrong)).rejects.toThrow()
})
