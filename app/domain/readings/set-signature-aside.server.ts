import { eq } from 'drizzle-orm'
import { signatures } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import type { SignatureId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { countSignatures } from './count-signatures.server'
import { signatureFor } from './queries.server'

/** Sets a signature aside that is of nobody on the team: it counts no more, and stays on file. */
export function setSignatureAside(ctx: Context, venueId: VenueId, id: SignatureId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const signature = await signatureFor(tx, actor, venueId, id)
    permit(canWorkOnDrafts(actor, venueId))
    if (signature.setAsideAt) return
    await tx.update(signatures).set({ setAsideAt: now }).where(eq(signatures.id, id))
    await recordEvent(tx, {
      kind: 'reading.signature_set_aside',
      ...{ actor, at: now, origin, venueId, subjectId: id },
    })
    await countSignatures(tx, venueId, now)
  })
}
