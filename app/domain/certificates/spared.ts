import type { Standard } from '../standards/standard-set'

/** What the venue is not asked: what its round answered otherwise, and what does not concern it. */
export type Spared = {
  notAsked: ReadonlySet<string>
  profile: { securityStaff: boolean | null }
}

/** Whether a standard is asked of a venue, essential or enhanced. */
export function isAsked({ code, onlyIf }: Standard, { notAsked, profile }: Spared): boolean {
  if (notAsked.has(code)) return false
  return !(onlyIf === 'security_staff' && profile.securityStaff === false)
}
