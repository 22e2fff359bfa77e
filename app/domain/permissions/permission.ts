import type { Actor } from '../context'
import { NotPermitted, ProofNeeded } from '../errors'
import { hasProvedLately } from './who'

/** Allowed, or a reason that is fit to show to the person. */
export type Permission = { allowed: true } | { allowed: false; reason: string }

export const allowed: Permission = { allowed: true }

export function refused(reason: string): Permission {
  return { allowed: false, reason }
}

/** Goes on when it is allowed, and throws NotPermitted with the reason when it is not. */
export function permit(permission: Permission): void {
  if (!permission.allowed) throw new NotPermitted(permission.reason)
}

/** Goes on when the person has proved lately who they are, and throws ProofNeeded otherwise. */
export function permitProved({ actor, now }: { actor: Actor; now: Date }): void {
  if (!hasProvedLately(actor, now)) throw new ProofNeeded()
}
