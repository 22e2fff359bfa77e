import { and, eq, isNull } from 'drizzle-orm'
import { formatMoment } from '~/words/en/format'
import { responses, suggestions } from '~db/schema'
import type { ResponseOutcome } from '~db/vocabulary'
import { moveApplication } from '../applications/move-application.server'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { ApplicationId, ResponseId } from '../ids'
import { canRespond } from '../permissions/application'
import { permit } from '../permissions/permission'
import { currentLexicon } from '../standards/lexicon.server'
import { programOf, todayIn } from '../standards/program.server'
import { askPulse } from './ask-pulse.server'
import { responseOfRound, roundInHand } from './draft.server'
import { toneDraftOf } from './draft-tone'
import { endReadings } from './end-reading.server'
import { keepPhrases } from './keep-phrases.server'
import { outcomeOf, saysReady } from './response'
import { allProblemsOf, rulesOf } from './rules.server'
import { tellVenue, writeItems } from './send-items.server'
import { sentBefore } from './sent-early.server'
import { toneHints } from './tone'
import { countSuggestions } from './tone-counts.server'

export type SentResponse = { responseId: ResponseId; outcome: ResponseOutcome }

/**
 * Sends the response to the newest round, exactly as it was read at this revision, and hands the
 * application back to the venue; without a next step it is ready. It happens once: a second click or
 * a second person gets a Conflict.
 */
export function sendResponse(
  ctx: Context,
  applicationId: ApplicationId,
  revision: number,
): Promise<SentResponse> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const hand = await roundInHand(tx, actor, applicationId)
    const { application, round } = hand
    permit(canRespond(actor, application))
    const response = await responseOfRound(tx, round.id)
    if (!response) throw new NotFound()
    const { draft } = response
    if (!draft || response.sentAt) {
      const { timeZone } = await programOf(tx)
      const at = formatMoment(response.sentAt ?? now, timeZone)
      throw new Conflict(
        `${response.author} sent this response on ${at}. The venue has it, so it is not sent twice.`,
      )
    }
    if (response.revision !== revision) {
      throw new Conflict(
        `${response.author} changed this response after you read it. Nothing was sent, and nothing is lost: please read it once more.`,
      )
    }
    const problems = await allProblemsOf(tx, hand, draft, now)
    if (Object.keys(problems).length > 0) throw new Invalid(problems)

    const before = await sentBefore(tx, round.id)
    const outcome = outcomeOf(draft, before)
    const move = outcome === 'ready' ? 'find_ready' : 'respond'
    // An accreditation goes on while its venue shares a change, whatever the letter says.
    const state = round.amendment
      ? application.state
      : await moveApplication(tx, application, move, now, { hearBy: null })
    const { opening, closing } = draft
    const { standings = {} } = draft
    const text = { draft: null, heldUntil: null, opening: opening.trim(), closing: closing.trim() }
    const sent = await tx
      .update(responses)
      .set({ ...text, outcome, standings, sentAt: now, updatedAt: now, authorId: actor.person.id })
      .where(
        and(
          eq(responses.id, response.id),
          eq(responses.revision, revision),
          isNull(responses.sentAt),
        ),
      )
      .returning({ id: responses.id })
    if (sent.length === 0) throw new Conflict('Somebody else sent this response a moment ago.')
    await tx.delete(suggestions).where(eq(suggestions.responseId, response.id))
    await endReadings(tx, applicationId, now)
    await keepPhrases(tx, actor.person.id, { draft, venue: application.venueName }, now)
    await writeItems(tx, response.id, draft, rulesOf(hand, await todayIn(tx, now), before))
    const { entries } = await currentLexicon(tx)
    const left = toneHints(toneDraftOf(draft), entries).length
    await countSuggestions(tx, actor.person.id, { left })
    await recordEvent(tx, {
      kind: 'response.sent',
      actor,
      at: now,
      origin,
      venueId: application.venueId,
      applicationId,
      subjectId: response.id,
      text: JSON.stringify(draft),
      facts: { round: round.number, outcome },
      before: { state: application.state },
      after: { state },
    })
    await askPulse(tx, ctx, application, response.id)
    await tellVenue(tx, ctx, hand, {
      id: response.id,
      draft,
      ready: saysReady(outcome, round),
      part: '',
    })
    return { responseId: response.id, outcome }
  })
}
