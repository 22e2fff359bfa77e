import type { Actor } from '../context'
import { allowed, type Permission, refused } from './permission'
import { hasTwoFactors, isCoordinator } from './who'

/** Mail that was held is looked after by a coordinator: to whom it goes and why it stays, never what it says. */
export function canLookAfterMail(actor: Actor): Permission {
  return isCoordinator(actor) && hasTwoFactors(actor)
    ? allowed
    : refused('Mail that did not go out is looked after by a coordinator.')
}
