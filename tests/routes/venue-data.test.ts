import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { fromBuffer } from 'yauzl'

vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/lamplight-data-${process.pid}`
})

import { startSession } from '~/domain/accounts/session.server'
import { newId, type PersonId, type VenueId } from '~/domain/ids'
import { env } from '~/env.server'
import { keepFile } from '~/files/store.server'
import { type ZipEntry, zipStream } from '~/files/zip.server'
import { sessionCookie } from '~/http/session.server'
import { loader as page } from '~/routes/venue.$venueId.data'
import { loader as download } from '~/routes/venue.$venueId.data[.]zip'
import type { Database } from '~db/open.server'
import { events, files, sessions } from '~db/schema'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue } from '~tests/support/factories'
import { aSentResponse } from '~tests/support/rounds'
import { answerOf, routeArgs } from '~tests/support/route-args'

afterAll(() => rmSync(env.dataDir, { recursive: true, force: true }))

async function signedIn(db: Database, personId: PersonId, now = new Date()) {
  const token = await db.transaction((tx) => startSession(tx, personId, ['email_code'], now))
  return [(await sessionCookie(token)).split(';')[0] ?? '']
}

async function aFile(
  db: Database,
  venueId: VenueId,
  by: PersonId,
  name: string,
  bytes: Uint8Array,
) {
  const { key, digest, size } = await keepFile(bytes)
  const row = { id: newId('fil'), venueId, name, type: 'application/pdf', size, digest }
  await db.transaction((tx) =>
    tx.insert(files).values({ ...row, storageKey: key, uploadedBy: by, createdAt: new Date() }),
  )
}

/** Every file of an archive, as another program reads it. */
function unpacked(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const found = new Map<string, Buffer>()
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, strictFileNames: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            expect(found.has(entry.fileName)).toBe(false)
            found.set(entry.fileName, Buffer.concat(chunks))
            zip.readEntry()
          })
        })
      })
      zip.on('end', () => resolve(found))
      zip.on('error', reject)
      zip.readEntry()
    })
  })
}

describe('everything about a venue', () => {
  it('comes as one archive that two programs can read, with policies, rounds, letters and files', async () => {
    const db = aDatabase()
    const { venueId, owner: ctx } = await aSentResponse(db)
    const owner = ctx.actor.person.id
    const someone = await anOwner(db, venueId, { name: 'Second Owner' })
    await aFile(db, venueId, owner, '../../etc/pass wd.pdf', Buffer.from('a file'))
    await aFile(db, venueId, owner, 'con.pdf', Buffer.from('another file'))
    await aFile(db, venueId, owner, 'con.pdf', Buffer.from('a third file'))
    const other = await aVenue(db, { name: 'Elsewhere' })
    const stranger = await anOwner(db, other, { name: 'Stranger Danger' })
    await aFile(db, other, stranger, 'foreign.pdf', Buffer.from('not yours'))

    const answer = await ask(db, venueId, owner)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('application/zip')
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const found = await unpacked(bytes)
    const names = [...found.keys()]
    expect(names[0]).toBe('index.html')
    expect(names.filter((name) => name.startsWith('files/'))).toEqual([
      'files/etc-pass-wd.pdf',
      'files/file-con.pdf',
      'files/file-con-2.pdf',
    ])
    expect(found.get('files/file-con-2.pdf')?.toString()).toBe('a third file')
    for (const folder of ['policies/', 'rounds/', 'letters/', 'lists/', 'json/']) {
      expect(
        names.some((name) => name.startsWith(folder)),
        folder,
      ).toBe(true)
    }
    expect(names.every((name) => /^[a-z0-9/.-]+$/.test(name) && !name.includes('..'))).toBe(true)

    const index = found.get('index.html')?.toString() ?? ''
    expect(index).not.toMatch(/<script|<img|https?:/)
    const links = [...index.matchAll(/href="([^"]+)"/g)].map(([, to]) => to)
    expect(links.sort()).toEqual(names.filter((name) => name !== 'index.html').sort())

    const all = [...found.values()].map(String).join('\n')
    expect(all).toContain('Second Owner')
    expect(all).not.toMatch(/Elsewhere|Stranger Danger|not yours|foreign/)
    const [email] = await db.select().from(sessions).where(eq(sessions.personId, owner))
    expect(all).not.toContain(email?.tokenHash)
    expect(all).not.toMatch(/person-\d+@example\.com/)
    expect(someone).toBeDefined()
    readByOthers(bytes)
    expect(await db.$count(events, eq(events.kind, 'export.venue'))).toBe(1)
  })

  it('holds the certificate as PDF', async () => {
    const db = aDatabase()
    await aProgram(db)
    const { venueId, owner } = await anAccreditedVenue(db)
    const answer = await ask(db, venueId, owner.actor.person.id)
    const found = await unpacked(new Uint8Array(await answer.arrayBuffer()))
    const [certificate] = [...found].filter(([name]) => name.startsWith('certificates/'))
    expect(certificate?.[1].subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('asks again who it is, and is not for helpers, the unconfirmed or other venues', async () => {
    const db = aDatabase()
    const { venueId, owner: ctx } = await aSentResponse(db)
    const owner = ctx.actor.person.id
    const hourAgo = new Date(Date.now() - 60 * 60_000)
    const asked = await ask(db, venueId, owner, hourAgo)
    expect(asked.headers.get('Location')).toMatch('/account/prove')
    const helper = await anOwner(db, venueId, { role: 'helper' })
    expect((await ask(db, venueId, helper)).status).toBe(403)
    const stranger = await anOwner(db, await aVenue(db))
    expect((await ask(db, venueId, stranger)).status).toBe(404)
    expect(await db.$count(events, eq(events.kind, 'export.venue'))).toBe(0)
    const args = { params: { venueId }, cookies: await signedIn(db, helper) }
    const told = await answerOf(page(routeArgs(db, `/venue/${venueId}/data`, args)))
    expect(await told.json()).toMatchObject({
      refusal: expect.stringMatching('owner or a manager'),
    })
  })
})

it('packs 200 files of 1 MB one at a time', async () => {
  let made = 0
  let most = 0
  let taken = 0
  async function* entries(): AsyncGenerator<ZipEntry> {
    for (let i = 0; i < 200; i += 1) {
      made += 1
      most = Math.max(most, made * 1_000_000 - taken)
      yield {
        path: `files/${i}.pdf`,
        bytes: new Uint8Array(1_000_000),
        packed: true,
        at: new Date(),
      }
    }
  }
  const before = process.memoryUsage().arrayBuffers
  let highest = 0
  for await (const chunk of zipStream(entries()) as unknown as AsyncIterable<Uint8Array>) {
    taken += chunk.byteLength
    highest = Math.max(highest, process.memoryUsage().arrayBuffers - before)
  }
  expect(made).toBe(200)
  expect(taken).toBeGreaterThan(200_000_000)
  // The one that is read, and the one that waits.
  expect(most).toBeLessThan(4_000_000)
  console.info(`most at once: ${most} bytes; highest buffers: ${highest}`)
})

async function ask(db: Database, venueId: VenueId, personId: PersonId, since = new Date()) {
  const cookies = await signedIn(db, personId, since)
  return answerOf(
    download(routeArgs(db, `/venue/${venueId}/data.zip`, { params: { venueId }, cookies })),
  )
}

/** Python's zipfile and `unzip`, where the machine has them. */
function readByOthers(bytes: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-zip-'))
  const file = join(folder, 'all.zip')
  writeFileSync(file, bytes)
  if (existsSync('/usr/bin/unzip')) execFileSync('unzip', ['-tqq', file])
  if (existsSync('/usr/bin/python3')) execFileSync('python3', ['-m', 'zipfile', '-t', file])
  rmSync(folder, { recursive: true })
}
