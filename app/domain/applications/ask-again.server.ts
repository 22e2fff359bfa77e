import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { paths } from '~/paths'
import type { Database, Tx } from '~db/open.server'
import { applications, venues } from '~db/schema'
import { type Day, dayOf } from '../dates'
import { recordEvent } from '../events.server'
import type { ApplicationId } from '../ids'
import { queueEmail } from '../outbox.server'
import { programOf } from '../standards/program.server'
import { venueRecipients } from '../venues/queries.server'
import { momentOf } from '../wall-clock'

/** Nobody is written to before this hour of the program's morning. */
const eight = 8 * 60

/**
 * Asks venues that paused and named a day, on that day and once: claimed in the transaction that
 * queues the mail, so that nobody is asked twice, whoever runs this. Answers how many venues.
 */
export async function askAgain(db: Database, now: Date): Promise<number> {
  const { timeZone } = await programOf(db)
  const today = dayOf(now, timeZone)
  if (now < momentOf(today, eight, timeZone, 'first')) return 0
  const due = await db
    .select({ id: applications.id })
    .from(applications)
    .where(isDue(today))
    .orderBy(asc(applications.askAgainOn))
  let asked = 0
  for (const { id } of due) {
    if (await db.transaction((tx) => ask(tx, id, { today, timeZone, now }))) asked += 1
  }
  return asked
}

type Clock = { today: Day; timeZone: string; now: Date }

async function ask(tx: Tx, id: ApplicationId, { today, timeZone, now }: Clock): Promise<boolean> {
  const [claimed] = await tx
    .update(applications)
    .set({ askedAgainAt: now })
    .where(and(eq(applications.id, id), isDue(today)))
    .returning({ venueId: applications.venueId, pausedAt: applications.stateSince })
  if (!claimed) return false
  const { venueId, pausedAt } = claimed
  const [venue] = await tx.select({ name: venues.name }).from(venues).where(eq(venues.id, venueId))
  const facts = {
    venue: venue?.name ?? '',
    pausedOn: dayOf(pausedAt, timeZone),
    path: paths.venue(venueId),
    changePath: paths.changePause(venueId),
  }
  for (const person of await venueRecipients(tx, venueId)) {
    await queueEmail(tx, person, 'ask-again', facts, now)
  }
  await recordEvent(tx, {
    ...{ kind: 'application.asked_again', actor: null, origin: null, at: now, venueId },
    applicationId: id,
  })
  return true
}

function isDue(today: Day) {
  return and(
    eq(applications.state, 'paused'),
    lte(applications.askAgainOn, today),
    isNull(applications.askedAgainAt),
  )
}
