import { eq } from 'drizzle-orm'
import { program } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import { canRunProgram } from '../permissions/desk'
import { permit } from '../permissions/permission'
import { programOf } from './program.server'
import type { ProgramSettings } from './program-settings'

/**
 * Says whether a certificate needs a second person. It counts from now on, also for venues that
 * wait for theirs; certificates that were issued stay as they are.
 */
export function changeAccrediting(
  ctx: Context,
  accreditedBy: ProgramSettings['accreditedBy'],
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canRunProgram(actor))
    const { settings } = await programOf(tx)
    if (settings.accreditedBy === accreditedBy) return
    await tx
      .update(program)
      .set({ settings: { ...settings, accreditedBy } })
      .where(eq(program.id, 1))
    await recordEvent(tx, {
      ...{ kind: 'program.accrediting_changed', actor, at: now, origin },
      before: { accreditedBy: settings.accreditedBy },
      after: { accreditedBy },
    })
  })
}
