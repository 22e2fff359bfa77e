import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import * as t from '~db/schema'
import type { VenueId } from '../ids'

/** The rows that hang on a venue without naming it, as parts of a query. Letters are those that were sent. */
export const applicationsOf = (db: Reader, venueId: VenueId) =>
  db
    .select({ id: t.applications.id })
    .from(t.applications)
    .where(eq(t.applications.venueId, venueId))
export const roundsOf = (db: Reader, venueId: VenueId) =>
  db
    .select({ id: t.rounds.id })
    .from(t.rounds)
    .where(inArray(t.rounds.applicationId, applicationsOf(db, venueId)))
export const lettersOf = (db: Reader, venueId: VenueId) =>
  db
    .select({ id: t.responses.id })
    .from(t.responses)
    .where(
      and(
        inArray(t.responses.applicationId, applicationsOf(db, venueId)),
        isNotNull(t.responses.sentAt),
      ),
    )
export const itemsOf = (db: Reader, venueId: VenueId) =>
  db
    .select({ id: t.responseItems.id })
    .from(t.responseItems)
    .where(inArray(t.responseItems.responseId, lettersOf(db, venueId)))
export const policiesOf = (db: Reader, venueId: VenueId) =>
  db.select({ id: t.policies.id }).from(t.policies).where(eq(t.policies.venueId, venueId))
export const repliesOf = (db: Reader, venueId: VenueId) =>
  db
    .select({ id: t.replies.id })
    .from(t.replies)
    .where(inArray(t.replies.responseId, lettersOf(db, venueId)))
