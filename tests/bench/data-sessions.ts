import { createHash } from 'node:crypto'

export type SignedIn = 'owner' | 'coordinator' | 'liaison'

/** The token of somebody's session in the bench data: known, for it is made up. */
export function tokenOf(who: SignedIn, number: number): string {
  return createHash('sha256').update(`bench ${who} ${number}`).digest('base64url')
}

/** As the session table keeps it. */
export function hashOfToken(who: unknown, number: unknown): string {
  const token = tokenOf(who as SignedIn, Number(number))
  return createHash('sha256').update(token).digest('base64url')
}
