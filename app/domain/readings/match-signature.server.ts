import { eq } from 'drizzle-orm'
import { signatures } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, Invalid, NotFound } from '../errors'
import { recordEvent } from '../events.server'
import type { SignatureId, StaffId, VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { staffMemberFor } from '../training/queries.server'
import { countSignatures } from './count-signatures.server'
import { signatureFor } from './queries.server'

/** Says who of the team a signature is of, where the name alone did not tell. */
export function matchSignature(
  ctx: Context,
  venueId: VenueId,
  id: SignatureId,
  staffId: StaffId,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const signature = await signatureFor(tx, actor, venueId, id)
    permit(canWorkOnDrafts(actor, venueId))
    if (signature.setAsideAt) throw new Conflict(asideAlready)
    await staffMemberFor(tx, actor, venueId, staffId).catch((error) => {
      if (!(error instanceof NotFound)) throw error
      throw new Invalid({ staffId: 'Choose who of your team this is.' })
    })
    await tx.update(signatures).set({ staffId }).where(eq(signatures.id, id))
    await recordEvent(tx, {
      kind: 'reading.signature_matched',
      ...{ actor, at: now, origin, venueId, subjectId: id },
    })
    await countSignatures(tx, venueId, now)
  })
}

const asideAlready = 'Somebody else set this signature aside a moment ago.'
