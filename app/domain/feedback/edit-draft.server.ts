import { formatMoment } from '~/words/en/format'
import type { Tx } from '~db/open.server'
import type { ResponseDraft } from '~db/schema/feedback'
import { addWorkingDays } from '../dates'
import { Conflict } from '../errors'
import { programOf, todayIn } from '../standards/program.server'
import { cleanDraft, type TypedDraft, withItem, withoutItem } from './draft'
import type { RoundInHand } from './draft.server'
import type { NewItem } from './new-item'

/** What a save asks for: the text as typed, with one part more or less. */
export type DraftEdit = {
  /** The revision that was on the page. */
  revision: number
  draft: TypedDraft
  add?: NewItem | null
  remove?: string
  /** Suggestions of the tone helper that were taken since the last save. */
  toneTaken?: number
}

type Known = { standards: readonly string[]; evidence: ReadonlySet<string> }

/** What a draft about a round can speak of. */
export function knownIn({ set, evidence }: RoundInHand): Known {
  return {
    standards: set.standards.map(({ code }) => code),
    evidence: new Set<string>(evidence.map(({ id }) => id)),
  }
}

/**
 * The draft as a save leaves it, the key of a part that it began, and the text as it was typed. Whose
 * part an item is stays as it was in `before`: no form says so.
 */
export async function editedDraft(
  tx: Tx,
  { draft: given, add, remove }: DraftEdit,
  known: Known,
  { before, now }: { before: ResponseDraft | null; now: Date },
) {
  const typed = signedAs(before, cleanDraft(given, known))
  const rest = remove ? withoutItem(typed, remove) : typed
  const item = add && isKnown(add, known) ? await dated(tx, add, now) : null
  const edited = item ? withItem(rest, item, known.standards) : { draft: rest, key: null }
  return { ...edited, typed }
}

function signedAs(before: ResponseDraft | null, draft: ResponseDraft): ResponseDraft {
  const writers = new Map(before?.items.map(({ key, writtenBy }) => [key, writtenBy]))
  const items = draft.items.map((item) => {
    const writtenBy = writers.get(item.key)
    return writtenBy ? { ...item, writtenBy } : item
  })
  return { ...draft, items }
}

/** A next step begins with a date three weeks on. */
async function dated(tx: Tx, item: NewItem, now: Date): Promise<NewItem> {
  if (item.kind !== 'next_step') return item
  return { ...item, proposedOn: addWorkingDays(await todayIn(tx, now), 15) }
}

function isKnown({ standard, roundEvidenceId }: NewItem, known: Known): boolean {
  return (
    known.standards.includes(standard) && (!roundEvidenceId || known.evidence.has(roundEvidenceId))
  )
}

type Stands = {
  author: string
  sentAt: Date | null
  updatedAt: Date
  revision: number
  draft: ResponseDraft | null
}

/** Says who was first and when, with their words for each field in which the two differ. */
export async function lostRace(tx: Tx, stands: Stands, mine: ResponseDraft): Promise<Conflict> {
  const { timeZone } = await programOf(tx)
  const { author, sentAt, updatedAt, draft, revision } = stands
  if (sentAt) {
    const at = formatMoment(sentAt, timeZone)
    return new Conflict(
      `${author} sent this response on ${at}. Your own words are still here: copy what you would like to add, and send it as a reply.`,
    )
  }
  const at = formatMoment(updatedAt, timeZone)
  return new Conflict(
    `${author} saved this response on ${at}, after you opened it. Both texts are here: yours in the fields, theirs beside them. Saving again keeps yours.`,
    { ...(draft ? theirWords(mine, draft) : {}), revision: String(revision) },
  )
}

function theirWords(mine: ResponseDraft, theirs: ResponseDraft): Record<string, string> {
  const found: Record<string, string> = {}
  if (mine.opening !== theirs.opening) found.opening = theirs.opening
  if (mine.closing !== theirs.closing) found.closing = theirs.closing
  for (const item of theirs.items) {
    const index = mine.items.findIndex(({ key }) => key === item.key)
    const own = mine.items[index]
    for (const field of ['words', 'quote', 'why', 'help'] as const) {
      const same = own ? own[field] === item[field] : item[field] === ''
      if (!same) found[own ? `items.${index}.${field}` : `new.${item.key}.${field}`] = item[field]
    }
  }
  return found
}
