import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { recoveryCodes } from '~db/schema'
import type { Context } from '../context'
import { NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { type PersonId, randomText } from '../ids'
import { queueEmail } from '../outbox.server'
import { permitProved } from '../permissions/permission'
import { hasPassword } from './change-password.server'
import { markOf } from './secrets.server'
import { visitorDeed } from './visitor-deed.server'

const howMany = 10

/**
 * Makes ten new codes for staff who have proved who they are; older ones stop working. They are
 * returned once: what is kept is a keyed hash of each. Whoever has no password has none of them.
 */
export async function makeRecoveryCodes(ctx: Context): Promise<string[]> {
  permitProved(ctx)
  if (!(await hasPassword(ctx))) throw new NotFound()
  const { actor, now, origin } = ctx
  const personId = actor.person.id
  const codes = Array.from({ length: howMany }, () => randomText(12))
  return visitorDeed(ctx, personId, async (tx) => {
    await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))
    const rows = codes.map((code) => ({ codeHash: hashOf(personId, code), personId }))
    await tx.insert(recoveryCodes).values(rows.map((row) => ({ ...row, createdAt: now })))
    const subjectId = personId
    await recordEvent(tx, { kind: 'recovery_codes.made', actor, at: now, origin, subjectId })
    await queueEmail(tx, actor.person, 'sign-in-changed', { change: 'recovery_codes' }, now)
    return codes.map((code) => (code.match(/.{4}/g) ?? []).join('-').toUpperCase())
  })
}

/** How many of a person's codes can still be used. */
export function recoveryCodesLeft(db: Reader, personId: PersonId): Promise<number> {
  return db.$count(
    recoveryCodes,
    and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)),
  )
}

export function hashOf(personId: PersonId, code: string): string {
  return markOf(`recovery:${personId}:${code}`)
}
