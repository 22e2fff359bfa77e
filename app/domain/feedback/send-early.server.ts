import { and, eq, isNull } from 'drizzle-orm'
import { earlyWords } from '~/words/en/feedback'
import { formatDay } from '~/words/en/format'
import { areaNames } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { responses } from '~db/schema'
import type { ResponseDraft } from '~db/schema/feedback'
import type { StandardArea } from '~db/vocabulary'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { type ApplicationId, newId, type ResponseId } from '../ids'
import { canRespond } from '../permissions/application'
import { permit } from '../permissions/permission'
import { todayIn } from '../standards/program.server'
import type { StandardSet } from '../standards/standard-set'
import { splitByStandards } from './draft'
import { type RoundInHand, responseOfRound, roundInHand } from './draft.server'
import { keepPhrases } from './keep-phrases.server'
import { problemsOf } from './response'
import { rulesOf } from './rules.server'
import { tellVenue, writeItems } from './send-items.server'
import { sentBefore } from './sent-early.server'

export type EarlyLetter = { area: StandardArea; opening: string; revision: number }

/**
 * Sends what a draft says about one area as a letter of its own, while the rest is still written. The
 * application stays with its liaison, and the promise of the round stands. Each area goes early once, and a change after accreditation never.
 */
export function sendEarly(
  ctx: Context,
  applicationId: ApplicationId,
  { area, opening, revision }: EarlyLetter,
): Promise<ResponseId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const hand = await roundInHand(tx, actor, applicationId)
    const { application, round } = hand
    permit(canRespond(actor, application))
    if (round.amendment) throw new Conflict(answeredAsAWhole)
    const response = await responseOfRound(tx, round.id)
    if (!response) throw new NotFound()
    if (!response.draft) {
      throw new Conflict('The whole letter is sent already. The venue has it, this area with it.')
    }
    if (response.revision !== revision) throw new Conflict(changedSince(response.author))
    const { early, rest } = earlyPart(hand, response.draft, { area, opening })
    if (early.items.length === 0) throw new Conflict(nothingThere(areaNames[area]))
    const problems = await earlyProblems(tx, hand, early, now)
    const [problem] = Object.values(problems)
    if (problem) throw new Invalid({ '': problem, ...openingOf(problems) })

    const id = newId('res')
    const by = { applicationId, roundId: round.id, authorId: actor.person.id, area }
    const at = { createdAt: now, updatedAt: now, sentAt: now }
    const { closing, standings = {} } = early
    const text = { draft: null, opening: early.opening, closing: closing.trim(), standings }
    await tx
      .insert(responses)
      .values({ id, ...by, ...at, ...text, revision: 0, outcome: 'next_steps' })
    const kept = await tx
      .update(responses)
      .set({ draft: rest, revision: revision + 1, updatedAt: now, authorId: actor.person.id })
      .where(
        and(
          eq(responses.id, response.id),
          eq(responses.revision, revision),
          isNull(responses.sentAt),
        ),
      )
      .returning({ id: responses.id })
    if (kept.length === 0) throw new Conflict(changedSince(response.author))
    await writeItems(
      tx,
      id,
      early,
      rulesOf(hand, await todayIn(tx, now), await sentBefore(tx, round.id)),
    )
    await keepPhrases(tx, actor.person.id, { draft: early, venue: application.venueName }, now)
    await recordEvent(tx, {
      kind: 'response.sent',
      ...{ actor, at: now, origin, venueId: application.venueId, applicationId, subjectId: id },
      text: JSON.stringify(early),
      facts: { round: round.number, area },
    })
    await tellVenue(tx, ctx, hand, { id, draft: early, ready: false, part: areaNames[area] })
    return id
  })
}

/** The letter about one area, and what stays in the draft. Without an opening of its own it has a plain one. */
export function earlyPart(
  { set, round }: RoundInHand,
  draft: ResponseDraft,
  { area, opening }: { area: StandardArea; opening: string },
): { early: ResponseDraft; rest: ResponseDraft } {
  const { own, rest } = splitByStandards(draft, (standard) => areaOf(set, standard) === area)
  const words = opening.trim() || earlyWords.opening(areaNames[area], formatDay(round.hearBy))
  return { early: { ...own, opening: words }, rest }
}

export function areaOf(set: StandardSet, code: string): StandardArea | undefined {
  return set.standards.find((standard) => standard.code === code)?.area
}

/** What keeps the letter about one area from being sent: the rules of every letter, with what went before. */
export async function earlyProblems(
  db: Reader,
  hand: RoundInHand,
  early: ResponseDraft,
  now: Date,
): Promise<Record<string, string>> {
  const before = await sentBefore(db, hand.round.id)
  return problemsOf(early, rulesOf(hand, await todayIn(db, now), before))
}

/** A change after accreditation is small, and waits until its letter is there. */
export const answeredAsAWhole = 'A change after accreditation is answered as a whole.'

function openingOf({ opening }: Record<string, string>): { opening?: string } {
  return opening ? { opening } : {}
}

function changedSince(author: string): string {
  return `${author} changed this response after you read it. Nothing was sent, and nothing is lost: please read it once more.`
}

function nothingThere(area: string): string {
  return `There is nothing about “${area}” in the draft any more. It may have been sent a moment ago.`
}
