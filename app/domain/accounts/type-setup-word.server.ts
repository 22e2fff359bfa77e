import { randomBytes, timingSafeEqual } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { staffSetups } from '~db/schema'
import type { Visit } from '../context'
import { Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import { spokenMark } from './spoken-word.server'
import { setupFor, setupHashOf } from './staff-setup.server'
import { newTimeSecret } from './time-code.server'
import type { Refused } from './use-sign-in-code.server'
import { visitorDeed } from './visitor-deed.server'

const anHour = 60 * 60_000

const wrong =
  'That is not the word. Ask whoever told it to you to say it once more: two words and two digits.'
const over =
  'That was the last of five tries, so this link opens nothing any more. Ask whoever told you the word for a new one.'

/**
 * The holder of a mailed link, of new staff or of a recovery, types the word that they were told. Only then
 * is there a page to set a sign-in up: under a new link that was never in a mail, for an hour, with a new
 * secret for the app. Answers its token. A wrong word costs one of five tries.
 */
export async function typeSetupWord(visit: Visit, token: string, word: string): Promise<string> {
  const tokenHash = setupHashOf(token)
  const fresh = randomBytes(32).toString('base64url')
  const secret = newTimeSecret()
  const outcome = await visitorDeed<{ token: string } | Refused>(visit, tokenHash, async (tx) => {
    const { now, origin } = visit
    const row = await setupFor(tx, token, now)
    if (!row?.setup.spokenHash) throw new NotFound()
    const { personId, spokenHash, spokenTriesLeft, madeBy, recovery } = row.setup
    const left = await countTry(tx, tokenHash, spokenTriesLeft)
    const happening = { actor: null, at: now, origin, subjectId: personId }
    if (!same(spokenHash, spokenMark(tokenHash, word))) {
      const kind = recovery ? 'staff.recovery_refused' : 'staff.set_up_refused'
      await recordEvent(tx, { kind, ...happening, facts: { left } })
      return { refused: left === 0 ? over : wrong }
    }
    await tx.update(staffSetups).set({ usedAt: now }).where(eq(staffSetups.tokenHash, tokenHash))
    await tx.insert(staffSetups).values({
      tokenHash: setupHashOf(fresh),
      personId,
      totpSecretSealed: secret,
      createdAt: now,
      expiresAt: new Date(now.getTime() + anHour),
      recovery,
      madeBy,
    })
    const kind = recovery ? 'staff.recovery_opened' : 'staff.set_up_opened'
    await recordEvent(tx, { kind, ...happening })
    return { token: fresh }
  })
  if ('refused' in outcome) throw new Invalid({ word: outcome.refused })
  return outcome.token
}

/** Counted before it is compared, in the transaction that holds the row: no try goes uncounted. */
async function countTry(tx: Tx, tokenHash: string, before: number): Promise<number> {
  const counted = await tx
    .update(staffSetups)
    .set({ spokenTriesLeft: before - 1 })
    .where(
      and(
        eq(staffSetups.tokenHash, tokenHash),
        eq(staffSetups.spokenTriesLeft, before),
        isNull(staffSetups.usedAt),
      ),
    )
    .returning({ left: staffSetups.spokenTriesLeft })
  const left = counted[0]?.left
  if (left === undefined) throw new NotFound()
  return left
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
