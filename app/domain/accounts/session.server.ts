import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { type Database, prepared, type Reader, type Tx } from '~db/open.server'
import { sessions } from '~db/schema'
import type { Factor } from '~db/vocabulary'
import type { Actor } from '../context'
import { newId, type PersonId, type SessionId } from '../ids'
import { needsStaffSignIn } from '../permissions/who'
import { actorOf } from './actor.server'

const minute = 60_000
const hour = 60 * minute

/** Staff: 30 minutes idle and 12 hours in all. Everybody else: 12 hours idle and 30 days. */
export function sessionLimits(actor: Actor): { idle: number; whole: number } {
  return needsStaffSignIn(actor)
    ? { idle: 30 * minute, whole: 12 * hour }
    : { idle: 12 * hour, whole: 30 * 24 * hour }
}

export type OpenSession = {
  id: SessionId
  actor: Actor
  /** False when it has ended or run out: then the actor is only who it belonged to. */
  alive: boolean
  lastSeenAt: Date
}

/** Starts a session and returns the token for the cookie; the database keeps its SHA-256 alone. */
export async function startSession(
  tx: Tx,
  personId: PersonId,
  factors: Factor[],
  now: Date,
  device: string | null = null,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx.insert(sessions).values({
    id: newId('ses'),
    tokenHash: hashOf(token),
    personId,
    factors,
    createdAt: now,
    lastSeenAt: now,
    device,
    expiresAt: new Date(now.getTime() + 30 * 24 * hour),
  })
  return token
}

/** The session of a cookie's token, alive or not; null when there never was one. */
export async function sessionOf(db: Reader, token: string, now: Date): Promise<OpenSession | null> {
  const [row] = await sessionRow(db).execute({ tokenHash: hashOf(token) })
  if (!row) return null
  const provedAt = row.provedAt ?? row.createdAt
  const actor = await actorOf(db, row.personId, row.factors, provedAt, now)
  if (!actor) return null
  const limits = sessionLimits(actor)
  const alive =
    row.endedAt === null &&
    row.expiresAt > now &&
    now.getTime() - row.lastSeenAt.getTime() <= limits.idle &&
    now.getTime() - row.createdAt.getTime() <= limits.whole
  return { id: row.id, actor, alive, lastSeenAt: row.lastSeenAt }
}

/** Keeps a session awake. Written at most once a minute, so that reading stays reading. */
export async function keepAwake(db: Database, session: OpenSession, now: Date): Promise<void> {
  if (now.getTime() - session.lastSeenAt.getTime() < minute) return
  await db.transaction(async (tx) => {
    await tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id))
  })
}

/**
 * Notes that its person has just proved who they are, and gives the session a new token: whoever
 * copied the old one has nothing. Null when it has ended meanwhile.
 */
export async function renewSession(tx: Tx, id: SessionId, now: Date): Promise<string | null> {
  const token = randomBytes(32).toString('base64url')
  const renewed = await tx
    .update(sessions)
    .set({ tokenHash: hashOf(token), provedAt: now, lastSeenAt: now })
    .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))
    .returning({ id: sessions.id })
  return renewed.length === 1 ? token : null
}

export async function endSession(tx: Tx, id: SessionId, now: Date): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.id, id), isNull(sessions.endedAt)))
}

/** Ends every session of a person at once, but for the one to keep; answers how many ended. */
export async function endSessionsOf(
  tx: Tx,
  personId: PersonId,
  now: Date,
  { except = null }: { except?: SessionId | null } = {},
): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.endedAt),
        except ? ne(sessions.id, except) : undefined,
      ),
    )
    .returning({ id: sessions.id })
  return ended.length
}

const sessionRow = prepared((db) =>
  db
    .select()
    .from(sessions)
    .where(eq(sessions.tokenHash, sql.placeholder('tokenHash'))),
)

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
