import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

let keys: { sealing: Buffer; marking: Buffer } | null = null

/** Takes the program's secret once, at the start; two keys are derived from it (RFC 5869). */
export function keepSecret(secret: string): void {
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'lamplight', use, 32))
  keys = { sealing: key('seal'), marking: key('mark') }
}

/** Encrypts text (AES-256-GCM) for one purpose; only `unseal` with the same purpose reads it. */
export function seal(text: string, purpose: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', ready().sealing, iv).setAAD(Buffer.from(purpose))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** The sealed text, or null when it was altered, or sealed for another purpose or with another secret. */
export function unseal(sealed: string, purpose: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 28) return null
  const decipher = createDecipheriv('aes-256-gcm', ready().sealing, bytes.subarray(0, 12))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(12, 28))
  try {
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}

/** A keyed hash (HMAC-SHA-256) of something short that must not be guessed from the database, such as a code. */
export function markOf(text: string): string {
  return createHmac('sha256', ready().marking).update(text).digest('base64url')
}

function ready() {
  if (!keys) throw new Error('keepSecret was not called at the start.')
  return keys
}
