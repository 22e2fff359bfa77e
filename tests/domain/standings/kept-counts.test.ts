import fc from 'fast-check'
import { expect, it } from 'vitest'
import { resumeApplication } from '~/domain/applications/resume-application.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { stepAway } from '~/domain/applications/step-away.server'
import { giveBackCertificate } from '~/domain/certificates/give-back-certificate.server'
import { pauseCertificate } from '~/domain/certificates/pause-certificate.server'
import { resumeCertificate } from '~/domain/certificates/resume-certificate.server'
import type { Context } from '~/domain/context'
import { addDays, type Day, dayOf } from '~/domain/dates'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import type { VenueId } from '~/domain/ids'
import { programOf } from '~/domain/standards/program.server'
import { countVenues } from '~/domain/standings/count-venues.server'
import { refreshStandings } from '~/domain/standings/refresh-standings.server'
import { addStaff } from '~/domain/training/add-staff.server'
import { changeStaff } from '~/domain/training/change-staff.server'
import { recordTraining } from '~/domain/training/record-training.server'
import { removeStaff } from '~/domain/training/remove-staff.server'
import { standingAt } from '~/domain/venues/venue-standing.server'
import type { Database } from '~db/open.server'
import { dues, staff, venueStandings, venues } from '~db/schema'
import { staffPositions } from '~db/vocabulary'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, atMoment, aVenue, contextFor } from '~tests/support/factories'

const kinds = [
  'hire',
  'train',
  'train',
  'leave',
  'on_leave',
  'remove',
  'pause',
  'resume',
  'renew',
  'step_away',
  'come_back',
  'give_back',
  'wait',
  'wait',
  'wait',
] as const

const anOperation = fc.record({
  kind: fc.constantFrom(...kinds),
  venue: fc.nat(1),
  pick: fc.nat(50),
  days: fc.integer({ min: 1, max: 75 }),
})
type Operation = typeof anOperation extends fc.Arbitrary<infer Made> ? Made : never

const types = ['sexual-assault-intervention', 'responsible-service', 'fake-id', 'de-escalation']

/** 10 stories of 30 operations each: 300 in all. */
it('keeps what a fresh count says, after any operations and on any day', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anOperation, { minLength: 30, maxLength: 30 }),
      async (operations) => {
        const { db, places } = await aStory()
        let today: Day = '2026-11-22'
        for (const operation of operations) {
          if (operation.kind === 'wait') today = addDays(today, operation.days)
          const now = new Date(`${today}T18:00:00Z`)
          const place = places[operation.venue]
          if (place)
            await allowed(() => act(db, place.venueId, atMoment(place.owner, now), operation))
          await refreshStandings(db, now)
          expect(await kept(db)).toEqual(await fresh(db, places, now))
        }
      },
    ),
    { numRuns: 10, seed: 20261122, endOnFailure: true },
  )
}, 240_000)

async function aStory() {
  const db = aDatabase()
  await aProgram(db)
  const { venueId, owner } = await anAccreditedVenue(db)
  const second = await aVenue(db)
  const other = await contextFor(db, await anOwner(db, second))
  await startApplication(other, second)
  return {
    db,
    places: [
      { venueId, owner },
      { venueId: second, owner: other },
    ],
  }
}

type Place = { venueId: VenueId; owner: Context }

async function act(db: Database, venueId: VenueId, ctx: Context, operation: Operation) {
  const { kind, pick, days } = operation
  const today = ctx.now.toISOString().slice(0, 10) as Day
  const everybody = (await db.select().from(staff)).filter((each) => each.venueId === venueId)
  const person = everybody[pick % Math.max(1, everybody.length)]
  const position = staffPositions[pick % staffPositions.length] ?? 'server'
  const seen = person?.updatedAt.getTime() ?? 0
  switch (kind) {
    case 'hire':
      return addStaff(ctx, venueId, {
        name: `Person ${everybody.length + 1}`,
        position,
        startedOn: addDays(today, pick - 25),
        onLeave: false,
        another: true,
      })
    case 'train':
      return (
        person &&
        recordTraining(ctx, venueId, person.id, {
          type: types[days % types.length] ?? '',
          completedOn: addDays(today, -pick),
          printedExpiry: days % 2 ? addDays(today, days) : null,
          certificateNumber: '',
        })
      )
    case 'leave':
      return (
        person &&
        changeStaff(ctx, venueId, person.id, { ...person, seen, leftOn: addDays(today, pick) })
      )
    case 'on_leave':
      return (
        person &&
        changeStaff(ctx, venueId, person.id, { ...person, seen, onLeave: !person.onLeave })
      )
    case 'remove':
      return person && removeStaff(ctx, venueId, person.id)
    case 'pause':
      return pauseCertificate(ctx, venueId)
    case 'resume':
      return resumeCertificate(ctx, venueId)
    case 'renew':
      return startApplication(ctx, venueId)
    case 'step_away':
      return stepAway(ctx, venueId)
    case 'come_back':
      return resumeApplication(ctx, venueId)
    case 'give_back':
      return pick % 5 === 0 ? giveBackCertificate(ctx, venueId, { reason: '' }) : undefined
    case 'wait':
      return undefined
  }
}

/** What a state does not allow is no operation. */
async function allowed(work: () => Promise<unknown>) {
  try {
    await work()
  } catch (error) {
    const answers = [Conflict, Invalid, NotFound, NotPermitted]
    if (!answers.some((answer) => error instanceof answer)) throw error
  }
}

async function kept(db: Database) {
  const rows = await db.select().from(dues)
  const standings = await db.select().from(venueStandings)
  return sorted(
    standings.map(({ venueId, group, standing, trained, inScope }) => ({
      venueId,
      group,
      standing,
      trained,
      inScope,
      dues: sorted(
        rows
          .filter((row) => row.venueId === venueId)
          .map(({ subject, dueOn, remindOn }) => `${subject} ${dueOn} ${remindOn !== null}`),
      ),
    })),
  )
}

async function fresh(db: Database, places: readonly Place[], now: Date) {
  const today = dayOf(now, 'America/New_York')
  const venueIds = places.map(({ venueId }) => venueId)
  const counted = await countVenues(db, venueIds, await programOf(db), today)
  const standing = await standingAt(db, now)
  const read = await db.select({ id: venues.id, standing: standing.as('standing') }).from(venues)
  return sorted(
    [...counted].map(([venueId, { group, trained, inScope, dues: due }]) => ({
      venueId,
      group,
      standing: read.find(({ id }) => id === venueId)?.standing,
      trained,
      inScope,
      dues: sorted(due.map(({ subject, dueOn, remind }) => `${subject} ${dueOn} ${remind}`)),
    })),
  )
}

function sorted<Each>(each: Each[]): Each[] {
  return each.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
