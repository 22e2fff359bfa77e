import { and, eq, isNull } from 'drizzle-orm'
import { applications, responses } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import { type ApplicationId, newId, type ResponseId } from '../ids'
import { canRespond } from '../permissions/application'
import { permit } from '../permissions/permission'
import { emptyDraft } from './draft'
import { responseOfRound, roundInHand } from './draft.server'

/**
 * Begins the response to the newest round and makes the reader its liaison, if it has none yet.
 * A round has one response: whoever comes second goes on in the same draft.
 */
export function startResponse(ctx: Context, applicationId: ApplicationId): Promise<ResponseId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { application, round } = await roundInHand(tx, actor, applicationId)
    permit(canRespond(actor, application))
    const begun = await responseOfRound(tx, round.id)
    if (begun) return begun.id
    if (application.state !== 'shared' && !round.amendment) {
      throw new Conflict('This application is not waiting for a response at the moment.')
    }

    const id = newId('res')
    const authorId = actor.person.id
    await tx.insert(responses).values({
      id,
      roundId: round.id,
      applicationId,
      authorId,
      draft: emptyDraft(),
      opening: '',
      closing: '',
      revision: 0,
      createdAt: now,
      updatedAt: now,
    })
    await tx
      .update(applications)
      .set({ liaisonId: authorId })
      .where(and(eq(applications.id, applicationId), isNull(applications.liaisonId)))
    await recordEvent(tx, {
      kind: 'response.started',
      actor,
      at: now,
      origin,
      venueId: application.venueId,
      applicationId,
      subjectId: id,
      facts: { round: round.number },
    })
    return id
  })
}
