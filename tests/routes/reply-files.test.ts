import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

const dataDir = vi.hoisted(() => {
  const folder = `${process.env.TMPDIR ?? '/tmp'}/lamplight-replies-${process.pid}`
  process.env.DATA_DIR = folder
  return folder
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

import { answerStandard } from '~/domain/applications/answer-standard.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { Invalid } from '~/domain/errors'
import { replyTo } from '~/domain/feedback/reply.server'
import type { PersonId } from '~/domain/ids'
import { eraseUnshared } from '~/domain/privacy/erase-venue.server'
import { venueData } from '~/domain/privacy/venue-data.server'
import { env } from '~/env.server'
import { sessionCookie } from '~/http/session.server'
import { paths } from '~/paths'
import { files, replies, replyFiles } from '~db/schema'
import type { Factor } from '~db/vocabulary'
import { aPdfOf } from '~tests/support/a-pdf'
import { aDatabase } from '~tests/support/database'
import { aDistrict, aLiaison, anOwner, aVenue, contextFor } from '~tests/support/factories'
import { aSentResponse } from '~tests/support/rounds'
import { signedInAs } from '~tests/support/sessions'
import { wholeSite } from '~tests/support/whole-site'

beforeEach(() => rmSync(join(dataDir, 'files'), { recursive: true, force: true }))

test('a reply takes files along without a script, and both sides save them from it', async () => {
  const { db, site, owner, liaison, venueId, applicationId, responseId } = await twoSides()
  const letter = paths.letter(venueId, responseId)
  const review = paths.reviewLetter(applicationId, responseId)
  const sent = await site.ask(paths.replyToLetter(venueId, responseId), {
    cookie: owner,
    form: aReply('Here is the new page.', [
      await pdf('plan.pdf'),
      new File(['By the gate.'], 'n.txt'),
    ]),
  })
  expect([sent.status, sent.headers.get('Location')]).toEqual([302, `${letter}#replies`])
  const back = await site.ask(paths.reviewReply(applicationId, responseId), {
    cookie: liaison,
    form: aReply('Thank you, and mine.', [await pdf('sample.pdf')]),
  })
  expect(back.headers.get('Location')).toBe(`${review}#replies`)

  const kept = await db.select().from(files)
  expect(kept.map(({ name }) => name).sort()).toEqual(['n.txt', 'plan.pdf', 'sample.pdf'])
  const pages = [
    [letter, owner, (id: string) => paths.venueFile(venueId, id)],
    [review, liaison, (id: string) => paths.reviewFile(applicationId, id)],
  ] as const
  for (const [page, cookie, fileAt] of pages) {
    const read = await (await site.ask(page, { cookie })).text()
    for (const { id, name } of kept) {
      expect(read).toContain(`href="${fileAt(id)}"`)
      const answer = await site.ask(fileAt(id), { cookie })
      expect(answer.headers.get('Content-Disposition')).toContain(`attachment; filename="${name}"`)
    }
  }
})

test('a file of a reply is absent for everybody else', async () => {
  const { db, site, story, owner, liaison, cookieOf } = await twoSides()
  const { venueId, applicationId, responseId } = story
  await site.ask(paths.replyToLetter(venueId, responseId), {
    cookie: owner,
    form: aReply('Here it is.', [await pdf('plan.pdf')]),
  })
  const [file] = await db.select().from(files)
  const id = file?.id ?? ''
  const elsewhere = await aLiaison(db, await aDistrict(db, 'Elsewhere'))
  const otherVenue = await aVenue(db, { districtId: story.districtId })
  const stranger = await anOwner(db, otherVenue)
  const theirs = await contextFor(db, stranger)
  const other = await startApplication(theirs, otherVenue)
  const said = { stance: 'another_way', words: 'In our own way.', hearOn: null } as const
  await answerStandard(theirs, otherVenue, 'HOME-1', said)
  await shareApplication(theirs, otherVenue, '')
  const unconfirmed = await anOwner(db, venueId, { confirmed: false })
  const staff: Factor[] = ['password', 'totp']
  const asked = [
    [paths.reviewFile(applicationId, id), await cookieOf(elsewhere, staff)],
    [paths.reviewFile(other, id), liaison],
    [paths.venueFile(otherVenue, id), await cookieOf(stranger, ['email_code'])],
    [paths.venueFile(venueId, id), await cookieOf(unconfirmed, ['email_code'])],
  ] as const
  expect((await site.ask(paths.review(other), { cookie: liaison })).status).toBe(200)
  for (const [address, cookie] of asked) {
    expect([address, (await site.ask(address, { cookie })).status]).toEqual([address, 404])
  }
})

test('what is refused leaves nothing behind, and the words stay in the form', async () => {
  const { db, site, owner, venueId, responseId } = await twoSides()
  const to = paths.replyToLetter(venueId, responseId)
  const four = await Promise.all(['a', 'b', 'c', 'd'].map((name) => pdf(`${name}.pdf`)))
  for (const [chosen, sentence] of [
    [[await pdf('good.pdf'), new File(['MZ\u0000\u0001'], 'bad.exe')], 'bad.exe: '],
    [four, 'Please choose at most 3 files.'],
  ] as const) {
    const answer = await site.ask(to, { cookie: owner, form: aReply('My careful words.', chosen) })
    expect(answer.status).toBe(422)
    const read = await answer.text()
    expect(read).toContain(sentence)
    expect(read).toMatch(/<textarea[^>]*>My careful words\./)
  }
  const counts = await Promise.all([files, replies, replyFiles].map((table) => db.$count(table)))
  expect(counts).toEqual([0, 0, 0])
  expect(bytesKept()).toEqual([])
})

test('the files take the venue’s room, stay when unshared things go, and are in its download', async () => {
  const { db, story, venueId, responseId } = await twoSides()
  const file = { type: 'application/pdf', digest: 'd'.repeat(64), storageKey: 'd'.repeat(64) }
  const send = (name: string, size: number) =>
    replyTo(story.owner, responseId, { words: name, about: '', files: [{ ...file, name, size }] })
  await send('plan.pdf', env.venueBytes - 100)
  await expect(send('more.pdf', 200)).rejects.toThrow(Invalid)

  const { entries } = await venueData(story.owner, venueId)
  expect(entries.find(({ path }) => path === 'files/plan.pdf')?.from).toEqual({
    fileKey: file.digest,
  })
  const letter = entries.find(({ path }) => path.startsWith('letters/'))
  expect(JSON.stringify(letter?.from)).toContain('plan.pdf\\n\\nFiles: plan.pdf')
  await db.transaction((tx) => eraseUnshared(tx, venueId, story.owner.now))
  expect(await db.$count(replyFiles)).toBe(1)
})

function bytesKept(): string[] {
  try {
    return readdirSync(join(dataDir, 'files'), { recursive: true }).map(String)
  } catch {
    return []
  }
}

async function pdf(name: string): Promise<File> {
  return new File([new Uint8Array(await aPdfOf(name))], name)
}

function aReply(words: string, chosen: readonly File[]): FormData {
  const form = new FormData()
  form.append('words', words)
  form.append('about', '')
  for (const file of chosen) form.append('file', file)
  return form
}

async function twoSides() {
  const db = aDatabase()
  const sent = await aSentResponse(db)
  const cookieOf = async (personId: PersonId, factors: Factor[]) =>
    sessionCookie((await signedInAs(db, personId, factors, new Date())).token)
  return {
    ...sent,
    db,
    story: sent,
    cookieOf,
    site: wholeSite(db),
    owner: await cookieOf(sent.owner.actor.person.id, ['email_code']),
    liaison: await cookieOf(sent.liaisonId, ['password', 'totp']),
  }
}
