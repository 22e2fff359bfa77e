import { and, desc, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { seeNames } from '~/domain/applications/see-names.server'
import { letterPage } from '~/domain/feedback/letter-page.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import { studioOf } from '~/domain/feedback/studio.server'
import { newId } from '~/domain/ids'
import type { Database } from '~db/open.server'
import { files, replies, replyFiles, responses, roundEvidence, rounds } from '~db/schema'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import { testNow } from '~tests/support/factories'
import { aSentResponse, aSharedRound, aStep, aStrength } from '~tests/support/rounds'

type Story = Awaited<ReturnType<typeof aSharedRound>>

test('the studio asks the same few questions with 1, 3 and 300 parts, pieces of evidence and letters', async () => {
  const db = aDatabase()
  const story = await aSharedRound(db)
  const { liaison, applicationId } = story
  await startResponse(liaison, applicationId)
  const asked = async () => {
    let parts = { items: 0, pieces: 0 }
    const queries = await countQueries(async () => {
      const { draft, standards } = await studioOf(liaison, applicationId)
      await seeNames(liaison, applicationId)
      const pieces = standards.reduce((sum, { evidence }) => sum + evidence.length, 0)
      parts = { items: draft?.items.length ?? 0, pieces }
    })
    return { queries, ...parts }
  }
  await moreLetters(db, story, 1)
  await moreParts(db, story, 1)
  const one = await asked()
  await moreEvidence(db, story, 2)
  await moreLetters(db, story, 2)
  await moreParts(db, story, 3)
  const three = await asked()
  await moreEvidence(db, story, 297)
  await moreLetters(db, story, 297)
  await moreParts(db, story, 300)
  const many = await asked()
  expect([three, many]).toEqual([
    { queries: one.queries, items: 3, pieces: one.pieces + 2 },
    { queries: one.queries, items: 300, pieces: one.pieces + 299 },
  ])
  expect(one.queries).toBeLessThanOrEqual(24)
})

test('a letter asks the same few questions with 1, 3 and 300 replies and files', async () => {
  const db = aDatabase()
  const { owner, venueId, responseId } = await aSentResponse(db)
  const personId = owner.actor.person.id
  const more = (number: number) =>
    db.transaction(async (tx) => {
      for (let made = 0; made < number; made += 1) {
        const [replyId, fileId] = [newId('rep'), newId('fil')]
        const bytes = { type: 'text/plain', size: 1, digest: 'd', storageKey: 'd' }
        const row = { id: fileId, venueId, name: 'a.txt', uploadedBy: personId, createdAt: testNow }
        await tx
          .insert(replies)
          .values({ id: replyId, responseId, personId, words: 'w', at: testNow })
        await tx.insert(files).values({ ...row, ...bytes })
        await tx.insert(replyFiles).values({ replyId, fileId })
      }
    })
  const counts: number[] = []
  for (const number of [1, 2, 297]) {
    await more(number)
    counts.push(await countQueries(() => letterPage(owner, responseId, { venueId })))
  }
  expect((await letterPage(owner, responseId, { venueId })).replies).toHaveLength(300)
  expect(counts).toEqual([13, 13, 13])
})

/** The draft as it would be with so many parts, a strength for each step. */
async function moreParts(db: Database, { applicationId, policy }: Story, number: number) {
  const items = Array.from({ length: number }, (_, index) => ({
    ...(index % 2 === 0 ? aStrength(policy.id) : aStep()),
    key: `part-${index}`,
    roundEvidenceId: policy.id,
  }))
  const draft = { opening: 'Hello', closing: 'Yours', items }
  await db.transaction((tx) =>
    tx
      .update(responses)
      .set({ draft, revision: 1 })
      .where(and(eq(responses.applicationId, applicationId), isNull(responses.sentAt))),
  )
}

async function moreEvidence(db: Database, { policy }: Story, number: number) {
  const [piece] = await db.select().from(roundEvidence).where(eq(roundEvidence.id, policy.id))
  if (!piece) throw new Error('There is no evidence.')
  await db.transaction(async (tx) => {
    for (let made = 0; made < number; made += 1) {
      await tx.insert(roundEvidence).values({ ...piece, id: newId('rev') })
    }
  })
}

/** Rounds before this one, each with the letter that answered it. */
async function moreLetters(db: Database, { applicationId, liaisonId }: Story, count: number) {
  const before = await db
    .select()
    .from(rounds)
    .where(eq(rounds.applicationId, applicationId))
    .orderBy(desc(rounds.number))
  const [round] = before
  if (!round) throw new Error('There is no round.')
  await db.transaction(async (tx) => {
    await tx.update(rounds).set({ number: 1_000 }).where(eq(rounds.reference, round.reference))
    for (let made = 0; made < count; made += 1) {
      const number = before.length + made
      const own = { id: newId('rou'), number, reference: `LL-${number}` }
      await tx.insert(rounds).values({ ...round, ...own })
      await tx.insert(responses).values({
        id: newId('res'),
        roundId: own.id,
        applicationId,
        authorId: liaisonId,
        draft: null,
        opening: 'Hello',
        closing: 'Yours',
        revision: 1,
        createdAt: testNow,
        updatedAt: testNow,
        sentAt: testNow,
        outcome: 'next_steps',
      })
    }
  })
}
