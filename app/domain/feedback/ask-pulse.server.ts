import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { pulseAsks, responses } from '~db/schema'
import type { Application } from '../applications/queries.server'
import type { Context } from '../context'
import { recordEvent } from '../events.server'
import type { ResponseId } from '../ids'
import { venueRecipients } from '../venues/queries.server'

/**
 * Asks the pulse after a letter, in the transaction that sends it: whoever speaks for the venue, and
 * whoever sends it. No mail goes out. What was asked after an earlier letter and not answered goes. The
 * record keeps the district of that day, in which the venue's answers will wait for one another.
 */
export async function askPulse(
  tx: Tx,
  { actor, now, origin }: Context,
  application: Pick<Application, 'id' | 'venueId' | 'districtId'>,
  responseId: ResponseId,
): Promise<void> {
  const earlier = tx
    .select({ id: responses.id })
    .from(responses)
    .where(eq(responses.applicationId, application.id))
  await tx
    .delete(pulseAsks)
    .where(and(inArray(pulseAsks.responseId, earlier), eq(pulseAsks.answered, false)))
  const team = await venueRecipients(tx, application.venueId)
  const asked = { responseId, askedAt: now, answered: false }
  const ofVenue = team.flatMap(({ id }) =>
    id === null || id === actor.person.id ? [] : { ...asked, personId: id, side: 'venue' as const },
  )
  const ofLiaison = { ...asked, personId: actor.person.id, side: 'liaison' as const }
  await tx.insert(pulseAsks).values([...ofVenue, ofLiaison])
  await recordEvent(tx, {
    kind: 'pulse.asked',
    actor,
    at: now,
    origin,
    venueId: application.venueId,
    applicationId: application.id,
    subjectId: responseId,
    facts: { district: application.districtId },
  })
}
