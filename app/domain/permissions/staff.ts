import type { Actor } from '../context'
import { allowed, type Permission, refused } from './permission'
import { hasTwoFactors, isCoordinator } from './who'

/** An account that five failures locked is released by a coordinator. */
export function canUnlockStaff(actor: Actor): Permission {
  return isCoordinator(actor) && hasTwoFactors(actor)
    ? allowed
    : refused('A locked account is released by a coordinator.')
}
