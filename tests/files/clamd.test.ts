import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'

vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/lamplight-clamd-${process.pid}-${Date.now()}`
})

import { rmSync } from 'node:fs'
import { NotFound } from '~/domain/errors'
import type { FileId } from '~/domain/ids'
import { fileFor } from '~/domain/policies/queries.server'
import { uploadPolicy } from '~/domain/policies/upload-policy.server'
import { type Clamd, env } from '~/env.server'
import { scan } from '~/files/clamd.server'
import { readKept } from '~/files/store.server'
import { takeFiles } from '~/files/take-files.server'
import { scanHeldFiles } from '~/jobs/scan-held-files.server'
import { files } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, contextFor } from '~tests/support/factories'

const eicar = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'
const nobody: Clamd = { host: '127.0.0.1', port: 9 }
let server: Server | undefined

beforeAll(() => () => rmSync(env.dataDir, { recursive: true, force: true }))
afterEach(() => {
  server?.close()
  server = undefined
})

/** Speaks clamd's INSTREAM: reads the chunks to the empty one, and answers as the real one does. */
async function aScanner(answer?: string): Promise<Clamd> {
  server = createServer((socket) => {
    let heard = Buffer.alloc(0)
    socket.on('data', (part) => {
      heard = Buffer.concat([heard, part])
      const bytes = streamed(heard)
      if (bytes) tell(socket, answer ?? (bytes.includes(eicar) ? 'Eicar-Signature FOUND' : 'OK'))
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { host: '127.0.0.1', port: typeof address === 'object' ? (address?.port ?? 0) : 0 }
}

function streamed(heard: Buffer): Buffer | null {
  if (heard.toString('latin1', 0, 10) !== 'zINSTREAM\0') return null
  const chunks: Buffer[] = []
  for (let at = 10; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(heard.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

function tell(socket: Socket, words: string) {
  socket.end(`stream: ${words}\0`)
}

const aText = (text: string) => [new File([text], 'policy.txt')]

test('clean and infected bytes, also of many chunks, are told apart', async () => {
  const scanner = await aScanner()
  expect(await scan(new Blob(['a'.repeat(3_000_000)]), scanner)).toEqual({ clean: true })
  const found = await scan(new Blob(['a'.repeat(1_500_000), eicar]), scanner)
  expect(found).toEqual({ clean: false, found: 'Eicar-Signature' })
})

test('a scanner that is not there, or cannot judge, says nothing', async () => {
  expect(await scan(new Blob(['a']), nobody)).toBeNull()
  const full = await aScanner('INSTREAM size limit exceeded. ERROR')
  expect(await scan(new Blob(['a']), full)).toBeNull()
})

test('an infected file is refused with a sentence, and nothing of it is kept', async () => {
  const taken = await takeFiles(aText(eicar), 'policy', await aScanner())
  expect(taken).toMatchObject({ ok: false, sentence: expect.stringMatching(/virus scanner found/) })
})

test('what was taken while the scanner was down is absent until it was looked at', async () => {
  const { db, venueId, owner } = await aVenueWithFiles()
  const [clean, infected] = await Promise.all([
    takeFiles(aText('We check ID.'), 'policy', nobody),
    takeFiles(aText(`Once more: ${eicar}`), 'policy', nobody),
  ])
  const ids: FileId[] = []
  for (const taken of [clean, infected]) {
    if (!taken.ok) throw new Error(taken.sentence)
    expect(taken.file.held).toBe(true)
    expect(await readKept(taken.file.storageKey)).toBeNull()
    await uploadPolicy(owner, venueId, { title: 'Age and ID', file: taken.file })
  }
  for (const { id } of await db.select().from(files)) ids.push(id)
  for (const id of ids) {
    await expect(fileFor(db, owner.actor, venueId, id)).rejects.toThrow(NotFound)
  }

  expect(await scanHeldFiles(db, nobody)).toEqual({ clean: 0, found: 0 })
  expect(await scanHeldFiles(db, await aScanner())).toEqual({ clean: 1, found: 1 })
  expect(await scanHeldFiles(db, nobody)).toEqual({ clean: 0, found: 0 })
  const rows = await db.select().from(files)
  expect(rows.map(({ heldSince, foundIn }) => [heldSince === null, foundIn]).sort()).toEqual([
    [false, 'Eicar-Signature'],
    [true, null],
  ])
  const served = rows.filter(({ heldSince }) => heldSince === null)
  expect(new TextDecoder().decode((await readKept(served[0]?.storageKey ?? '')) ?? undefined)).toBe(
    'We check ID.',
  )
  const [gone] = rows.filter(({ foundIn }) => foundIn)
  expect(await readKept(gone?.storageKey ?? '')).toBeNull()
})

async function aVenueWithFiles() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db)
  const owner = await contextFor(db, await anOwner(db, venueId), new Date())
  return { db, venueId, owner }
}
