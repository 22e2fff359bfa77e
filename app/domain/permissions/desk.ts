import type { Actor } from '../context'
import type { DistrictId } from '../ids'
import { allowed, type Permission, refused } from './permission'
import { districtIdsOf, hasTwoFactors, isCoordinator, isLiaison, isStaff } from './who'

/** The desk, where what was shared waits, is for liaisons and coordinators. */
export function canOpenDesk(actor: Actor): Permission {
  return (isLiaison(actor) || isCoordinator(actor)) && hasTwoFactors(actor)
    ? allowed
    : refused('This part of the portal is for liaisons.')
}

/** The reviewer agreement is for whoever may come to read what venues share: all staff of the program. */
export function canAcceptAgreement(actor: Actor): Permission {
  return isStaff(actor) && hasTwoFactors(actor)
    ? allowed
    : refused('The reviewer agreement is for the staff of the program.')
}

/** Help is offered in letters, and letters are written by liaisons. */
export function canKeepPromises(actor: Actor): Permission {
  return isLiaison(actor) && hasTwoFactors(actor)
    ? allowed
    : refused('The help that letters offer is kept by the liaisons who wrote them.')
}

/** The pages that run the program are for coordinators; each deed on them asks for itself too. */
export function canRunProgram(actor: Actor): Permission {
  return isCoordinator(actor) && hasTwoFactors(actor)
    ? allowed
    : refused('This part of the portal is for coordinators.')
}

/** Whose applications stand on somebody's desk: a coordinator's are everywhere, a liaison's in their districts. */
export function districtsOnDesk(actor: Actor): 'all' | DistrictId[] {
  return isCoordinator(actor) ? 'all' : districtIdsOf(actor, 'liaison')
}

/** The words that the tone helper looks for are the program's: a coordinator changes them. */
export function canKeepLexicon(actor: Actor): Permission {
  return isCoordinator(actor) && hasTwoFactors(actor)
    ? allowed
    : refused('The words that the tone helper looks for are changed by a coordinator.')
}
