import { eq } from 'drizzle-orm'
import { listOf } from '~/words/en/format'
import type { Reader } from '~db/open.server'
import { venues } from '~db/schema'
import type { ResponseDraft } from '~db/schema/feedback'
import { answersOf } from '../applications/workspace-given.server'
import type { Day } from '../dates'
import type { RoundEvidenceId } from '../ids'
import { todayIn } from '../standards/program.server'
import type { Citable } from './citable'
import { type RoundInHand, textsOf } from './draft.server'
import { openEssentials } from './open-essentials'
import { outcomeOf, problemsOf, type ResponseRules, type SentBefore } from './response'
import { sentBefore } from './sent-early.server'

/** What the rules of a response need to know of the round that it answers. */
export function rulesOf(
  { application, set, evidence, answers }: RoundInHand,
  today: Day,
  before: SentBefore,
) {
  const citable = evidence.map((row): [RoundEvidenceId, Citable] => [
    row.id,
    {
      needsQuote: (row.sections ?? []).length > 0,
      texts: textsOf(row),
    },
  ])
  const rules: ResponseRules = {
    venueName: application.venueName,
    today,
    titles: new Map(set.standards.map(({ code, title }) => [code, title])),
    evidence: new Map(citable),
    otherWays: new Set(
      answers.flatMap(({ standard, stance }) => (stance === 'another_way' ? standard : [])),
    ),
    before,
  }
  return rules
}

/**
 * Everything that keeps a draft from being sent, by field name. Without a next step it says "ready",
 * which is refused while an essential is open, naming which.
 */
export async function allProblemsOf(
  db: Reader,
  hand: RoundInHand,
  draft: ResponseDraft,
  now: Date,
): Promise<Record<string, string>> {
  const today = await todayIn(db, now)
  const before = await sentBefore(db, hand.round.id)
  const problems = problemsOf(draft, rulesOf(hand, today, before))
  if (outcomeOf(draft, before) !== 'ready' || problems['']) return problems
  // A change alone does not say that everything is in place: the accreditation says so already.
  const open = await stillOpen(db, hand, draft, today)
  return open.length > 0 ? { ...problems, '': notReady(open) } : problems
}

/** The titles of the essentials that this round, and what the draft accepts, leave open. */
export async function stillOpen(
  db: Reader,
  { application, round, set, evidence, answers }: RoundInHand,
  draft: ResponseDraft | null,
  today: Day,
): Promise<string[]> {
  if (round.amendment) return []
  const { accepted } = await answersOf(db, application)
  const now = (draft?.items ?? []).flatMap(({ kind, standard, words }) =>
    kind === 'accepted_alternative' && words.trim() ? standard : [],
  )
  const [venue] = await db
    .select({ profile: venues.profile })
    .from(venues)
    .where(eq(venues.id, application.venueId))
  const profile = venue?.profile ?? { securityStaff: null }
  const given = { answers, evidence, profile, accepted: new Set([...accepted, ...now]) }
  return openEssentials(set, given, today).map(({ title }) => title)
}

function notReady(open: string[]): string {
  const titles = listOf(open.map((title) => `“${title}”`))
  return open.length === 1
    ? `A response without a next step says that everything is in place, and ${titles} is still open. Offer a next step there, or accept the venue’s other way in writing.`
    : `A response without a next step says that everything is in place, and these are still open: ${titles}. Offer a next step on one of them.`
}
