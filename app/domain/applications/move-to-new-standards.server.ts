import { and, eq, isNull } from 'drizzle-orm'
import { standardsChangesWords as words } from '~/words/en/standards-changes'
import { applications, rounds } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { programOf } from '../standards/program.server'
import { standsAccredited } from './application'
import { editableApplication } from './draft.server'

/**
 * Moves a venue's application, first or renewal, to the standards in force. Answers and evidence stay as
 * they are, also those of standards that are gone; what was shared before keeps the standards of its day.
 * What a certificate stands on does not move: an accredited venue moves by beginning its renewal.
 */
export function moveToNewStandards(ctx: Context, venueId: VenueId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { id, state, standardSetId: from } = await editableApplication(tx, actor, venueId)
    permit(canWorkOnDrafts(actor, venueId))
    if (standsAccredited(state)) throw new Conflict(words.renewFirst)
    const { standardSetId: to } = await programOf(tx)
    if (from === to) throw new Conflict('You work with the newest standards already.')
    await tx
      .update(rounds)
      .set({ standardSetId: from })
      .where(and(eq(rounds.applicationId, id), isNull(rounds.standardSetId)))
    await tx.update(applications).set({ standardSetId: to }).where(eq(applications.id, id))
    await recordEvent(tx, {
      kind: 'application.standards_moved',
      actor,
      at: now,
      origin,
      venueId,
      applicationId: id,
      before: { standardSet: from },
      after: { standardSet: to },
    })
  })
}
