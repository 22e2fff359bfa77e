import { and, desc, eq, gt } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { eventDetails, events } from '~db/schema'
import type { Visit } from '../context'
import type { PersonId } from '../ids'
import { networkOf } from './network-address'

const remembered = 90 * 86_400_000
const mostRead = 200

/** Whether the person signed in from the network of this visit within 90 days, as the record knows it. */
export async function signedInFrom(
  db: Reader,
  { now, origin }: Pick<Visit, 'now' | 'origin'>,
  personId: PersonId,
): Promise<boolean> {
  const network = networkOf(origin.address)
  if (!network) return false
  const rows = await db
    .select({ details: eventDetails.details })
    .from(events)
    .innerJoin(eventDetails, eq(eventDetails.eventId, events.id))
    .where(
      and(
        eq(events.personId, personId),
        eq(events.kind, 'person.signed_in'),
        gt(events.at, new Date(now.getTime() - remembered)),
      ),
    )
    .orderBy(desc(events.at))
    .limit(mostRead)
  return rows.some(({ details }) => networkOf(details?.address ?? null) === network)
}
