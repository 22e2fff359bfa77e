import { and, eq, isNull } from 'drizzle-orm'
import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { applicationAccess, applications, people, venues } from '~db/schema'
import type { Actor, Context, Reading } from '../context'
import { deed } from '../deed.server'
import { Conflict, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { AccessId } from '../ids'
import { canEndRecusal } from '../permissions/application'
import { permit } from '../permissions/permission'

/** A recusal as the page shows it that asks whether it should end. */
export async function recusalPage({ db, actor }: Reading, accessId: AccessId) {
  const { name, venue, applicationId } = await recusalFor(db, actor, accessId)
  return { name, venue, applicationId }
}

/** Lets somebody review an application again. What is in whose hands stays as it is. */
export function endRecusal(ctx: Context, accessId: AccessId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { applicationId, venueId } = await recusalFor(tx, actor, accessId)
    const ended = await tx
      .update(applicationAccess)
      .set({ endedAt: now })
      .where(and(eq(applicationAccess.id, accessId), isNull(applicationAccess.endedAt)))
      .returning({ id: applicationAccess.id })
    if (ended.length === 0) throw new Conflict('A coordinator ended this already.')
    await recordEvent(tx, {
      kind: 'application.recusal_ended',
      ...{ actor, at: now, origin, venueId, applicationId, subjectId: accessId },
    })
  })
}

async function recusalFor(db: Reader, actor: Actor, accessId: AccessId) {
  const [row] = await db
    .select({
      personId: people.id,
      name: people.name,
      title: people.title,
      applicationId: applications.id,
      venueId: venues.id,
      venue: venues.name,
    })
    .from(applicationAccess)
    .innerJoin(people, eq(people.id, applicationAccess.personId))
    .innerJoin(applications, eq(applications.id, applicationAccess.applicationId))
    .innerJoin(venues, eq(venues.id, applications.venueId))
    .where(and(eq(applicationAccess.id, accessId), eq(applicationAccess.kind, 'recused')))
  if (!row) throw new NotFound()
  permit(canEndRecusal(actor, row.personId))
  return { ...row, name: addressed(row) }
}
