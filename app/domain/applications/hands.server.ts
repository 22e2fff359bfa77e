import { and, asc, desc, eq, exists, gt, isNull, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import {
  applicationAccess,
  applications,
  assignments,
  memberships,
  people,
  reviewerAgreements,
} from '~db/schema'
import { agreementYear } from '../accounts/actor.server'
import type { PersonId } from '../ids'
import type { Application } from './queries.server'

export type Colleague = { id: PersonId; name: string }

/**
 * The liaisons who could review an application: of its district, with this year's agreement, of
 * another house than the venue's, and not recused.
 */
export async function couldReview(
  db: Reader,
  { id, venueId, districtId }: Application,
  now: Date,
): Promise<Colleague[]> {
  if (!districtId) return []
  const one = { one: sql`1` }
  const ofVenue = alias(memberships, 'of_venue')
  const rows = await db
    .selectDistinct({ id: people.id, name: people.name, title: people.title })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.role, 'liaison'),
        eq(memberships.districtId, districtId),
        isNull(memberships.endedAt),
        isNull(people.removedAt),
        exists(
          db
            .select(one)
            .from(reviewerAgreements)
            .where(
              and(
                eq(reviewerAgreements.personId, people.id),
                gt(reviewerAgreements.acceptedAt, new Date(now.getTime() - agreementYear)),
              ),
            ),
        ),
        notExists(
          db
            .select(one)
            .from(ofVenue)
            .where(
              and(
                eq(ofVenue.personId, people.id),
                eq(ofVenue.venueId, venueId),
                isNull(ofVenue.endedAt),
              ),
            ),
        ),
        notExists(
          db
            .select(one)
            .from(applicationAccess)
            .where(and(openRecusal(id), eq(applicationAccess.personId, people.id))),
        ),
      ),
    )
    .orderBy(asc(people.name))
  return rows.map((row) => ({ id: row.id, name: addressed(row) }))
}

function openRecusal(applicationId: Application['id']) {
  return and(
    eq(applicationAccess.applicationId, applicationId),
    eq(applicationAccess.kind, 'recused'),
    isNull(applicationAccess.endedAt),
  )
}

/** Who stepped back from an application and is still away from it, the last one first. */
export async function recusedFrom(db: Reader, applicationId: Application['id']) {
  const rows = await db
    .select({
      id: applicationAccess.id,
      personId: people.id,
      name: people.name,
      title: people.title,
      words: applicationAccess.words,
      at: applicationAccess.at,
    })
    .from(applicationAccess)
    .innerJoin(people, eq(people.id, applicationAccess.personId))
    .where(openRecusal(applicationId))
    .orderBy(desc(applicationAccess.at))
  return rows.map((row) => ({ ...row, name: addressed(row) }))
}

/** In whose hands an application is now; null for nobody. */
export async function holderOf(
  db: Reader,
  applicationId: Application['id'],
): Promise<Colleague | null> {
  const [row] = await db
    .select({ id: people.id, name: people.name, title: people.title })
    .from(applications)
    .innerJoin(people, eq(people.id, applications.liaisonId))
    .where(eq(applications.id, applicationId))
  return row ? { id: row.id, name: addressed(row) } : null
}

/** Each time it came into other hands, the last one first. */
export async function assignmentsOf(db: Reader, applicationId: Application['id']) {
  const [from, to, by] = [alias(people, 'from'), alias(people, 'to'), alias(people, 'by')]
  return db
    .select({
      id: assignments.id,
      at: assignments.at,
      words: assignments.words,
      to: { id: to.id, name: to.name, title: to.title },
      from: { id: from.id, name: from.name, title: from.title },
      by: { id: by.id, name: by.name, title: by.title },
    })
    .from(assignments)
    .innerJoin(by, eq(by.id, assignments.givenBy))
    .leftJoin(from, eq(from.id, assignments.fromId))
    .leftJoin(to, eq(to.id, assignments.toId))
    .where(eq(assignments.applicationId, applicationId))
    .orderBy(desc(assignments.at), desc(assignments.id))
}
