import type { Actor } from '../context'
import { allowed, type Permission, refused } from './permission'
import { hasTwoFactors, isCoordinator } from './who'

/** Classes are announced, changed and called off by a coordinator. */
export function canArrangeClasses(actor: Actor): Permission {
  return isCoordinator(actor) && hasTwoFactors(actor)
    ? allowed
    : refused('Classes are announced by a coordinator.')
}
