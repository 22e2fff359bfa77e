import { timingSafeEqual } from 'node:crypto'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { signInCodes } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Invalid, NotFound, NotPermitted } from '../errors'
import { randomText, type SessionId } from '../ids'
import { queueEmail } from '../outbox.server'
import { needsStaffSignIn } from '../permissions/who'
import { proveBy } from './prove.server'
import { codeMinutes } from './request-sign-in-code.server'
import { markOf } from './secrets.server'
import { shownCode } from './typed-code'

const aWhile = 15 * 60_000
const mostCodes = 5

const sentences = {
  wrong: 'That is not the code we sent last. Look at the newest email, and type it again.',
  over: 'That code has run out or was used. Ask for a new one; it comes in a moment.',
  tooOften:
    'We have sent five codes of late. Please look for the newest email, or wait 15 minutes.',
}

/** Mails an owner or a district viewer a code with which this session alone can prove who they are. */
export async function sendProofCode(ctx: Context): Promise<void> {
  const { actor, now, origin } = ctx
  if (needsStaffSignIn(actor))
    throw new NotPermitted('Staff show who they are with their own sign-in.')
  if (!origin.sessionId) throw new NotFound()
  const code = randomText(8)
  const browserHash = markOfSession(origin.sessionId)
  await deed(ctx, async (tx) => {
    const since = new Date(now.getTime() - aWhile)
    const sent = await tx.$count(
      signInCodes,
      and(eq(signInCodes.browserHash, browserHash), gt(signInCodes.createdAt, since)),
    )
    if (sent >= mostCodes) throw new Invalid({ '': sentences.tooOften })
    await tx
      .update(signInCodes)
      .set({ expiresAt: now })
      .where(and(eq(signInCodes.browserHash, browserHash), gt(signInCodes.expiresAt, now)))
    await tx.insert(signInCodes).values({
      id: `sic_${randomText(16)}`,
      browserHash,
      email: actor.person.email,
      personId: actor.person.id,
      codeHash: markOf(`${browserHash}:${code}`),
      triesLeft: 5,
      createdAt: now,
      expiresAt: new Date(now.getTime() + codeMinutes * 60_000),
    })
    const facts = { code: shownCode(code), minutes: codeMinutes }
    await queueEmail(tx, actor.person, 'proof-code', facts, now)
  })
}

/** Whether a code for this session is on its way and can still be used. */
export async function proofCodeWaits(db: Reader, id: SessionId, now: Date): Promise<boolean> {
  return (await newestCode(db, id, now)) !== undefined
}

/** An owner or a district viewer proves who they are with the code that went to their own address. */
export function proveByCode(ctx: Context, code: string): Promise<string> {
  const { actor, now, origin } = ctx
  if (needsStaffSignIn(actor))
    throw new NotPermitted('Staff show who they are with their own sign-in.')
  return proveBy(ctx, 'email_code', 'code', async (tx) => {
    const row = origin.sessionId && (await newestCode(tx, origin.sessionId, now))
    if (!row) return sentences.over
    const mark = Buffer.from(markOf(`${row.browserHash}:${code}`))
    if (!timingSafeEqual(mark, Buffer.from(row.codeHash))) return sentences.wrong
    await tx.update(signInCodes).set({ usedAt: now }).where(eq(signInCodes.id, row.id))
    return null
  })
}

async function newestCode(db: Reader, id: SessionId, now: Date) {
  const [row] = await db
    .select()
    .from(signInCodes)
    .where(
      and(
        eq(signInCodes.browserHash, markOfSession(id)),
        isNull(signInCodes.usedAt),
        gt(signInCodes.expiresAt, now),
      ),
    )
    .orderBy(desc(signInCodes.createdAt))
    .limit(1)
  return row
}

/** Such a code belongs to a session and not to a browser, so no code for signing in is ever one. */
function markOfSession(id: SessionId): string {
  return markOf(`prove:${id}`)
}
