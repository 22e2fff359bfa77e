import { eq, getTableColumns } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NotFound } from '~/domain/errors'
import { answerPulse } from '~/domain/feedback/answer-pulse.server'
import { askPulse } from '~/domain/feedback/ask-pulse.server'
import { canBeShown, fewestPeople, pulseItems, type Scores } from '~/domain/feedback/pulse'
import { pulseFigures } from '~/domain/feedback/pulse-figures.server'
import { pulseToAnswer } from '~/domain/feedback/pulse-page.server'
import { type DistrictId, newId, type PersonId, type VenueId } from '~/domain/ids'
import type { Database } from '~db/open.server'
import {
  applications,
  events,
  pulseAnswers,
  pulseAsks,
  responses,
  rounds,
  submissions,
  venues,
} from '~db/schema'
import type { PulseSide } from '~db/vocabulary'
import { aDatabase, aDatabaseIn } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  aMembership,
  anOwner,
  aPerson,
  aVenue,
  contextFor,
} from '~tests/support/factories'
import { aSentResponse } from '~tests/support/rounds'

const nine: Scores = [1, 2, 3, 4, 5, 4, 3, 2, 1]

describe('the pulse after a letter', () => {
  test('owners, managers and whoever sent it are asked, without a mail; a helper is not', async () => {
    const db = aDatabase()
    const { venueId, responseId, ownerId, liaisonId, owner, liaison } = await aSentResponse(db)
    const asks = await db.select().from(pulseAsks)
    expect(asks.map(({ personId, side }) => [personId, side]).sort()).toEqual(
      [
        [ownerId, 'venue'],
        [liaisonId, 'liaison'],
      ].sort(),
    )
    expect((await pulseToAnswer(owner, { venueId }, 'venue'))?.responseId).toBe(responseId)
    expect((await pulseToAnswer(liaison, {}, 'liaison'))?.responseId).toBe(responseId)
    const helper = await contextFor(db, await anOwner(db, venueId, { role: 'helper' }))
    expect(await pulseToAnswer(helper, { venueId }, 'venue')).toBeNull()
    await expect(answerPulse(helper, responseId, { venueId }, nine)).rejects.toThrow(/asked once/)
    const month = { ...owner, now: new Date(owner.now.getTime() + 31 * 86_400_000) }
    expect(await pulseToAnswer(month, { venueId }, 'venue')).toBeNull()
  })

  test('an answer is taken once, and keeps no person, venue, letter or moment', async () => {
    const db = aDatabase()
    const { venueId, responseId, owner } = await aSentResponse(db)
    const before = (await db.select().from(events)).length
    const submission = `0123456789abcdef.pulse:${'a'.repeat(32)}`
    const ctx = { ...owner, origin: { ...owner.origin, submission } }
    await answerPulse(ctx, responseId, { venueId }, nine)
    await answerPulse(ctx, responseId, { venueId }, nine)
    await expect(answerPulse(owner, responseId, { venueId }, nine)).rejects.toThrow(/have answered/)

    const [answer, ...others] = await db.select().from(pulseAnswers)
    expect(others).toEqual([])
    expect(answer).toMatchObject({ side: 'venue', scores: nine, batch: null })
    expect(Object.keys(getTableColumns(pulseAnswers)).sort()).toEqual(
      ['id', 'side', 'districtId', 'scores', 'batch'].sort(),
    )
    expect(await db.select().from(events)).toHaveLength(before)
    // A digest of what was typed could be turned back into the scores by trying them all.
    const [kept] = (await db.select().from(submissions)).filter(({ id }) => id.includes('pulse'))
    expect([kept?.id.endsWith('0123456789abcdef.pulse'), kept?.result]).toEqual([true, null])
  })

  test('a batch waits for five scores of each item, or for ten people', () => {
    const open: Scores = [null, 3]
    const answers = (whole: number, left: number): Scores[] => [
      ...Array.from({ length: whole }, (): Scores => [4, 3]),
      ...Array.from({ length: left }, () => open),
    ]
    expect(canBeShown(answers(4, 0))).toBe(false)
    expect(canBeShown(answers(5, 0))).toBe(true)
    expect(canBeShown(answers(4, 3))).toBe(false)
    expect(canBeShown(answers(0, 5))).toBe(true)
    expect(canBeShown(answers(4, 6))).toBe(true)
  })
})

const anAct = fc.record({
  what: fc.constantFrom('letter', 'letter', 'answer', 'answer', 'answer', 'answer', 'look', 'move'),
  who: fc.nat(40),
  which: fc.nat(40),
  scores: fc.array(fc.nat(40), { minLength: 9, maxLength: 9 }),
})
type Act = typeof anAct extends fc.Arbitrary<infer Made> ? Made : never

/**
 * Few people with several venues each in two districts, venues that move, items left open: the hardest
 * case for a group. Whatever is looked at, whenever, two views differ by nobody or by five people or more.
 */
test('no two views of the pulse differ by fewer than five people', async () => {
  let batches = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(anAct, { minLength: 240, maxLength: 240, size: 'max' }),
      async (acts) => {
        const { db, remove } = aDatabaseIn()
        try {
          const town = await aSmallTown(db)
          for (const act of acts) await town.does(act)
          await town.looks()
          batches += await town.judges()
        } finally {
          await remove()
        }
      },
    ),
    { numRuns: 4, seed: 20261128, endOnFailure: true },
  )
  expect(batches).toBeGreaterThan(5)
}, 60_000)

type View = { slug: string; side: PulseSide; answers: number; items: number[] }

async function aSmallTown(db: Database) {
  const first = await aSentResponse(db)
  const coordinator = await contextFor(db, await aCoordinator(db))
  const districts = [first.districtId, await aDistrict(db, 'Canal')]
  const liaisons = await Promise.all(
    Array.from({ length: 7 }, (_, at) => aLiaison(db, districts[at % 2] as DistrictId)),
  )
  const owners = await Promise.all(Array.from({ length: 8 }, () => aPerson(db)))
  const all: { venueId: VenueId; applicationId: typeof first.applicationId }[] = []
  for (let at = 0; at < 8; at += 1) {
    const venueId = await aVenue(db, { districtId: districts[at % 2] })
    for (const step of [0, 2, 5]) {
      await aMembership(db, owners[(at + step) % 8] as PersonId, 'owner', { venueId })
    }
    all.push({ venueId, applicationId: await anApplication(db, venueId, first.applicationId) })
  }
  /** Which answer is whose: what nobody but this test knows. */
  const whose = new Map<string, PersonId>()
  const views: View[][] = []
  let letters = 0

  async function letter({ who, which }: Act) {
    const { venueId, applicationId } = all[which % all.length] as (typeof all)[number]
    const liaison = await contextFor(db, liaisons[who % liaisons.length] as PersonId)
    const [venue] = await db.select().from(venues).where(eq(venues.id, venueId))
    letters += 1
    const responseId = await aLetter(db, applicationId, first, letters)
    const subject = { id: applicationId, venueId, districtId: venue?.districtId ?? null }
    await db.transaction((tx) => askPulse(tx, liaison, subject, responseId))
  }

  async function answer({ who, which, scores }: Act) {
    const side: PulseSide = which % 3 === 0 ? 'liaison' : 'venue'
    const people = side === 'liaison' ? liaisons : owners
    const ctx = await contextFor(db, people[who % people.length] as PersonId)
    const open = await pulseToAnswer(ctx, {}, side)
    if (!open) return
    const { responseId, applicationId } = open
    const { venueId } = all.find((each) => each.applicationId === applicationId) as (typeof all)[0]
    const place = side === 'venue' ? { venueId } : { applicationId }
    const given = scores
      .slice(0, pulseItems[side].length)
      .map((score) => (score && (score % 5) + 1) || null)
    // A liaison whose venue moved away may not read its letter any more.
    await answerPulse(ctx, responseId, place, given).catch((error) => {
      if (!(error instanceof NotFound)) throw error
    })
    for (const { id } of await db.select().from(pulseAnswers)) {
      if (!whose.has(id)) whose.set(id, ctx.actor.person.id)
    }
  }

  async function looks() {
    const shown: View[] = []
    const { districts: choices } = await pulseFigures(coordinator, '')
    for (const slug of ['', ...choices.map(({ value }) => value)]) {
      const page = await pulseFigures(coordinator, slug)
      for (const side of ['venue', 'liaison'] as const) {
        const figures = page[side]
        const items = pulseItems[side].map((_, at) => figures?.items[at]?.scores ?? 0)
        shown.push({ slug, side, answers: figures?.answers ?? 0, items })
      }
    }
    views.push(shown)
  }

  return {
    looks,
    async does(act: Act) {
      if (act.what === 'letter') await letter(act)
      else if (act.what === 'answer') await answer(act)
      else if (act.what === 'look') await looks()
      else {
        const { venueId } = all[act.who % all.length] as (typeof all)[number]
        const districtId = districts[act.which % 2] as DistrictId
        await db.transaction((tx) =>
          tx.update(venues).set({ districtId }).where(eq(venues.id, venueId)),
        )
      }
    },
    /** Answers how many batches there were. */
    async judges(): Promise<number> {
      const shown = (await db.select().from(pulseAnswers)).filter(({ batch }) => batch !== null)
      const keyOf = ({ side, districtId, batch }: (typeof shown)[number]) =>
        `${side} ${districtId} ${batch}`
      const keys = new Set(shown.map(keyOf))
      for (const key of keys) {
        const batch = shown.filter((row) => keyOf(row) === key).map(({ id }) => id)
        const people = new Set(batch.map((id) => whose.get(id)))
        expect(people.size).toBe(batch.length)
        expect(people.size).toBeGreaterThanOrEqual(fewestPeople)
        // In the order of their random ids, whoever answered first.
        expect(batch).toEqual(batch.toSorted())
      }
      for (const [earlier, later] of pairsOf(views)) {
        for (const one of earlier) {
          for (const other of later) {
            // What is in the one is in the other too, so that one can be taken from the other.
            const comparable = other.slug === one.slug || other.slug === ''
            if (one.side !== other.side || !comparable) continue
            expect(differ(one.answers, other.answers)).toBe(true)
            expect(one.items.every((scores, at) => differ(scores, other.items[at] ?? 0))).toBe(true)
          }
        }
      }
      return keys.size
    },
  }
}

/** By nothing, or by five or more. */
function differ(one: number, other: number): boolean {
  return one === other || Math.abs(one - other) >= fewestPeople
}

function pairsOf<One>(list: One[]): [One, One][] {
  return list.flatMap((one, at) => list.slice(at).map((other): [One, One] => [one, other]))
}

async function anApplication(db: Database, venueId: VenueId, like: `app_${string}`) {
  const [row] = await db.select().from(applications).where(eq(applications.id, like))
  if (!row) throw new Error('There is no application to copy.')
  const id = newId('app')
  await db.transaction((tx) => tx.insert(applications).values({ ...row, id, venueId }))
  return id
}

/** A letter that was sent, as it lies in the database. */
async function aLetter(
  db: Database,
  applicationId: `app_${string}`,
  like: { roundId: `rou_${string}`; responseId: `res_${string}` },
  number: number,
) {
  const [round] = await db.select().from(rounds).where(eq(rounds.id, like.roundId))
  const [response] = await db.select().from(responses).where(eq(responses.id, like.responseId))
  if (!round || !response) throw new Error('There is no letter to copy.')
  const roundId = newId('rou')
  const id = newId('res')
  await db.transaction(async (tx) => {
    const reference = `PULSE-${number}`
    await tx.insert(rounds).values({ ...round, id: roundId, applicationId, number, reference })
    await tx.insert(responses).values({ ...response, id, applicationId, roundId })
  })
  return id
}
