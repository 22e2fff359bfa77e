import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'

const dataDir = vi.hoisted(() => {
  const folder = `${process.env.TMPDIR ?? '/tmp'}/lamplight-walks-${process.pid}`
  process.env.DATA_DIR = folder
  return folder
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

import { startSession } from '~/domain/accounts/session.server'
import { chooseWalkTime } from '~/domain/contacts/choose-walk-time.server'
import { proposeWalk } from '~/domain/contacts/propose-walk.server'
import { walkPage } from '~/domain/contacts/walk-page.server'
import { isDay } from '~/domain/dates'
import type { PersonId } from '~/domain/ids'
import { eraseUnshared } from '~/domain/privacy/erase-venue.server'
import { sessionCookie } from '~/http/session.server'
import { action as saveNote } from '~/routes/walk-throughs.$walkId.items.$item'
import { action as addPhoto } from '~/routes/walk-throughs.$walkId.photos._index'
import { loader as openPhoto } from '~/routes/walk-throughs.$walkId.photos.$photoId._index'
import { action as removePhoto } from '~/routes/walk-throughs.$walkId.photos.$photoId.remove'
import { files, walkNotes, walkPhotos } from '~db/schema'
import type { Factor } from '~db/vocabulary'
import { aPhoto } from '~tests/files/pictures'
import { aDatabase } from '~tests/support/database'
import {
  aDistrict,
  aLiaison,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
} from '~tests/support/factories'
import { answerOf, routeArgs } from '~tests/support/route-args'

test('a photo is saved when the server says so, once, without its place, for both sides', async () => {
  const { db, owner, liaison, walkId, page } = await aWalk()
  const key = 'a-key-of-this-photo'
  const first = await liaison(addPhoto, { _submission: key, answer: 'here' }, [await aPhoto()])
  const { saved } = await first.json()
  expect([first.status, saved]).toEqual([200, expect.stringMatching(/^wph_/)])
  // Its answer was lost on the way, so the phone sends it again.
  const again = await liaison(addPhoto, { _submission: key, answer: 'here' }, [await aPhoto()])
  expect(await again.json()).toEqual({ saved })
  expect(await db.$count(walkPhotos)).toBe(1)

  const broken = await liaison(addPhoto, { answer: 'here' }, [Buffer.from('no photo')])
  expect([broken.status, (await broken.json()).errors.file]).toEqual([
    422,
    expect.stringContaining('Please choose a photo'),
  ])
  const two = await owner(addPhoto, {}, [await aPhoto(), await aPhoto()])
  expect(two.status).toBe(422)
  const plain = await owner(addPhoto, {}, [await aPhoto({ width: 80 })])
  expect([plain.status, plain.headers.get('Location')]).toEqual([
    302,
    `/walk-throughs/${walkId}#photos`,
  ])
  expect((await page()).photos).toHaveLength(2)

  const opened = await owner(openPhoto, {}, [], { photoId: saved })
  expect(Buffer.from(await opened.arrayBuffer()).toString('latin1')).not.toContain('GPS')
})

test('whoever took a photo takes it away, and the venue any of them; bytes and all', async () => {
  const { db, owner, liaison, venueId, now } = await aWalk()
  const before = keptFiles()
  const wide = await aPhoto({ width: 120 })
  const { saved } = await (await owner(addPhoto, { answer: 'here' }, [wide])).json()
  expect(keptFiles()).toHaveLength(before.length + 1)
  expect((await liaison(removePhoto, {}, [], { photoId: saved })).status).toBe(409)
  expect((await owner(removePhoto, {}, [], { photoId: saved })).status).toBe(302)
  expect(keptFiles()).toEqual(before)

  await liaison(addPhoto, { answer: 'here' }, [await aPhoto()])
  await liaison(saveNote, { looked: 'yes', revision: '0' }, [], { item: 'exits' })
  const keys = await db.transaction((tx) => eraseUnshared(tx, venueId, now))
  expect(keys).toHaveLength(1)
  const left = await Promise.all([walkPhotos, walkNotes, files].map((table) => db.$count(table)))
  expect(left).toEqual([0, 0, 0])
})

test('a tick and a word save themselves, and nobody overwrites the other side', async () => {
  const { owner, liaison, page } = await aWalk()
  const words = 'The light at the\nback door is out.'
  const saved = await liaison(saveNote, { words, revision: '0', answer: 'here' }, [], {
    item: 'lighting',
  })
  expect((await saved.json()).saved.revision).toBe('1')
  const late = await owner(saveNote, { looked: 'yes', revision: '0', answer: 'here' }, [], {
    item: 'lighting',
  })
  expect([late.status, (await late.json()).theirs]).toEqual([
    409,
    { words: 'The light at the back door is out.', revision: '1' },
  ])
  const elsewhere = await owner(saveNote, { revision: '0' }, [], { item: 'guests' })
  expect(elsewhere.status).toBe(404)
  const [lighting] = (await page()).checklist
  expect(lighting).toMatchObject({ looked: '', words: 'The light at the back door is out.' })
})

type Fields = Record<string, string>
type Route = (args: ReturnType<typeof routeArgs>) => Promise<unknown>

async function aWalk() {
  const db = aDatabase()
  await aProgram(db)
  const now = new Date()
  const districtId = await aDistrict(db)
  const venueId = await aVenue(db, { districtId })
  const [ownerId, liaisonId] = [await anOwner(db, venueId), await aLiaison(db, districtId)]
  const [owner, liaison] = [
    await contextFor(db, ownerId, now),
    await contextFor(db, liaisonId, now),
  ]
  const times = [3, 4, 5].map((days) => {
    const day = new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)
    if (!isDay(day)) throw new Error('No day.')
    return { day, time: '14:00' as const }
  })
  const walkId = await proposeWalk(liaison, venueId, { times })
  const page = () => walkPage(owner, walkId)
  await chooseWalkTime(owner, walkId, { time: Number((await page()).times[0]?.value), revision: 1 })
  return {
    ...{ db, venueId, walkId, now, page },
    owner: await asking(ownerId, ['email_code']),
    liaison: await asking(liaisonId, ['password', 'totp']),
  }

  /** Asks a route as this person: a read where there is nothing to send. */
  async function asking(personId: PersonId, factors: Factor[]) {
    const token = await db.transaction((tx) => startSession(tx, personId, factors, now))
    const Cookie = (await sessionCookie(token)).split(';')[0] ?? ''
    return (route: Route, fields: Fields, photos: Buffer[], more: Fields = {}) => {
      const args = routeArgs(db, '/x', { params: { walkId, ...more } })
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      for (const photo of photos) body.append('file', new File([new Uint8Array(photo)], 'a.jpg'))
      const sent = route === openPhoto ? {} : { method: 'POST', body }
      const request = new Request(args.request.url, { headers: { Cookie }, ...sent })
      return answerOf(route({ ...args, request }))
    }
  }
}

function keptFiles(): string[] {
  const folder = join(dataDir, 'files')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
}
