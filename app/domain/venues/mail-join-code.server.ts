import type { Context } from '../context'
import { deed } from '../deed.server'
import type { JoinRequestId } from '../ids'
import { permitProved } from '../permissions/permission'
import { newClaimCode } from './claim-code.server'
import { changeWaiting, waitingRequest } from './decide-join.server'

/**
 * Makes the code for a letter to the venue, with which the person who asked confirms that they
 * belong there. A newer letter replaces the code of the older one. Needs a fresh proof, as confirming
 * by phone does.
 */
export function mailJoinCode(ctx: Context, id: JoinRequestId): Promise<void> {
  const { codeHash, codeSealed } = newClaimCode()
  return deed(ctx, async (tx) => {
    await waitingRequest(tx, ctx, id)
    permitProved(ctx)
    await changeWaiting(tx, id, { codeHash, codeSealed })
  })
}
