import { paths } from '~/paths'
import { secondLooks } from '~db/schema'
import { coordinatorsOf } from '../accounts/queries.server'
import { lastSharedOf } from '../applications/queries.server'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import { newId, type SecondLookId, type VenueId } from '../ids'
import { queueEmail } from '../outbox.server'
import { permit } from '../permissions/permission'
import { canAskSecondLook } from '../permissions/second-look'
import { openLookOf } from './queries.server'

/** Asks that somebody who was not involved reads everything again. One is open at a time; it moves no state.
 * The coordinators are told. */
export function askSecondLook(
  ctx: Context,
  venueId: VenueId,
  { words }: { words: string },
): Promise<SecondLookId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const application = await lastSharedOf(tx, actor, venueId)
    permit(canAskSecondLook(actor, venueId, application?.roundsShared ?? 0))
    if (!application) throw new Conflict('There is nothing shared to look at.')
    const applicationId = application.id
    if (await openLookOf(tx, applicationId)) {
      throw new Conflict('Somebody of your venue has asked for a second look already.')
    }

    const id = newId('slk')
    await tx
      .insert(secondLooks)
      .values({ id, applicationId, askedBy: actor.person.id, words, askedAt: now })
    await recordEvent(tx, {
      kind: 'application.second_look_asked',
      ...{ actor, at: now, origin, venueId, applicationId },
      ...{ subjectId: id, text: words },
    })
    for (const coordinator of await coordinatorsOf(tx)) {
      const told = {
        name: coordinator.name,
        venue: application.venueName,
        path: paths.giveSecondLook(id),
      }
      await queueEmail(tx, coordinator, 'second-look-asked', told, now)
    }
    return id
  })
}
