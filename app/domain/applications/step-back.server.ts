import { and, eq, inArray, isNull } from 'drizzle-orm'
import { applicationAccess, responseParts, secondLooks } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { type ApplicationId, newId, type PersonId } from '../ids'
import { canReadShared } from '../permissions/application'
import { permit } from '../permissions/permission'
import { couldReview } from './hands.server'
import { putInHands } from './put-in-hands.server'
import { applicationFor } from './queries.server'

export type SteppingBack = {
  /** Kept for coordinators; nobody has to say why. */
  reason: string
  /** Who goes on with what was in their hands; null for nobody yet. */
  to: PersonId | null
}

/**
 * Somebody recuses themselves from one application: from this moment they read nothing of it any more.
 * What was in their hands goes to a colleague or to nobody, with every date that the venue was told.
 */
export function stepBack(
  ctx: Context,
  applicationId: ApplicationId,
  { reason, to }: SteppingBack,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const application = await applicationFor(tx, actor, applicationId)
    permit(canReadShared(actor, application))
    const personId = actor.person.id
    const colleagues = await couldReview(tx, application, now)
    if (to && (to === personId || colleagues.every(({ id }) => id !== to))) {
      throw new Invalid({ to: 'Choose somebody who could review it.' })
    }
    const ended = await tx
      .update(applicationAccess)
      .set({ endedAt: now })
      .where(
        and(
          eq(applicationAccess.applicationId, applicationId),
          eq(applicationAccess.personId, personId),
          isNull(applicationAccess.endedAt),
        ),
      )
      .returning({ id: applicationAccess.id })
    const parts = ended.map(({ id }) => id)
    await tx.delete(responseParts).where(inArray(responseParts.accessId, parts))
    // A second look that was theirs to take waits for a coordinator again.
    await tx
      .update(secondLooks)
      .set({ givenTo: null, givenAt: null })
      .where(
        and(
          eq(secondLooks.applicationId, applicationId),
          eq(secondLooks.givenTo, personId),
          isNull(secondLooks.answeredAt),
          isNull(secondLooks.withdrawnAt),
        ),
      )
    const id = newId('acc')
    const recusal = { kind: 'recused', givenBy: personId, words: reason.trim(), at: now } as const
    await tx.insert(applicationAccess).values({ id, applicationId, personId, ...recusal })
    const { venueId } = application
    await recordEvent(tx, {
      kind: 'application.recused',
      ...{ actor, at: now, origin, venueId, applicationId, subjectId: id },
    })
    if (application.liaisonId === personId) await putInHands(tx, ctx, application, to, '')
  })
}
