import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import * as t from '~db/schema'
import { openStates } from '~db/vocabulary'
import { solelyOwned } from '../accounts/venue-people.server'
import type { PersonId, VenueId } from '../ids'
import { leavingRule } from './leaving.server'

/** Why an account cannot go yet, with the venue where that can be mended by its owner. */
export type Tie = { words: string; venueId: VenueId | null }

/** Why an account cannot go yet, each with what to do first; none when it can. */
export async function tiesOf(db: Reader, personId: PersonId): Promise<Tie[]> {
  const ties: Tie[] = []
  const sole = await solelyOwned(db, personId)
  const left = await db
    .select({ id: t.removals.subjectId })
    .from(t.removals)
    .where(and(eq(t.removals.rule, leavingRule), inArray(t.removals.subjectId, sole)))
  const held = sole.filter((venueId) => left.every(({ id }) => id !== venueId))
  const venues = await db.select().from(t.venues).where(inArray(t.venues.id, held))
  for (const { id, name } of venues) {
    ties.push({
      words: `You are the only owner of ${name}, so it needs another owner first, or leaves with you.`,
      venueId: id,
    })
  }
  if (await isLastCoordinator(db, personId)) {
    ties.push({
      words: 'You are the only coordinator. Invite another one first, and wait for their yes.',
      venueId: null,
    })
  }
  const answered = await db
    .select({ id: t.applications.id })
    .from(t.applications)
    .where(
      and(
        eq(t.applications.liaisonId, personId),
        inArray(t.applications.state, [...openStates, 'paused']),
      ),
    )
    .limit(1)
  if (answered.length > 0) {
    ties.push({
      words: 'Venues wait for your answer. Ask a coordinator to give them another liaison first.',
      venueId: null,
    })
  }
  return ties
}

async function isLastCoordinator(db: Reader, personId: PersonId): Promise<boolean> {
  const now = await db
    .select({ personId: t.memberships.personId })
    .from(t.memberships)
    .innerJoin(t.people, eq(t.people.id, t.memberships.personId))
    .where(
      and(
        eq(t.memberships.role, 'coordinator'),
        isNull(t.memberships.endedAt),
        isNull(t.people.removedAt),
      ),
    )
  return now.length > 0 && now.every((each) => each.personId === personId)
}

/** Whether they shared, signed or decided anything: then their name stays under it. */
export async function stoodForSomething(db: Reader, personId: PersonId): Promise<boolean> {
  const marks = [
    [t.rounds, t.rounds.sharedBy],
    [t.responses, t.responses.authorId],
    [t.replies, t.replies.personId],
    [t.stepHistory, t.stepHistory.personId],
    [t.applicationNotes, t.applicationNotes.personId],
    [t.certificates, t.certificates.issuedBy],
    [t.joinRequests, t.joinRequests.decidedBy],
    [t.invitations, t.invitations.createdBy],
    [t.zoneVersions, t.zoneVersions.publishedBy],
    [t.zoneAcknowledgements, t.zoneAcknowledgements.personId],
    [t.nameShowings, t.nameShowings.shownBy],
    [t.trainingRecords, t.trainingRecords.verifiedBy],
    [t.assignments, t.assignments.givenBy],
    [t.applicationAccess, t.applicationAccess.personId],
    [t.removals, t.removals.keptBy],
    [t.contacts, t.contacts.writtenBy],
    [t.walkThroughs, t.walkThroughs.proposedBy],
    [t.secondLooks, t.secondLooks.askedBy],
    [t.secondLooks, t.secondLooks.givenTo],
  ] as const
  for (const [table, column] of marks) {
    const found = await db.select({ by: column }).from(table).where(eq(column, personId)).limit(1)
    if (found.length > 0) return true
  }
  return false
}
