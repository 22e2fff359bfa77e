import { desc, eq } from 'drizzle-orm'
import { formatDayOf } from '~/words/en/format'
import { reviewerAgreements } from '~db/schema'
import type { Context, Reading } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import { canAcceptAgreement } from '../permissions/desk'
import { permit } from '../permissions/permission'
import { programOf } from '../standards/program.server'

/** The reviewer agreement as one member of staff stands to it: the day of their last yes, if any. */
export async function agreementPage({ db, actor }: Reading) {
  permit(canAcceptAgreement(actor))
  const [last] = await db
    .select({ acceptedAt: reviewerAgreements.acceptedAt })
    .from(reviewerAgreements)
    .where(eq(reviewerAgreements.personId, actor.person.id))
    .orderBy(desc(reviewerAgreements.acceptedAt))
    .limit(1)
  const { timeZone } = await programOf(db)
  return {
    agreed: actor.agreed,
    lastOn: last ? formatDayOf(last.acceptedAt, timeZone) : null,
  }
}

/** Accepts the eight principles for a year. Saying yes again while it holds changes nothing. */
export function acceptAgreement(ctx: Context): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canAcceptAgreement(actor))
    if (actor.agreed) return
    await tx.insert(reviewerAgreements).values({ personId: actor.person.id, acceptedAt: now })
    await recordEvent(tx, { kind: 'liaison.agreed', actor, at: now, origin })
  })
}
