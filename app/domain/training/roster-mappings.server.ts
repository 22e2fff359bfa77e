import { and, eq } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { rosterMappings } from '~db/schema'
import type { Actor } from '../context'
import { newId, type VenueId } from '../ids'
import type { RosterReading } from './read-roster'
import { type ChosenUses, signatureOf, wordOfUse } from './roster-mapping'

/** How a venue had the columns of its lists read before, by the signature of their names. */
export async function rememberedMappings(
  db: Reader,
  venueId: VenueId,
): Promise<Map<string, ChosenUses>> {
  const { signature, uses } = rosterMappings
  const rows = await db
    .select({ signature, uses })
    .from(rosterMappings)
    .where(eq(rosterMappings.venueId, venueId))
  return new Map(rows.map((row) => [row.signature, row.uses]))
}

/** Keeps what a person chose for the columns, for the venue's next list with the same names. What is as found again is forgotten. */
export async function rememberMapping(
  tx: Tx,
  venueId: VenueId,
  { mapping }: Pick<RosterReading, 'mapping'>,
  by: { actor: Actor | null; now: Date },
): Promise<void> {
  const signature = signatureOf(mapping.map(({ header }) => header))
  const ofThese = and(eq(rosterMappings.venueId, venueId), eq(rosterMappings.signature, signature))
  await tx.delete(rosterMappings).where(ofThese)
  if (mapping.every(({ from }) => from === 'found')) return
  await tx.insert(rosterMappings).values({
    id: newId('map'),
    venueId,
    signature,
    uses: mapping.map((column) => wordOfUse(column) ?? ''),
    editedBy: by.actor?.person.id ?? null,
    editedAt: by.now,
  })
}
