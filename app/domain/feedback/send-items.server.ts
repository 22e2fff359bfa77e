import { paths } from '~/paths'
import { addressed } from '~/words/en/names'
import type { Tx } from '~db/open.server'
import { responseItems } from '~db/schema'
import type { ResponseDraft } from '~db/schema/feedback'
import type { EmailFacts } from '~emails/facts'
import type { Context } from '../context'
import { isDay } from '../dates'
import { newId, type ResponseId } from '../ids'
import { queueEmail } from '../outbox.server'
import { venueRecipients } from '../venues/queries.server'
import { placeOf } from './citable'
import type { RoundInHand } from './draft.server'
import type { ResponseRules } from './response'

/** Turns the parts of a draft that passed every rule into rows. A quote is kept as the venue wrote it. */
export async function writeItems(
  tx: Tx,
  responseId: ResponseId,
  { items }: ResponseDraft,
  { evidence }: ResponseRules,
): Promise<void> {
  await tx.insert(responseItems).values(
    items.map((item, position) => {
      const isStep = item.kind === 'next_step'
      const isStrength = item.kind === 'strength'
      const cited = item.roundEvidenceId ? evidence.get(item.roundEvidenceId) : undefined
      const place = (isStrength || isStep) && cited ? placeOf(item, cited) : null
      return {
        id: newId('itm'),
        responseId,
        standard: item.standard,
        kind: item.kind,
        position,
        words: item.words.trim(),
        roundEvidenceId: isStrength || isStep ? item.roundEvidenceId : null,
        anchor: place?.anchor ?? null,
        quote: place?.quote ?? null,
        quoteStart: place?.start ?? null,
        why: isStep || isStrength ? item.why.trim() : null,
        help: isStep ? item.help.trim() : null,
        proposedOn: isStep && isDay(item.proposedOn) ? item.proposedOn : null,
        law: isStep && item.law,
        lawSource: isStep && item.law ? item.lawSource.trim() : null,
        writtenBy: item.writtenBy ?? null,
      }
    }),
  )
}

/** `part` names the area of a letter that goes out before the rest; empty for the whole. */
type Sent = { id: ResponseId; draft: ResponseDraft; ready: boolean; part: string }

/** Queues the letter to the venue's owners and managers: strengths first, as on the page. */
export async function tellVenue(
  tx: Tx,
  { actor, now }: Context,
  { application, round, set }: RoundInHand,
  { id, draft, ready, part }: Sent,
): Promise<void> {
  const titles = new Map(set.standards.map(({ code, title }) => [code, title]))
  const about = ({ standard }: { standard: string }) => titles.get(standard) ?? standard
  const facts: EmailFacts['response-sent'] = {
    venue: application.venueName,
    liaison: addressed(actor.person),
    opening: draft.opening.trim(),
    strengths: draft.items
      .filter(({ kind }) => kind === 'strength')
      .map((item) => ({
        standard: about(item),
        words: `${item.words.trim()} ${item.why.trim()}`,
        quote: item.quote.trim() || null,
      })),
    questions: draft.items
      .filter(({ kind }) => kind === 'question')
      .map((item) => ({ standard: about(item), words: item.words.trim() })),
    steps: draft.items
      .filter(({ kind }) => kind === 'next_step')
      .map((item) => ({
        standard: about(item),
        words: item.words.trim(),
        why: item.why.trim(),
        help: item.help.trim(),
        proposedOn: item.proposedOn,
        law: item.law ? item.lawSource.trim() : null,
      })),
    closing: draft.closing.trim(),
    ready,
    part,
    ...(round.amendment ? { amendment: true as const } : {}),
    path: paths.letter(application.venueId, id),
  }
  for (const person of await venueRecipients(tx, application.venueId)) {
    await queueEmail(tx, person, 'response-sent', facts, now)
  }
}
