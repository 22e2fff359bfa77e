import { randomBytes } from 'node:crypto'
import { createCookie } from '@remix-run/node'
import { database } from '~/db.server'
import { keepAwake, type OpenSession, sessionOf } from '~/domain/accounts/session.server'
import { env } from '~/env.server'

const secure = env.publicUrl.startsWith('https:')

/** On TLS the cookie carries the __Host- prefix (RFC 6265bis), so that no other host can set it. */
const cookie = createCookie(secure ? '__Host-lamplight' : 'lamplight', {
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure,
  maxAge: 30 * 24 * 60 * 60,
})

export type RequestSession = OpenSession & { token: string }

const known = new WeakMap<object, Promise<RequestSession | null>>()

/**
 * The session of a request, alive or not; null when its cookie names none. The loaders of one
 * request share one reading of it by giving the request's own context.
 */
export function readSession(
  request: Request,
  now: Date,
  context?: object,
): Promise<RequestSession | null> {
  if (!context) return read(request, now)
  const before = known.get(context)
  if (before) return before
  const reading = read(request, now)
  known.set(context, reading)
  return reading
}

async function read(request: Request, now: Date): Promise<RequestSession | null> {
  const token = await cookie.parse(request.headers.get('Cookie'))
  if (typeof token !== 'string' || !token) return null
  const session = await sessionOf(database(), token, now)
  if (!session) return null
  if (session.alive) await keepAwake(database(), session, now)
  return { ...session, token }
}

export function sessionCookie(token: string): Promise<string> {
  return cookie.serialize(token)
}

export function noSessionCookie(): Promise<string> {
  return cookie.serialize('', { maxAge: 0 })
}

/**
 * A second cookie: which browser this is, for the code that it asked for and for the limits on failed
 * sign-ins. It is not a session and grants nothing. It lives as long as browsers let a cookie live.
 */
const browserCookie = createCookie(secure ? '__Host-lamplight-browser' : 'lamplight-browser', {
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure,
  maxAge: 400 * 24 * 60 * 60,
})

export async function readBrowser(request: Request): Promise<string | null> {
  const token = await browserCookie.parse(request.headers.get('Cookie'))
  return typeof token === 'string' && token.length >= 32 ? token : null
}

/** A new name for a browser that has none yet. */
export function newBrowser(): string {
  return randomBytes(32).toString('base64url')
}

export function browserCookieFor(token: string): Promise<string> {
  return browserCookie.serialize(token)
}
