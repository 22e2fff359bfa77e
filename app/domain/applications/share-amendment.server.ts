import type { Context } from '../context'
import { addWorkingDays } from '../dates'
import { deed } from '../deed.server'
import { Conflict, Invalid, NotFound } from '../errors'
import type { RoundId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canShare } from '../permissions/venue'
import { amendHindrance, changesToShare } from './amendment.server'
import { readersOf, sharedOf } from './readers.server'
import { chooseOne } from './share-form'
import { shareRound } from './share-round.server'
import { refuseUnseen } from './share-seen.server'
import { workspaceOf } from './workspace.server'

export type Amendment = {
  words: string
  standards: readonly string[]
  /** Stands for what the page showed. */
  seen?: string
}

/**
 * Shares what an accredited venue changed, on the standards that it chose, as a round of its own. The
 * accreditation stands on the last whole round and does not move; the promise is the round's. What is
 * different from what the page showed is not shared.
 */
export function shareAmendment(
  ctx: Context,
  venueId: VenueId,
  { words, standards, seen }: Amendment,
): Promise<RoundId> {
  return deed(ctx, async (tx) => {
    const { actor, now } = ctx
    const reading = { db: tx, actor, now }
    const workspace = await workspaceOf(reading, venueId)
    const { application, settings, today } = workspace
    if (!application) throw new NotFound()
    permit(canShare(actor, venueId))
    const hindrance = await amendHindrance(reading, workspace)
    if (hindrance) throw new Conflict(hindrance)
    const { choices, everything } = await changesToShare(reading, workspace)
    if (seen !== undefined && standards.length > 0) {
      const readers = await readersOf(tx, sharedOf(workspace))
      const codes = workspace.standards.map(({ standard: { code } }) => code)
      const without = codes.filter((code) => !standards.includes(code))
      const checked = { along: everything, readers, ruler: null, without }
      await refuseUnseen(reading, workspace, seen, checked)
    }
    const chosen = choices.filter(({ code }) => standards.includes(code))
    if (chosen.length === 0) throw new Invalid({ standards: chooseOne })
    return shareRound(tx, ctx, workspace, {
      kind: 'application.amended',
      application,
      standards: chosen.map(({ along }) => along),
      words,
      ruler: null,
      hearBy: addWorkingDays(today, settings.firstReadDays),
      state: application.state,
    })
  })
}
