import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '~db/open.server'
import { people } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid, NotFound } from '../errors'
import type { PersonId } from '../ids'
import { permit } from '../permissions/permission'
import { canUnlockStaff } from '../permissions/staff'
import { personByEmail } from './queries.server'
import { releaseLock } from './staff-lock.server'

/** A coordinator releases somebody else’s account that five failures had locked. One that is open stays so. */
export function unlockStaff(ctx: Context, personId: PersonId): Promise<void> {
  return deed(ctx, async (tx) => {
    permit(canUnlockStaff(ctx.actor, personId))
    const [person] = await tx
      .select({ id: people.id, email: people.email })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.removedAt)))
    if (!person) throw new NotFound()
    await releaseLock(tx, person, ctx)
  })
}

/** The same from the command line, for a program whose coordinators are all locked out. */
export function unlockByEmail(db: Database, email: string, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const person = await personByEmail(tx, email)
    if (!person) throw new Invalid({ email: 'Nobody has this email address.' })
    return releaseLock(tx, person, { actor: null, now, origin: null })
  })
}
