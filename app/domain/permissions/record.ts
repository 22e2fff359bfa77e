import type { Actor } from '../context'
import { allowed, type Permission, refused } from './permission'
import { hasTwoFactors, isCoordinator } from './who'

/** The record is read by coordinators. What a venue drafts is no part of what they see of it. */
export function canReadRecord(actor: Actor): Permission {
  return isCoordinator(actor) && hasTwoFactors(actor)
    ? allowed
    : refused('The record is read by a coordinator.')
}
