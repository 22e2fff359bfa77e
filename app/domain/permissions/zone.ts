import type { Actor } from '../context'
import { allowed, type Permission, refused } from './permission'
import { hasTwoFactors, isCoordinator } from './who'

/** Zones are entered, changed and confirmed by a coordinator; everybody else reads the public page. */
export function canKeepZones(actor: Actor): Permission {
  return isCoordinator(actor) && hasTwoFactors(actor)
    ? allowed
    : refused('Loading zones are entered and changed by a coordinator.')
}
