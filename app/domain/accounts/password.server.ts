import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { aLine } from './a-line'

/** scrypt with the cost that OWASP names first: N = 2^17, r = 8, p = 1, which takes 128 MB. */
const cost = { N: 2 ** 17, r: 8, p: 1 }
const maxmem = 160 * 1024 * 1024

/** What is compared when the address is not known, so that both answers cost the same work. */
const nobodys = `scrypt$17$8$1$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(32).toString('base64url')}`

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await keyOf(password, salt)
  return `scrypt$17$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`
}

/** Whether the password is the one that was hashed. Never inside a transaction: it takes a while. */
export async function passwordFits(password: string, hash: string | null): Promise<boolean> {
  const [, , , , salt = '', kept = ''] = (hash ?? nobodys).split('$')
  const key = await keyOf(password, Buffer.from(salt, 'base64url'))
  const fits = timingSafeEqual(key, Buffer.from(kept, 'base64url'))
  return fits && hash !== null
}

/** Each takes 128 MB, and this guards the memory of this very process. */
const inTurn = aLine({
  atOnce: 2,
  /** About as many as are done within three seconds. */
  mostWaiting: 12,
  crowded:
    'Many passwords are being checked just now, so yours was not. Please try again in a few seconds. A passkey works meanwhile.',
})

function keyOf(password: string, salt: Buffer): Promise<Buffer> {
  return inTurn(
    () =>
      new Promise((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, 32, { ...cost, maxmem }, (error, key) =>
          error ? reject(error) : resolve(key),
        )
      }),
  )
}
