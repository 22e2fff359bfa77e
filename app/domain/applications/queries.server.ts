import { and, count, desc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { applicationAccess, applications, certificates, rounds, venues } from '~db/schema'
import type { AccessKind } from '~db/vocabulary'
import type { Actor } from '../context'
import { addDays, type Day } from '../dates'
import { NotFound } from '../errors'
import type { ApplicationId, VenueId } from '../ids'
import { canReadShared, canWritePart } from '../permissions/application'
import { placeIn } from '../permissions/who'
import { isOpen, isVisibleToStaff } from './application'

type Row = typeof applications.$inferSelect

/** What the venue keeps beside its application for its own team. */
type OwnNotes = Pick<Row, 'readiness' | 'pauseWords' | 'askAgainOn' | 'askedAgainAt'>

export type Application = Omit<Row, keyof OwnNotes | 'ruler'> & {
  districtId: (typeof venues.$inferSelect)['districtId']
  venueName: string
  tellsWhenRead: boolean
  roundsShared: number
  /** What it is to the actor beside their districts. */
  access: AccessKind | null
}

/** As the venue's own people read it: with what they answered in the readiness check, and why they paused. */
export type OwnApplication = Application & OwnNotes

/** An application that the actor may see: their venue's own, or one that was shared with them. Anything else is absent. */
export async function applicationFor(
  db: Reader,
  actor: Actor,
  id: ApplicationId,
): Promise<Application> {
  const [row] = await applicationsWhere(db, actor, eq(applications.id, id))
  if (!row) throw new NotFound()
  const {
    readiness: _,
    pauseWords: _words,
    askAgainOn: _on,
    askedAgainAt: _at,
    ...application
  } = row
  if (placeIn(actor, application.venueId)) return application
  const visible = isVisibleToStaff(application.state, application.roundsShared)
  if (!visible || !canReadShared(actor, application).allowed) throw new NotFound()
  return application
}

/** An application of which the actor was asked to write a part. Anything else is absent. */
export async function applicationAskedAbout(
  db: Reader,
  actor: Actor,
  id: ApplicationId,
): Promise<Application> {
  const [row] = await applicationsWhere(db, actor, eq(applications.id, id))
  if (!row || !canWritePart(actor, row).allowed) throw new NotFound()
  const { readiness: _, ...application } = row
  return application
}

/**
 * The application that a venue works on: the open one, else the newest. Null before it has started.
 * Only for the venue's own people.
 */
export async function applicationOfVenue(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
): Promise<OwnApplication | null> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  const all = await applicationsWhere(db, actor, eq(applications.venueId, venueId))
  return all.find(({ state }) => isOpen(state)) ?? all[0] ?? null
}

/** The newest application of a venue that was shared, in whatever state; null before the first share. For its own people. */
export async function lastSharedOf(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
): Promise<Application | null> {
  if (!placeIn(actor, venueId)) throw new NotFound()
  const all = await applicationsWhere(db, actor, eq(applications.venueId, venueId))
  return all.find(({ roundsShared }) => roundsShared > 0) ?? null
}

/** Newest first. */
function applicationsWhere(db: Reader, actor: Actor, condition: ReturnType<typeof eq>) {
  return db
    .select({
      id: applications.id,
      venueId: applications.venueId,
      kind: applications.kind,
      state: applications.state,
      revision: applications.revision,
      stateSince: applications.stateSince,
      pausedFrom: applications.pausedFrom,
      standardSetId: applications.standardSetId,
      liaisonId: applications.liaisonId,
      hearBy: applications.hearBy,
      startedBy: applications.startedBy,
      startedAt: applications.startedAt,
      districtId: venues.districtId,
      venueName: venues.name,
      tellsWhenRead: venues.tellsWhenRead,
      roundsShared: count(rounds.id),
      access: applicationAccess.kind,
      readiness: applications.readiness,
      pauseWords: applications.pauseWords,
      askAgainOn: applications.askAgainOn,
      askedAgainAt: applications.askedAgainAt,
    })
    .from(applications)
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .leftJoin(rounds, eq(rounds.applicationId, applications.id))
    .leftJoin(
      applicationAccess,
      and(
        eq(applicationAccess.applicationId, applications.id),
        eq(applicationAccess.personId, actor.person.id),
        isNull(applicationAccess.endedAt),
      ),
    )
    .where(condition)
    .groupBy(applications.id)
    .orderBy(desc(applications.startedAt), desc(applications.id))
}

/** Whether the venue of an application may have a certificate already. */
export function mayHoldCertificate({ kind, state }: Application): boolean {
  return kind === 'renewal' || state === 'accredited' || state === 'refresh_due'
}

/** The last day of a venue's newest certificate: as printed, or the day before it ended. The caller has read the venue through its scope. */
export async function accreditedUntil(db: Reader, venueId: VenueId): Promise<Day | null> {
  const [row] = await db
    .select({ expiresOn: certificates.expiresOn, endedOn: certificates.endedOn })
    .from(certificates)
    .where(eq(certificates.venueId, venueId))
    .orderBy(desc(certificates.issuedAt))
    .limit(1)
  if (!row) return null
  const { expiresOn, endedOn } = row
  return endedOn && endedOn <= expiresOn ? addDays(endedOn, -1) : expiresOn
}
