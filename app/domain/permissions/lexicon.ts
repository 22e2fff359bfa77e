import type { Actor } from '../context'
import { allowed, type Permission, refused } from './permission'
import { hasTwoFactors, isCoordinator } from './who'

/** The words that the tone helper looks for are the program's: a coordinator changes them. */
export function canKeepLexicon(actor: Actor): Permission {
  return isCoordinator(actor) && hasTwoFactors(actor)
    ? allowed
    : refused('The words that the tone helper looks for are changed by a coordinator.')
}
