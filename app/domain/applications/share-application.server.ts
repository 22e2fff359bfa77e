import { sharedRuler } from '~/words/en/ruler'
import type { Context } from '../context'
import { addWorkingDays } from '../dates'
import { deed } from '../deed.server'
import { Invalid, NotFound } from '../errors'
import type { RoundId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canShare } from '../permissions/venue'
import { moveApplication } from './move-application.server'
import { readersOf, sharedOf } from './readers.server'
import { rulerOf } from './ruler.server'
import { shareRound } from './share-round.server'
import { refuseUnseen } from './share-seen.server'
import { isSomething } from './share-selection'
import { goingAlong } from './since-last-share.server'
import { workspaceOf } from './workspace.server'

/**
 * Shares the application with the venue's liaison as one round: what stands there now is frozen,
 * names of staff stay behind, and the venue is told by which day it hears. Nothing at all to share
 * is refused; what is still open may stay open. The venue's ruler goes along only when it asks for it.
 * `seen` stands for what the page showed; where something is different by now, nothing is shared.
 */
export function shareApplication(
  ctx: Context,
  venueId: VenueId,
  words: string,
  { withRuler = false, seen }: { withRuler?: boolean; seen?: string } = {},
): Promise<RoundId> {
  return deed(ctx, async (tx) => {
    const { actor, now } = ctx
    const workspace = await workspaceOf({ db: tx, actor, now }, venueId)
    const { application, settings, today } = workspace
    if (!application) throw new NotFound()
    permit(canShare(actor, venueId))
    const standards = await goingAlong({ db: tx, actor, now }, workspace)
    if (!standards.some(isSomething)) throw new Invalid({ '': nothingYet })

    const hearBy = addWorkingDays(today, settings.firstReadDays)
    const state = await moveApplication(tx, application, 'share', now, { hearBy })
    const own = await rulerOf(tx, application.id)
    const ownRuler = own && sharedRuler(own)
    const reading = { db: tx, actor, now }
    if (seen !== undefined) {
      const readers = await readersOf(tx, sharedOf(workspace))
      const without = withRuler ? [] : ['ruler']
      const checked = { along: standards, readers, ruler: ownRuler, without }
      await refuseUnseen(reading, workspace, seen, checked)
    }
    const ruler = withRuler ? ownRuler : null
    const share = { application, standards, words, ruler, hearBy, state }
    return shareRound(tx, ctx, workspace, { kind: 'application.shared', ...share })
  })
}

export const nothingYet =
  'There is nothing to share yet. Write a policy, add your team, or say how you meet one standard; then share as much or as little as you like.'
