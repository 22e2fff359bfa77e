import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { formatTime } from '~/words/en/format'
import type { Tx } from '~db/open.server'
import { evidence } from '~db/schema'
import type { EvidenceKind } from '~db/vocabulary'
import type { Context } from '../context'
import { Conflict } from '../errors'
import type { ApplicationId } from '../ids'
import { programOf } from '../standards/program.server'
import type { NewEvidence } from './add-evidence.server'
import { evidenceRowFor } from './workspace-given.server'
import { evidenceWords } from './workspace-words'

export type Place = { applicationId: ApplicationId; code: string; kind: EvidenceKind }
type Row = typeof evidence.$inferSelect

/** What a statement, a count or a date takes the place of. */
export async function standingHere(tx: Tx, place: Place): Promise<Row | undefined> {
  const [row] = await tx
    .select()
    .from(evidence)
    .where(and(ofPlace(place), isNull(evidence.removedAt)))
    .orderBy(desc(evidence.addedAt), desc(evidence.id))
    .limit(1)
  return row
}

/** The form that somebody of the venue has begun here. */
export async function begunHere(tx: Tx, place: Place): Promise<Row | undefined> {
  const rows = await tx
    .select()
    .from(evidence)
    .where(and(ofPlace(place), isNotNull(evidence.removedAt)))
  return rows.find(({ facts }) => facts.begun)
}

/** Puts what stands here aside, where it stays to be read, and lets the form go that led to what comes. */
export async function takePlace(tx: Tx, place: Place, now: Date): Promise<void> {
  const begun = await begunHere(tx, place)
  if (begun) await tx.delete(evidence).where(eq(evidence.id, begun.id))
  await tx
    .update(evidence)
    .set({ removedAt: now })
    .where(and(ofPlace(place), isNull(evidence.removedAt)))
}

/**
 * Refuses to put aside what its writer has not seen: a Conflict says who was first, with what stands
 * now. Without `seen` the last word counts.
 */
export async function refuseUnseen(
  tx: Tx,
  { actor }: Context,
  standing: Row | undefined,
  seen: string | undefined,
): Promise<void> {
  if (seen === undefined || seen === (standing?.id ?? '')) return
  const row = standing && (await evidenceRowFor(tx, standing.id))
  if (!standing || !row) {
    throw new Conflict(
      'What stood here was taken away while you had this open. Yours is here: save it again to put it in.',
      { words: '', replaces: '' },
    )
  }
  const { timeZone } = await programOf(tx)
  const at = formatTime(row.addedAt, timeZone)
  const who =
    standing.addedBy === actor.person.id
      ? `You saved this in another window at ${at}.`
      : `${row.givenBy ?? 'Somebody'} saved this at ${at}, while you had it open.`
  const { title, detail } = evidenceWords(row, undefined)
  throw new Conflict(
    `${who} Both are here and nothing is lost: take what you want from theirs into yours, and save. Theirs stays to be read under “Earlier”.`,
    { words: [title, detail].filter(Boolean).join('\n'), replaces: standing.id },
  )
}

/** The same given twice is no conflict. */
export function isSameEvidence(standing: Row, given: NewEvidence): boolean {
  if (!('facts' in given)) return false
  const { facts, happenedOn, words } = given
  const same = standing.happenedOn === happenedOn && standing.words === words
  return same && JSON.stringify(standing.facts) === JSON.stringify(facts)
}

function ofPlace({ applicationId, code, kind }: Place) {
  return and(
    eq(evidence.applicationId, applicationId),
    eq(evidence.standard, code),
    eq(evidence.kind, kind),
  )
}
