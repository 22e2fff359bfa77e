import { and, eq, isNull } from 'drizzle-orm'
import { paths } from '~/paths'
import { addressed } from '~/words/en/names'
import { applicationAccess, secondLooks } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type SecondLookId } from '../ids'
import { queueEmail } from '../outbox.server'
import { lookToGive } from './give-page.server'
import { whoWasNotInvolved } from './not-involved.server'
import { isOpenLook } from './queries.server'

/**
 * Gives a second look to somebody who was not involved, and tells them. They see the whole record of this
 * one application until they have answered, and the venue sees who they are.
 */
export function giveSecondLook(
  ctx: Context,
  id: SecondLookId,
  { colleague }: { colleague: string },
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { look, application } = await lookToGive(tx, actor, id)
    const given = (await whoWasNotInvolved(tx, application)).find((each) => each.id === colleague)
    if (!given) {
      throw new Invalid({ colleague: 'Choose somebody from the list, who was not involved.' })
    }
    const [open] = await tx
      .update(secondLooks)
      .set({ givenTo: given.id, givenAt: now })
      .where(and(eq(secondLooks.id, id), isOpenLook(), isNull(secondLooks.givenTo)))
      .returning({ id: secondLooks.id })
    if (!open) throw new Conflict('This second look was given, or taken back, meanwhile.')

    const applicationId = application.id
    await tx.insert(applicationAccess).values({
      ...{ id: newId('acc'), applicationId, personId: given.id, kind: 'second_look' },
      ...{ givenBy: actor.person.id, words: '', at: now },
    })
    await recordEvent(tx, {
      kind: 'application.second_look_given',
      ...{ actor, at: now, origin, venueId: application.venueId, applicationId },
      subjectId: given.id,
    })
    const facts = {
      name: given.name,
      from: addressed(actor.person),
      venue: application.venueName,
      words: look.words,
      path: paths.review(applicationId),
    }
    await queueEmail(tx, given, 'second-look-given', facts, now)
  })
}
