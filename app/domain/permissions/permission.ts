import { NotPermitted } from '../errors'

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
