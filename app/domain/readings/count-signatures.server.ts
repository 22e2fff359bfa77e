import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { applications, evidence } from '~db/schema'
import { type Day, dayOf } from '../dates'
import { type ApplicationId, newId, type VenueId } from '../ids'
import { programOf, standardSetOf } from '../standards/program.server'
import { readTeam } from '../training/queries.server'
import { readingsOf, signaturesOf } from './queries.server'
import { type CountAsk, type Signed, signedOf } from './reading'

/** The team as signatures are counted from it. Whoever calls has asked whose it is. */
export async function signingTeam(db: Reader, venueId: VenueId, timeZone: string) {
  const rows = await readingsOf(db, venueId)
  const { people } = await readTeam(db, venueId)
  const readings = rows.map(({ number, asksAgain, putAt }) => {
    return { number, asksAgain, putOn: dayOf(putAt, timeZone) }
  })
  const signatures = await signaturesOf(db, venueId)
  return { staff: people, readings: readings.reverse(), signatures }
}

/**
 * Puts the number of people who signed beside each standard that asks for it, in the venue's own
 * applications. A count that the venue typed itself stays while the signatures say less.
 */
export async function countSignatures(tx: Tx, venueId: VenueId, now: Date): Promise<void> {
  const [reading] = await readingsOf(tx, venueId)
  if (!reading) return
  const { settings, timeZone } = await programOf(tx)
  const today = dayOf(now, timeZone)
  const team = await signingTeam(tx, venueId, timeZone)
  const own = await tx
    .select({ id: applications.id, standardSetId: applications.standardSetId })
    .from(applications)
    .where(and(eq(applications.venueId, venueId), ne(applications.state, 'stepped_away')))
  for (const { id, standardSetId } of own) {
    const { standards } = await standardSetOf(tx, standardSetId)
    for (const { code, evidence: asks } of standards) {
      for (const { count } of asks) {
        if (!count?.bySignature) continue
        const signed = signedOf(today, team, count, settings)
        await putCount(tx, { id, code, count }, signed, { addedBy: reading.putBy, addedAt: now })
      }
    }
  }
}

type Place = { id: ApplicationId; code: string; count: CountAsk }

async function putCount(
  tx: Tx,
  { id, code }: Place,
  { trained, inScope, met, since }: Signed,
  added: { addedBy: typeof evidence.$inferInsert.addedBy; addedAt: Date },
): Promise<void> {
  const here = and(
    eq(evidence.applicationId, id),
    eq(evidence.standard, code),
    eq(evidence.kind, 'count'),
    isNull(evidence.removedAt),
  )
  const [known] = await tx.select().from(evidence).where(here)
  const facts = { count: trained, total: inScope, signed: true as const }
  if (known?.facts.signed) {
    if (since) await tx.update(evidence).set({ facts, happenedOn: since }).where(here)
    else await tx.update(evidence).set({ removedAt: added.addedAt }).where(here)
    return
  }
  if (!since || (known && !isBetter(met, since, known.happenedOn))) return
  if (known) await tx.update(evidence).set({ removedAt: added.addedAt }).where(here)
  await tx.insert(evidence).values({
    ...{ id: newId('evi'), applicationId: id, standard: code, kind: 'count', words: '' },
    ...added,
    facts,
    happenedOn: since,
  })
}

function isBetter(met: boolean, since: Day, typedOn: Day | null): boolean {
  return met && (!typedOn || since >= typedOn)
}
