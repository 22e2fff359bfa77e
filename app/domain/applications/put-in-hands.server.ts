import { and, eq, isNull } from 'drizzle-orm'
import { paths } from '~/paths'
import { addressed } from '~/words/en/names'
import type { Tx } from '~db/open.server'
import { applications, assignments, people } from '~db/schema'
import type { Context } from '../context'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type PersonId } from '../ids'
import { queueEmail } from '../outbox.server'
import { holderOf } from './hands.server'
import type { Application } from './queries.server'

/**
 * Puts an application into other hands by compare-and-set, keeps from whose, by whom and with what word,
 * and tells a colleague who did not take it themselves.
 */
export async function putInHands(
  tx: Tx,
  { actor, now, origin }: Context,
  { id, venueId, venueName, liaisonId }: Application,
  to: PersonId | null,
  words: string,
): Promise<void> {
  const asSeen = liaisonId ? eq(applications.liaisonId, liaisonId) : isNull(applications.liaisonId)
  const moved = await tx
    .update(applications)
    .set({ liaisonId: to })
    .where(and(eq(applications.id, id), asSeen))
    .returning({ id: applications.id })
  if (moved.length === 0) throw await cameElsewhere(tx, id)
  const [givenBy, assignmentId] = [actor.person.id, newId('asg')]
  const handing = { fromId: liaisonId, toId: to, givenBy, words, at: now }
  await tx.insert(assignments).values({ id: assignmentId, applicationId: id, ...handing })
  await recordEvent(tx, {
    kind: 'application.assigned',
    ...{ actor, at: now, origin, venueId, applicationId: id, subjectId: assignmentId },
    before: { liaison: liaisonId },
    after: { liaison: to },
  })
  const [colleague] =
    to && to !== givenBy ? await tx.select().from(people).where(eq(people.id, to)) : []
  if (!colleague) return
  const { name } = colleague
  const told = {
    name,
    from: addressed(actor.person),
    venue: venueName,
    words,
    path: paths.review(id),
  }
  await queueEmail(tx, colleague, 'application-handed', told, now)
}

/** The answer to whoever was not the first. */
export async function cameElsewhere(tx: Tx, id: Application['id']): Promise<Conflict> {
  const holder = await holderOf(tx, id)
  return new Conflict(
    holder
      ? `It came into the hands of ${holder.name} meanwhile. Here is how it stands now.`
      : 'It came into nobody’s hands meanwhile. Here is how it stands now.',
  )
}
