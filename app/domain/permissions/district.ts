import type { Actor } from '../context'
import type { DistrictId } from '../ids'
import { allowed, type Permission, refused } from './permission'
import { districtIdsOf, hasTwoFactors, isCoordinator, isLiaisonFor } from './who'

/** How a district stands is for those who follow it, for its liaisons, and for coordinators. */
export function canReadDistrict(actor: Actor, districtId: DistrictId): Permission {
  const follows = districtIdsOf(actor, 'district_viewer').includes(districtId)
  const staff = isLiaisonFor(actor, districtId) || isCoordinator(actor)
  return follows || (staff && hasTwoFactors(actor))
    ? allowed
    : refused('This page is for people who follow this district.')
}
