import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { applicationAccess, responseParts } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { ApplicationId } from '../ids'
import { canRespond } from '../permissions/application'
import { permit } from '../permissions/permission'
import { roundInHand } from './draft.server'

/** To read the draft first, or to write a part of it. */
const asked = ['reader', 'field'] as const

/** Takes the question to a colleague back: their access to the application ends at once. */
export function takeQuestionBack(
  ctx: Context,
  applicationId: ApplicationId,
  accessId: string,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { application } = await roundInHand(tx, actor, applicationId)
    permit(canRespond(actor, application))
    const [ended] = await tx
      .update(applicationAccess)
      .set({ endedAt: now })
      .where(
        and(
          eq(applicationAccess.id, accessId as typeof applicationAccess.$inferSelect.id),
          eq(applicationAccess.applicationId, applicationId),
          inArray(applicationAccess.kind, asked),
          isNull(applicationAccess.endedAt),
        ),
      )
      .returning({ id: applicationAccess.id, personId: applicationAccess.personId })
    if (!ended) throw new Conflict('This colleague is not reading the draft any more.')
    await tx.delete(responseParts).where(eq(responseParts.accessId, ended.id))
    await recordEvent(tx, {
      kind: 'response.question_taken_back',
      ...{ actor, at: now, origin, venueId: application.venueId, applicationId },
      subjectId: ended.personId,
    })
  })
}

/** Once the letter is sent, whoever was asked to read it first, or about their field, is done. */
export async function endReadings(tx: Tx, applicationId: ApplicationId, now: Date): Promise<void> {
  const ended = await tx
    .update(applicationAccess)
    .set({ endedAt: now })
    .where(
      and(
        eq(applicationAccess.applicationId, applicationId),
        inArray(applicationAccess.kind, asked),
        isNull(applicationAccess.endedAt),
      ),
    )
    .returning({ id: applicationAccess.id })
  const ids = ended.map(({ id }) => id)
  await tx.delete(responseParts).where(inArray(responseParts.accessId, ids))
}
