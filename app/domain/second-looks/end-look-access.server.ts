import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { applicationAccess } from '~db/schema'
import type { ApplicationId } from '../ids'

/** A second look that is answered or taken back opens the application to nobody any more. */
export async function endLookAccess(tx: Tx, id: ApplicationId, now: Date): Promise<void> {
  await tx
    .update(applicationAccess)
    .set({ endedAt: now })
    .where(
      and(
        eq(applicationAccess.applicationId, id),
        eq(applicationAccess.kind, 'second_look'),
        isNull(applicationAccess.endedAt),
      ),
    )
}
