import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'

const dataDir = vi.hoisted(() => {
  const folder = `/tmp/lamplight-cards-${process.pid}`
  process.env.DATA_DIR = folder
  return folder
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

import { startSession } from '~/domain/accounts/session.server'
import { addStaff } from '~/domain/training/add-staff.server'
import { sessionCookie } from '~/http/session.server'
import { paths } from '~/paths'
import { loader as recordPage } from '~/routes/venue.$venueId.records.$recordId._index/route'
import { action as attach } from '~/routes/venue.$venueId.records.$recordId.card._index'
import { action as removeRecord } from '~/routes/venue.$venueId.records.$recordId.remove'
import { action as verify } from '~/routes/venue.$venueId.records.$recordId.verify'
import { action as addRecord } from '~/routes/venue.$venueId.team.$staffId.records'
import { trainingRecords } from '~db/schema'
import { aPhoto } from '~tests/files/pictures'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, contextFor } from '~tests/support/factories'
import { answerOf, routeArgs } from '~tests/support/route-args'

test('a photo comes with a training, is replaced, and goes with it; what is no card is told so', async () => {
  const site = await aSite()
  const facts = { type: 'fake-id', completedOn: '2026-01-05' }
  const photo = await aPhoto()
  const first = await site.send(addRecord, facts, photo)
  expect([first.status, first.headers.get('Location')]).toEqual([
    302,
    paths.staffMember(site.venueId, site.params.staffId),
  ])
  const [record] = await site.db.select().from(trainingRecords)
  const recordId = record?.id ?? ''
  const page = () => recordPage(site.get({ recordId }))
  expect(await page()).toMatchObject({
    state: 'Card attached',
    card: { name: 'card.jpg', picture: true },
  })
  const [kept] = keptFiles()

  const text = await site.send(attach, {}, Buffer.from('This is no card.'), { recordId })
  expect(text.status).toBe(422)
  expect(await text.json()).toMatchObject({
    errors: { file: expect.stringContaining('Please choose a photo of the card') },
  })
  const none = await site.send(attach, {}, null, { recordId })
  expect(none.status).toBe(422)

  const { seen } = await page()
  const vouched = await site.send(verify, { how: 'register', seen }, null, { recordId })
  expect(vouched.status).toBe(302)
  expect((await page()).isVerified).toBe(true)

  const larger = await aPhoto({ width: 80 })
  expect((await site.send(attach, {}, larger, { recordId })).status).toBe(302)
  expect(keptFiles()).toHaveLength(1)
  expect(keptFiles()).not.toContain(kept)
  expect(await page()).toMatchObject({ isVerified: false, state: 'Card attached' })

  expect((await site.send(removeRecord, {}, null, { recordId })).status).toBe(302)
  expect(keptFiles()).toEqual([])
})

type Params = Record<string, string>

async function aSite() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db)
  const ownerId = await anOwner(db, venueId)
  const ctx = await contextFor(db, ownerId, new Date())
  const staffId = await addStaff(ctx, venueId, {
    ...{ name: 'Ada Lang', position: 'server', startedOn: null, onLeave: false, another: false },
  })
  const token = await db.transaction((tx) => startSession(tx, ownerId, ['email_code'], new Date()))
  const cookies = [(await sessionCookie(token)).split(';')[0] ?? '']
  const params = { venueId, staffId }
  const get = (more: Params = {}) =>
    routeArgs(db, '/x', { cookies, params: { ...params, ...more } })
  return {
    ...{ db, venueId, params, get },
    send: (
      action: (args: ReturnType<typeof get>) => Promise<Response>,
      form: Params,
      file: Buffer | null,
      more: Params = {},
    ) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(form)) body.set(name, value)
      if (file) body.set('file', new File([new Uint8Array(file)], 'card.jpg'))
      const plain = get(more)
      const headers = { Cookie: cookies.join('; ') }
      const request = new Request(plain.request.url, { method: 'POST', headers, body })
      return answerOf(action({ ...plain, request }))
    },
  }
}

function keptFiles(): string[] {
  const folder = join(dataDir, 'files')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
}
