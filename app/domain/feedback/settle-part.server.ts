import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { applicationAccess, responseParts } from '~db/schema'
import type { ResponseDraft } from '~db/schema/feedback'
import type { Application } from '../applications/queries.server'
import type { Context } from '../context'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { AccessId } from '../ids'
import { withItems } from './draft'

type Settling = {
  application: Pick<Application, 'id' | 'venueId'>
  standards: readonly string[]
  takePart?: string
  leavePart?: string
}

/**
 * The draft with the part that another reviewer handed over, signed by them, or without it: either way
 * it is settled, and their access to the application ends.
 */
export async function withPart(
  tx: Tx,
  { actor, now, origin }: Context,
  draft: ResponseDraft,
  { application: { id: applicationId, venueId }, standards, takePart, leavePart }: Settling,
): Promise<ResponseDraft> {
  const id = takePart || leavePart
  if (!id) return draft
  const [access] = await tx
    .update(applicationAccess)
    .set({ endedAt: now })
    .where(
      and(
        eq(applicationAccess.id, id as AccessId),
        eq(applicationAccess.applicationId, applicationId),
        eq(applicationAccess.kind, 'field'),
        isNull(applicationAccess.endedAt),
      ),
    )
    .returning()
  const [part] = access
    ? await tx.delete(responseParts).where(eq(responseParts.accessId, access.id)).returning()
    : []
  if (!access || !part?.handedAt) {
    throw new Conflict('This part is not there any more: it was taken or left a moment ago.')
  }
  await recordEvent(tx, {
    kind: takePart ? 'response.part_taken' : 'response.part_left',
    ...{ actor, at: now, origin, venueId, applicationId, subjectId: access.personId },
    facts: { items: part.draft.items.length },
  })
  if (!takePart) return draft
  const writtenBy = access.personId
  const items = part.draft.items.map((item) => ({ ...item, writtenBy }))
  return withItems(draft, items, standards)
}
