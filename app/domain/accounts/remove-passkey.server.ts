import { and, eq } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { passkeys } from '~db/schema'
import type { Context, Reading } from '../context'
import { deed } from '../deed.server'
import { NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { PersonId } from '../ids'
import { queueEmail } from '../outbox.server'
import { permitProved } from '../permissions/permission'

/** One of the person's own passkeys; somebody else's is not there. */
export async function passkeyFor({ db, actor }: Reading, id: string) {
  const [row] = await db
    .select()
    .from(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.personId, actor.person.id)))
  if (!row) throw new NotFound()
  return row
}

export function passkeysOf(db: Reader, personId: PersonId) {
  return db
    .select()
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(passkeys.createdAt)
}

/** Removes a passkey, once its person has proved who they are, and tells them by mail. It opens nothing any more. */
export async function removePasskey(ctx: Context, id: string): Promise<void> {
  await deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { id: known } = await passkeyFor({ db: tx, actor, now }, id)
    permitProved(ctx)
    await tx.delete(passkeys).where(eq(passkeys.id, known))
    const subjectId = actor.person.id
    await recordEvent(tx, { kind: 'passkey.removed', actor, at: now, origin, subjectId })
    await queueEmail(tx, actor.person, 'sign-in-changed', { change: 'passkey_removed' }, now)
  })
}
