import { and, eq, isNull } from 'drizzle-orm'
import { policies, policySections } from '~db/schema'
import type { Receipt } from '../applications/rounds-receipt.server'
import { lostLetters } from '../certificates/certificate-pdf-type.server'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { PolicyId, VenueId } from '../ids'
import { placeIn } from '../permissions/who'
import { isStanding } from '../policies/queries.server'
import { venueFor } from '../venues/queries.server'
import type { LetterPaper } from './read-letter.server'

/**
 * The letters that the PDF of a venue's policies, or of one, would print as "?": those of scripts for
 * which no typeface comes along. For the venue's own people.
 */
export async function lostOnPaper(
  { db, actor }: Reading,
  venueId: VenueId,
  policyId?: PolicyId,
): Promise<string[]> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  const { name } = await venueFor(db, actor, venueId)
  const own = and(eq(policies.venueId, venueId), isNull(policies.removedAt))
  const rows = await db
    .select({ title: policies.title, heading: policySections.heading, body: policySections.body })
    .from(policies)
    .leftJoin(policySections, and(eq(policySections.policyId, policies.id), isStanding))
    .where(policyId ? and(own, eq(policies.id, policyId)) : own)
  return lostLetters([name, ...rows.flatMap((row) => Object.values(row))].join('\n'))
}

/** The same of a receipt, on which the team stands by its numbers alone. */
export function lostOfReceipt({ names: _, shown: __, ...paper }: Receipt): string[] {
  return lostLetters(JSON.stringify(paper))
}

/** The same of a letter. */
export function lostOfLetter({ venue, letter, call, answers }: Omit<LetterPaper, 'program'>) {
  return lostLetters(JSON.stringify([venue, letter, call, answers.map(({ standing }) => standing)]))
}
