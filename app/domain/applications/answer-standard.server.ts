import { and, eq } from 'drizzle-orm'
import { formatTime } from '~/words/en/format'
import { stanceOpens } from '~/words/en/names'
import type { Tx } from '~db/open.server'
import { answers, people } from '~db/schema'
import type { Stance } from '~db/vocabulary'
import type { Context } from '../context'
import type { Day } from '../dates'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { programOf } from '../standards/program.server'
import { draftFor } from './draft.server'

export type Answer = {
  stance: Stance
  words: string
  hearOn: Day | null
  /** What it was opened at, empty before the first answer; without it the last word counts. */
  revision?: string | undefined
}

/**
 * Says how the venue meets a standard. Every way but evidence counts once it has its
 * words, and is kept without them. Whoever saves an answer
 * that somebody changed meanwhile gets a Conflict with the other's words; the same answer twice is none.
 */
export function answerStandard(
  ctx: Context,
  venueId: VenueId,
  code: string,
  answer: Answer,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { application, standard } = await draftFor(tx, actor, venueId, code)
    permit(canWorkOnDrafts(actor, venueId))
    const hearOn = answer.stance === 'with_counsel' ? answer.hearOn : null
    const words = answer.stance === 'with_evidence' ? '' : answer.words.trim()
    const own = and(eq(answers.applicationId, application.id), eq(answers.standard, standard.code))
    const [before] = await tx.select().from(answers).where(own)
    const same = before?.stance === answer.stance && before.words === words
    if (answer.revision !== undefined && !same && answer.revision !== `${before?.revision ?? ''}`) {
      throw await lostRace(tx, ctx, before)
    }
    const row = { stance: answer.stance, words, hearOn, editedBy: actor.person.id, editedAt: now }
    if (before)
      await tx
        .update(answers)
        .set({ ...row, revision: before.revision + 1 })
        .where(own)
    else {
      const key = { applicationId: application.id, standard: standard.code }
      await tx.insert(answers).values({ ...key, ...row, revision: 0 })
    }
    await recordEvent(tx, {
      kind: 'application.answered',
      actor,
      at: now,
      origin,
      venueId,
      applicationId: application.id,
      text: words,
      facts: { standard: standard.code, stance: answer.stance },
      before: { stance: before?.stance ?? null },
      after: { stance: answer.stance },
    })
  })
}

async function lostRace(
  tx: Tx,
  { actor }: Context,
  before: typeof answers.$inferSelect | undefined,
) {
  if (!before) return new Conflict('This answer was begun anew. Please open the page again.')
  const { timeZone } = await programOf(tx)
  const [editor] = await tx
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, before.editedBy))
  const who = before.editedBy === actor.person.id ? 'You' : (editor?.name ?? 'Somebody')
  const at = formatTime(before.editedAt, timeZone)
  return new Conflict(
    `${who} saved this answer at ${at}, while you had it open. Both are here and nothing is lost: take what you want from theirs into yours, and save.`,
    {
      words: [stanceOpens(before.stance), before.words].join(' ').trim(),
      revision: String(before.revision),
    },
  )
}
