import { paths } from '~/paths'
import { addressed } from '~/words/en/names'
import { walkReasonSentences, walkTime } from '~/words/en/walks'
import type { Tx } from '~db/open.server'
import type { EmailFacts } from '~emails/facts'
import { coordinatorsOf, liaisonsOf } from '../accounts/queries.server'
import type { Context } from '../context'
import { queueEmail, type Recipient } from '../outbox.server'
import { programOf } from '../standards/program.server'
import { type Venue, venueRecipients } from '../venues/queries.server'
import { otherSide } from './walk'
import type { OpenWalk } from './walk-queries.server'

/** Tells the other side, once: each of its people who is told what concerns the venue. */
export async function tellOfWalk(
  tx: Tx,
  { actor, now }: Context,
  change: EmailFacts['walk-through']['change'],
  { walk, venue, side }: OpenWalk,
): Promise<void> {
  const { timeZone } = await programOf(tx)
  const facts = {
    change,
    venue: venue.name,
    by: addressed(actor.person),
    times: walk.times.map((time) => walkTime(new Date(time), timeZone)),
    when: walk.startsAt ? walkTime(walk.startsAt, timeZone) : '',
    reason: walk.reason ? walkReasonSentences[walk.reason] : '',
    path: paths.walk(walk.id),
  }
  const others = otherSide(side) === 'venue' ? venueRecipients(tx, venue.id) : staffOf(tx, venue)
  for (const to of await others) await queueEmail(tx, to, 'walk-through', facts, now)
}

/** The liaisons of the venue's district; the coordinators where it has none. */
async function staffOf(tx: Tx, { districtId }: Venue): Promise<Recipient[]> {
  const liaisons = await liaisonsOf(tx, districtId)
  return liaisons.length > 0 ? liaisons : coordinatorsOf(tx)
}
