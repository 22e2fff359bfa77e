import { and, eq, exists, gt, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { applications, certificates, deskLooks, events, evidence } from '~db/schema'
import type { Actor } from '../context'
import type { EventKind } from '../events'
import type { ApplicationId } from '../ids'
import { datedAsks } from '../standards/dated-asks.server'

/** What happens with an application that staff may read, and wants to be seen. None of it tells of a draft. */
export const newsKinds = [
  'application.shared',
  'application.amended',
  'response.replied',
  'step.answered',
  'response.sent',
  'application.assigned',
  'application.paused',
  'application.resumed',
  'application.stepped_away',
  'application.came_back',
] as const satisfies readonly EventKind[]

export type NewsKind = (typeof newsKinds)[number] | 'evidence'

/** When somebody last said that they had seen what is new; null before the first time. */
export async function lastLook(db: Reader, actor: Actor): Promise<Date | null> {
  const [row] = await db
    .select({ at: deskLooks.lookedAt })
    .from(deskLooks)
    .where(eq(deskLooks.personId, actor.person.id))
  return row?.at ?? null
}

/** What others did with an application since that moment. What one did oneself is no news. */
function happenedSince(actor: Actor, since: Date): SQL | undefined {
  return and(
    gt(events.at, since),
    inArray(events.kind, newsKinds),
    or(isNull(events.personId), ne(events.personId, actor.person.id)),
  )
}

/**
 * What an accredited venue added since to keep its certificate current, as the review page shows it.
 * `dated` are the asks that it counts by; what stands beside others is a private draft.
 */
function addedSince(since: Date, dated: readonly string[]): SQL | undefined {
  return and(
    inArray(
      sql`${certificates.standardSetId} || ' ' || ${evidence.standard} || ' ' || ${evidence.kind}`,
      [...dated],
    ),
    gt(evidence.addedAt, since),
    gt(evidence.addedAt, certificates.issuedAt),
    isNotNull(evidence.happenedOn),
    isNull(evidence.removedAt),
  )
}

const standsAccredited = inArray(applications.state, ['accredited', 'refresh_due'])

/** Whether there is news of an application; for queries over applications. */
export async function hasNews(db: Reader, actor: Actor, since: Date): Promise<SQL | undefined> {
  const dated = await datedAsks(db)
  const one = { one: sql`1` }
  return or(
    exists(
      db
        .select(one)
        .from(events)
        .where(and(eq(events.applicationId, applications.id), happenedSince(actor, since))),
    ),
    and(
      standsAccredited,
      exists(
        db
          .select(one)
          .from(evidence)
          .innerJoin(certificates, eq(certificates.applicationId, evidence.applicationId))
          .where(and(eq(evidence.applicationId, applications.id), addedSince(since, dated))),
      ),
    ),
  )
}

/** What is new about each of these applications, which the caller has read through its scope. */
export async function newsOf(
  db: Reader,
  actor: Actor,
  ids: readonly ApplicationId[],
  since: Date | null,
): Promise<Map<ApplicationId, Set<NewsKind>>> {
  const news = new Map<ApplicationId, Set<NewsKind>>()
  if (!since || ids.length === 0) return news
  const add = (id: ApplicationId | null, kind: NewsKind) => {
    if (id) news.set(id, (news.get(id) ?? new Set()).add(kind))
  }
  const happened = await db
    .selectDistinct({ id: events.applicationId, kind: events.kind })
    .from(events)
    .where(and(inArray(events.applicationId, [...ids]), happenedSince(actor, since)))
  for (const { id, kind } of happened) add(id, kind as NewsKind)
  const dated = await datedAsks(db)
  const added = await db
    .selectDistinct({ id: evidence.applicationId })
    .from(evidence)
    .innerJoin(certificates, eq(certificates.applicationId, evidence.applicationId))
    .innerJoin(applications, eq(applications.id, evidence.applicationId))
    .where(
      and(inArray(evidence.applicationId, [...ids]), standsAccredited, addedSince(since, dated)),
    )
  for (const { id } of added) add(id, 'evidence')
  return news
}
