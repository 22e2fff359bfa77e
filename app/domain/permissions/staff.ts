import type { Actor } from '../context'
import type { PersonId } from '../ids'
import { allowed, type Permission, refused } from './permission'
import { hasTwoFactors, isCoordinator } from './who'

/** Who is what to the program is for coordinators to see and to change. */
export function canLookAfterPeople(actor: Actor): Permission {
  return isCoordinator(actor) && hasTwoFactors(actor)
    ? allowed
    : refused('The people of the program are looked after by a coordinator.')
}

/** Nobody takes themselves out of the program. */
export function canRemovePerson(actor: Actor, personId: PersonId): Permission {
  return onlyForAnother(
    actor,
    personId,
    'Another coordinator takes you out of the program. You can end a place of your own.',
  )
}

/** A sign-in is given anew by somebody else, never by the person who lost it. */
export function canRecoverStaff(actor: Actor, personId: PersonId): Permission {
  return onlyForAnother(actor, personId, 'Your own sign-in is given anew by another coordinator.')
}

export function canUnlockStaff(actor: Actor, personId: PersonId): Permission {
  return onlyForAnother(actor, personId, 'Your own account is released by another coordinator.')
}

/** The program keeps a coordinator, whatever is changed: `coordinators` are all of them now. */
export function keepsACoordinator(
  coordinators: readonly PersonId[],
  without: PersonId,
): Permission {
  return coordinators.every((coordinator) => coordinator === without)
    ? refused(
        'The program would be without a coordinator. Invite another one first, and wait until they have accepted.',
      )
    : allowed
}

function onlyForAnother(actor: Actor, personId: PersonId, reason: string): Permission {
  const may = canLookAfterPeople(actor)
  return may.allowed && actor.person.id === personId ? refused(reason) : may
}
