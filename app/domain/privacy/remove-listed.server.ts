import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { applications, removals } from '~db/schema'
import { openStates } from '~db/vocabulary'
import { recordEvent } from '../events.server'
import type { RemovalId, VenueId } from '../ids'
import { daysKept } from '../retention-schedule.server'
import { programOf } from '../standards/program.server'
import { eraseUnshared } from './erase-venue.server'
import { leavingRule } from './leaving.server'
import { spanOf, weeksOf } from './notice'
import { isWeekly, weeklyKinds } from './retention-kinds.server'

const day = 86_400_000

export type Removal = typeof removals.$inferSelect

/**
 * Removes what one line of the list stands for, and records how many it was. Answers the keys of files
 * whose bytes can go, or null where nothing was left to remove: then the line leaves the list.
 */
export async function removeListed(tx: Tx, id: RemovalId, now: Date): Promise<string[] | null> {
  const [line] = await tx
    .select()
    .from(removals)
    .where(and(eq(removals.id, id), isNull(removals.removedAt)))
  // Another process, or a coordinator, was here first.
  if (!line || line.removeAfter > now) return null
  const gone =
    line.rule === leavingRule ? await leftVenue(tx, line, now) : await weeksGone(tx, line, now)
  if (!gone) {
    await tx.delete(removals).where(eq(removals.id, id))
    return null
  }
  await tx.update(removals).set({ removedAt: now }).where(eq(removals.id, id))
  await recordEvent(tx, {
    kind: 'retention.removed',
    ...{ actor: null, at: now, origin: null, subjectId: id },
    ...(gone.venueId && { venueId: gone.venueId }),
    facts: { rule: line.rule, ...gone.facts },
  })
  return gone.keys
}

type Gone = { keys: string[]; facts: Record<string, string | number>; venueId?: VenueId }

/** A venue that has begun again keeps everything. */
async function leftVenue(tx: Tx, { subjectId }: Removal, now: Date): Promise<Gone | null> {
  const venueId = subjectId as VenueId
  const states = await tx
    .select({ state: applications.state })
    .from(applications)
    .where(eq(applications.venueId, venueId))
  if (states.some(({ state }) => (openStates as readonly string[]).includes(state))) return null
  const keys = await eraseUnshared(tx, venueId, now)
  return { keys, venueId, facts: { count: 1, files: keys.length } }
}

async function weeksGone(tx: Tx, { rule, subjectId }: Removal, now: Date): Promise<Gone | null> {
  if (!isWeekly(rule)) return null
  const { timeZone } = await programOf(tx)
  const span = spanOf(weeksOf(subjectId), timeZone)
  // The schedule may have been given more days since this was listed.
  if (now.getTime() - span.until.getTime() < daysKept(rule) * day) return null
  const { count, keys } = await weeklyKinds[rule].remove(tx, span, now)
  return count > 0 ? { keys, facts: { count, weeks: subjectId } } : null
}
