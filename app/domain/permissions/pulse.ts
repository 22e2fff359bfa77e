import type { Actor } from '../context'
import type { DistrictId } from '../ids'
import { allowed, type Permission, refused } from './permission'
import { hasTwoFactors, isCoordinator, isLiaisonFor } from './who'

/** What groups answered to the pulse: a liaison reads their own districts, a coordinator all and the whole. */
export function canReadPulse(actor: Actor, districtId: DistrictId | null): Permission {
  return (isCoordinator(actor) || isLiaisonFor(actor, districtId)) && hasTwoFactors(actor)
    ? allowed
    : refused('The pulse of a district is for its liaisons and for coordinators.')
}
