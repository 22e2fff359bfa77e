import { and, eq } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { roundEvidence } from '~db/schema'
import type { Actor } from '../context'
import { NotFound } from '../errors'
import type { RoundEvidenceId, RoundId, VenueId } from '../ids'
import { type AliasedPerson, peopleByAlias } from '../training/alias-people.server'
import type { Application } from './queries.server'
import { type Round, roundFor, roundsOf } from './rounds.server'

/** Where one alias stands: which venue, round and frozen coverage figure the address names. */
export type RecordAddress = {
  venueId: VenueId
  roundId: RoundId
  roundEvidenceId: RoundEvidenceId
  alias: string
}

export type NamedRecord = {
  application: Application
  round: Round
  /** The round that the program reads; a name is shown in this one alone. */
  newest: Round
  title: string
  person: AliasedPerson
}

/** One alias of one frozen coverage figure, for the venue's confirmed people. Anything else is absent. */
export async function namedRecordFor(
  db: Reader,
  actor: Actor,
  { venueId, roundId, roundEvidenceId, alias }: RecordAddress,
): Promise<NamedRecord> {
  const { round, application } = await roundFor(db, actor, roundId)
  if (application.venueId !== venueId) throw new NotFound()
  const [figure] = await db
    .select({ title: roundEvidence.title, coverage: roundEvidence.coverage })
    .from(roundEvidence)
    .where(and(eq(roundEvidence.id, roundEvidenceId), eq(roundEvidence.roundId, round.id)))
  const stands = figure?.coverage?.people.some((one) => one.alias === alias)
  const person = stands ? (await peopleByAlias(db, venueId)).get(alias) : undefined
  const [newest] = await roundsOf(db, application.id)
  if (!figure || !person || !newest) throw new NotFound()
  return { application, round, newest, title: figure.title, person }
}
