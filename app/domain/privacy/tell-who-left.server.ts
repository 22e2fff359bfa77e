import { paths } from '~/paths'
import type { Reader, Tx } from '~db/open.server'
import { inChargeOf } from '../accounts/tell-of-places.server'
import type { Context } from '../context'
import { type Day, dayOf } from '../dates'
import type { VenueId } from '../ids'
import { queueEmail } from '../outbox.server'
import { leavingRule } from './leaving.server'
import type { Listed } from './retention-list.server'

type Line = Pick<Listed, 'rule' | 'subjectId' | 'venue'>

/** The owners and managers of the venue that a line is of, whose addresses are still kept. */
export async function whoLeft(db: Reader, { rule, subjectId }: Line) {
  return rule === leavingRule ? inChargeOf(db, subjectId as VenueId) : []
}

/**
 * Tells a venue that left of another last day on which its papers are there, for it counts on the
 * one that it was told. A day that is over is told as none: they go within the hour.
 */
export async function tellWhoLeft(
  tx: Tx,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  line: Line,
  { kept, until, timeZone }: { kept: boolean; until: Day; timeZone: string },
): Promise<void> {
  const facts = {
    ...{ kept, by: actor.person.name, venue: line.venue ?? '' },
    until: until < dayOf(now, timeZone) ? null : until,
    path: paths.leaveProgram(line.subjectId),
  }
  for (const to of await whoLeft(tx, line)) await queueEmail(tx, to, 'papers-stay', facts, now)
}
