import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import type { Env } from '~/env.server'
import type { Arrivals } from '~/files/arrivals.server'
import { demoAllowed, isForwarding } from './demo-gate.server'
import { deviceOf } from './device'

/** What every loader and action finds in `context`. */
export type RequestFacts = {
  requestId: string
  /** The address the request came from; behind a trusted proxy, the one the proxy saw. */
  address: string
  /** What the browser says of itself, in a few words. */
  device: string
  nonce: string
  /** This request comes from this very machine, so a demo database may show its people and its mail. */
  demoAllowed: boolean
  /** The page asked for is the same for everyone, so no session may be read for it. */
  quiet: boolean
  /** Where files wait that come with it. */
  arrivals: Arrivals
  env: Env
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends RequestFacts {}
}

export function requestFacts(
  headers: Headers,
  socketAddress: string,
  env: Env,
): Omit<RequestFacts, 'quiet' | 'arrivals'> {
  const random = randomBytes(25)
  // A trusted proxy adds the address it saw at the end; what stands before it, anyone may have written.
  const forwardedFor = env.trustProxy ? headers.get('x-forwarded-for') : null
  return {
    requestId: random.subarray(0, 9).toString('base64url'),
    address: addressIn(forwardedFor) ?? socketAddress,
    device: deviceOf(headers.get('user-agent')),
    nonce: random.subarray(9).toString('base64url'),
    demoAllowed: demoAllowed(env, headers),
    env,
  }
}

function addressIn(forwardedFor: string | null): string | null {
  const last = forwardedFor?.split(',').at(-1)?.trim() ?? ''
  return isIP(last) ? last : null
}

/** The request as Remix sees it: at this site's own address, with no word of any proxy. */
export function requestForRemix(
  raw: Request,
  origins: ReadonlySet<string>,
  body: ReadableStream<Uint8Array> | null,
): Request {
  const { origin: asked, pathname, search } = new URL(raw.url)
  const [standard = asked] = origins
  const origin = origins.has(asked) ? asked : standard
  const headers = new Headers([...raw.headers].filter(([name]) => !isForwarding(name)))
  headers.set('host', new URL(origin).host)
  const init = { method: raw.method, headers, body, signal: raw.signal, duplex: 'half' as const }
  return new Request(`${origin}${pathname}${search}`, init)
}

/** Where an address with a slash at its end leads, or null. One leading slash: "//" names another site. */
export function withoutTrailingSlash({ pathname, search }: URL): string | null {
  if (pathname === '/' || !/\/$|^\/\//.test(pathname)) return null
  return `/${pathname.replace(/^\/+|\/+$/g, '')}${search}`
}
