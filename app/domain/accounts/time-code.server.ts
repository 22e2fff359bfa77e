import { Secret, TOTP } from 'otpauth'
import { seal, unseal } from './secrets.server'

const purpose = 'totp'

/** A new secret for time-based codes (RFC 6238), sealed for the database. */
export function newTimeSecret(): string {
  return seal(new Secret({ size: 20 }).base32, purpose)
}

/** The secret for an authenticator app: as text to type, and as an address to scan. */
export function timeSecretFor(sealed: string, email: string): { secret: string; uri: string } {
  const totp = totpOf(sealed, email)
  return { secret: totp.secret.base32, uri: totp.toString() }
}

/** The time step that a code belongs to, one step early or late allowed; null when it fits none. */
export function stepOf(sealed: string, code: string, now: Date): number | null {
  const totp = totpOf(sealed, '')
  const timestamp = now.getTime()
  const delta = totp.validate({ token: code, timestamp, window: 1 })
  return delta === null ? null : totp.counter({ timestamp }) + delta
}

function totpOf(sealed: string, email: string): TOTP {
  const secret = unseal(sealed, purpose)
  if (secret === null) throw new Error('The secret of a time-based code cannot be opened.')
  return new TOTP({
    issuer: 'Lamplight',
    label: email,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  })
}
