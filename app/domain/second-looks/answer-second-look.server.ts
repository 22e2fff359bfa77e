import { and, eq } from 'drizzle-orm'
import { paths } from '~/paths'
import { addressed } from '~/words/en/names'
import { secondLooks } from '~db/schema'
import { applicationFor } from '../applications/queries.server'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { ApplicationId } from '../ids'
import { queueEmail } from '../outbox.server'
import { permit } from '../permissions/permission'
import { canAnswerSecondLook } from '../permissions/second-look'
import { venueRecipients } from '../venues/queries.server'
import { endLookAccess } from './end-look-access.server'
import { isOpenLook } from './queries.server'

/** Answers a second look once, with reasons: the access ends, and the venue is told. A second answer is a conflict. */
export function answerSecondLook(
  ctx: Context,
  applicationId: ApplicationId,
  { words }: { words: string },
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const given = and(
      eq(secondLooks.applicationId, applicationId),
      eq(secondLooks.givenTo, actor.person.id),
    )
    const taken = await tx.$count(secondLooks, given)
    if (taken > 0 && (await tx.$count(secondLooks, and(given, isOpenLook()))) === 0) {
      throw new Conflict('This second look is answered already, or the venue took it back.')
    }
    const application = await applicationFor(tx, actor, applicationId)
    permit(canAnswerSecondLook(actor, application))
    const [look] = await tx
      .update(secondLooks)
      .set({ answer: words, answeredAt: now })
      .where(and(given, isOpenLook()))
      .returning({ id: secondLooks.id })
    if (!look) throw new Conflict('This second look is answered already.')
    await endLookAccess(tx, applicationId, now)

    const { venueId, venueName: venue } = application
    await recordEvent(tx, {
      kind: 'application.second_look_answered',
      ...{ actor, at: now, origin, venueId, applicationId },
      ...{ subjectId: look.id, text: words },
    })
    const facts = { venue, by: addressed(actor.person), words, path: paths.secondLook(venueId) }
    for (const to of await venueRecipients(tx, venueId)) {
      await queueEmail(tx, to, 'second-look-answered', facts, now)
    }
  })
}
