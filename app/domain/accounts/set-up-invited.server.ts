import { paths } from '~/paths'
import type { Tx } from '~db/open.server'
import { staffSetups } from '~db/schema'
import type { Context } from '../context'
import type { PersonId } from '../ids'
import { isSignedInAsStaff } from '../permissions/place'
import { closeSignIn } from './close-sign-in.server'
import { linkEnd } from './place-invitation'
import { setupHashOf } from './staff-setup.server'
import { newTimeSecret } from './time-code.server'

/**
 * Gives somebody who has just become staff the page where they set up their sign-in, and answers
 * its path. Ways in that an email alone had been enough to make are taken away. Whoever is staff
 * already keeps theirs.
 */
export async function setUpInvited(
  tx: Tx,
  { actor, now }: Context,
  { invitedBy }: { invitedBy: PersonId },
  token: string,
): Promise<string> {
  const personId = actor.person.id
  if (isSignedInAsStaff(actor)) return paths.myHome()
  await closeSignIn(tx, personId, now)
  await tx.insert(staffSetups).values({
    tokenHash: setupHashOf(token),
    personId,
    totpSecretSealed: newTimeSecret(),
    createdAt: now,
    expiresAt: linkEnd(now),
    madeBy: invitedBy,
  })
  return paths.staffSetup(token)
}
