import { and, eq } from 'drizzle-orm'
import { formatDay, formatTime } from '~/words/en/format'
import { stanceOpens } from '~/words/en/names'
import type { Tx } from '~db/open.server'
import { answers, people } from '~db/schema'
import type { Stance } from '~db/vocabulary'
import type { Context } from '../context'
import type { Day } from '../dates'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { ApplicationId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { beginsASitting } from '../sitting'
import { programOf } from '../standards/program.server'
import { draftFor } from './draft.server'

export type Answer = {
  stance: Stance
  words: string
  hearOn: Day | null
  /** What it was opened at, empty before the first answer; without it the last word counts. */
  revision?: string | undefined
}

export type SavedAnswer = { revision: number; savedAt: number }
type Row = typeof answers.$inferSelect

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
): Promise<SavedAnswer> {
  return deed(ctx, async (tx) => {
    const { actor, now } = ctx
    const { application, standard } = await draftFor(tx, actor, venueId, code)
    permit(canWorkOnDrafts(actor, venueId))
    const key = { applicationId: application.id, standard: standard.code }
    const own = and(
      eq(answers.applicationId, key.applicationId),
      eq(answers.standard, key.standard),
    )
    const [before] = await tx.select().from(answers).where(own)
    const said = whatCounts(answer)
    if (before && isSame(before, said)) {
      return { revision: before.revision, savedAt: before.editedAt.getTime() }
    }
    if (answer.revision !== undefined && answer.revision !== `${before?.revision ?? ''}`) {
      throw await lostRace(tx, ctx, before)
    }
    const revision = before ? before.revision + 1 : 0
    const row = { ...said, revision, editedBy: actor.person.id, editedAt: now }
    if (before) await tx.update(answers).set(row).where(own)
    else await tx.insert(answers).values({ ...key, ...row })
    if (before?.stance !== said.stance || beginsASitting(ctx, before)) {
      await recordAnswer(tx, ctx, { venueId, ...key }, said, before)
    }
    return { revision, savedAt: now.getTime() }
  })
}

/** Evidence speaks for itself, and only counsel or an insurer has a day to be heard by. */
function whatCounts({ stance, words, hearOn }: Answer) {
  return {
    stance,
    words: stance === 'with_evidence' ? '' : words.replace(/\r\n?/g, '\n').trim(),
    hearOn: stance === 'with_counsel' ? hearOn : null,
  }
}

type Said = ReturnType<typeof whatCounts>

function isSame(before: Row, { stance, words, hearOn }: Said): boolean {
  return before.stance === stance && before.words === words && before.hearOn === hearOn
}

type Place = { venueId: VenueId; applicationId: ApplicationId; standard: string }

function recordAnswer(
  tx: Tx,
  { actor, now, origin }: Context,
  { venueId, applicationId, standard }: Place,
  { stance, words }: Said,
  before: Row | undefined,
) {
  return recordEvent(tx, {
    kind: 'application.answered',
    actor,
    at: now,
    origin,
    venueId,
    applicationId,
    text: words,
    facts: { standard, stance },
    before: { stance: before?.stance ?? null },
    after: { stance },
  })
}

async function lostRace(tx: Tx, { actor }: Context, before: Row | undefined) {
  if (!before) return new Conflict('This answer was begun anew. Please open the page again.')
  const { timeZone } = await programOf(tx)
  const [editor] = await tx
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, before.editedBy))
  const at = formatTime(before.editedAt, timeZone)
  const who =
    before.editedBy === actor.person.id
      ? `You saved this answer in another window at ${at}.`
      : `${editor?.name ?? 'Somebody'} saved this answer at ${at}, while you had it open.`
  const heard = before.hearOn ? `They expect to hear by ${formatDay(before.hearOn)}.` : ''
  return new Conflict(
    `${who} Both are here and nothing is lost: take what you want from theirs into yours, and save.`,
    {
      words: [stanceOpens(before.stance), before.words, heard].filter(Boolean).join(' '),
      revision: String(before.revision),
    },
  )
}
