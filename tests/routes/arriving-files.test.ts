import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const dataDir = vi.hoisted(() => {
  const folder = `/tmp/lamplight-arriving-${process.pid}`
  process.env.DATA_DIR = folder
  return folder
})

import { startSession } from '~/domain/accounts/session.server'
import { sweepArrivals } from '~/files/arrivals.server'
import { sweepStorage } from '~/files/storage.server'
import { type Listening, listen } from '~/http/listen.server'
import { sessionCookie } from '~/http/session.server'
import { paths } from '~/paths'
import { files, policies } from '~db/schema'
import { aDatabaseIn } from '~tests/support/database'
import { anOwner, aProgram, aVenue } from '~tests/support/factories'
import { freePort } from '~tests/support/server'
import { wholeSite } from '~tests/support/whole-site'

const boundary = 'a-boundary'
const { db, remove } = aDatabaseIn()
let listening: Listening
let lines: string[]
let post: (headers?: Record<string, string>) => ClientRequest

beforeAll(async () => {
  await aProgram(db)
  const venueId = await aVenue(db)
  const ownerId = await anOwner(db, venueId)
  const token = await db.transaction((tx) => startSession(tx, ownerId, ['email_code'], new Date()))
  const cookie = (await sessionCookie(token)).split(';')[0] ?? ''
  const port = await freePort()
  const env = { host: '127.0.0.1', port, publicUrl: `http://127.0.0.1:${port}` }
  const site = wholeSite(db, { PORT: String(port), DATA_DIR: dataDir })
  lines = site.lines
  listening = await listen(site.fetch, env)
  post = (headers) =>
    httpRequest(`${env.publicUrl}${paths.uploadPolicy(venueId)}`, {
      method: 'POST',
      headers: {
        ...{ cookie, origin: env.publicUrl, accept: 'text/html' },
        ...{ 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
      },
    })
})
afterAll(async () => {
  await listening.stop()
  await remove()
  rmSync(dataDir, { recursive: true, force: true })
})

const part = (names: string, content: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; ${names}\r\n\r\n${content}`
const opening = (title: string) =>
  `${part('name="title"', title)}\r\n${part('name="file"; filename="Age.txt"', 'We check ID.\n')}`
const end = `\r\n--${boundary}--\r\n`

/** An upload that is under way: its first bytes lie on the disk, and its last are not sent yet. */
async function begun(title: string): Promise<ClientRequest> {
  const before = arriving().length
  const upload = post()
  upload.on('error', () => undefined)
  upload.write(opening(title) + 'We check ID.\n'.repeat(20_000))
  await vi.waitFor(() => expect(arriving()).toHaveLength(before + 1), 5_000)
  return upload
}

function answerTo(upload: ClientRequest): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    upload.on('error', reject)
    upload.on('response', async (answer: IncomingMessage) => {
      let text = ''
      for await (const chunk of answer) text += chunk
      resolve({ status: answer.statusCode ?? 0, text })
    })
  })
}

function arriving(): string[] {
  const folder = join(dataDir, 'arriving')
  return existsSync(folder) ? readdirSync(folder) : []
}

test('an upload lies on the disk while it arrives, and in the store alone when it is whole', async () => {
  const upload = await begun('Age and ID')
  const [name = ''] = arriving()
  expect(statSync(join(dataDir, 'arriving', name)).mode & 0o777).toBe(0o600)
  expect(existsSync(join(dataDir, 'files'))).toBe(false)
  const answer = answerTo(upload)
  upload.end(end)
  expect((await answer).status).toBe(302)
  expect(arriving()).toEqual([])
  expect(readdirSync(join(dataDir, 'files', 'beside'))).toEqual([])
  const rows = await db.select({ name: files.name, size: files.size }).from(files)
  expect(rows).toEqual([{ name: 'Age.txt', size: 20_001 * 13 }])
})

test('one that is cut off leaves nothing behind', async () => {
  const upload = await begun('Cut off')
  upload.destroy()
  await vi.waitFor(() => expect(arriving()).toEqual([]), 5_000)
  expect(await db.select().from(files)).toHaveLength(1)
  expect(lines.filter((line) => line.includes('"event":"error"'))).toEqual([])
})

test('one that says no length is counted while it arrives, and refused at the limit', async () => {
  const upload = await begun('Too long')
  const answer = answerTo(upload)
  const megabyte = 'a'.repeat(1024 * 1024)
  for (let sent = 0; sent < 27; sent += 1) upload.write(megabyte)
  const { status, text } = await answer
  expect(status).toBe(413)
  expect(text).toContain('larger than 26 MB, the most this page can take. Nothing was saved.')
  await vi.waitFor(() => expect(arriving()).toEqual([]), 5_000)
  expect(await db.select().from(files)).toHaveLength(1)
})

test('one too many at once comes back with what was typed, and is taken a moment later', async () => {
  const others = [await begun('1'), await begun('2'), await begun('3'), await begun('4')]
  const fifth = async () => {
    const upload = post()
    const answer = answerTo(upload)
    upload.end(`${opening('Typed with care')}${end}`)
    return answer
  }
  const { status, text } = await fifth()
  expect(status).toBe(503)
  expect(text).toContain('More files are arriving just now than we can take at once.')
  expect(text).toContain('value="Typed with care"')
  expect(arriving()).toHaveLength(4)

  for (const upload of others) upload.destroy()
  await vi.waitFor(() => expect(arriving()).toEqual([]), 5_000)
  expect((await fifth()).status).toBe(302)
  const titles = await db.select({ title: policies.title }).from(policies)
  expect(titles.map(({ title }) => title).sort()).toEqual(['Age and ID', 'Typed with care'])
})

test('what a server left that ended in the middle is gone at the next start', () => {
  const left = ['arriving', 'files/beside', 'held/beside'].map((folder) => join(dataDir, folder))
  for (const folder of left) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'half'), 'a half')
  }
  const kept = readdirSync(join(dataDir, 'files')).filter((name) => name !== 'beside')
  sweepArrivals(dataDir)
  sweepStorage(dataDir)
  expect(left.filter((folder) => existsSync(folder))).toEqual([])
  expect(readdirSync(join(dataDir, 'files'))).toEqual(kept)
  expect(kept.length).toBeGreaterThan(0)
})
