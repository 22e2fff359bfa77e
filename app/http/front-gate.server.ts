import type { Env } from '~/env.server'
import { isAtHome } from './demo-gate.server'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/** A sandboxed frame reports its violations from origin `null`. */
const exempt = new Set(['/csp-report'])

/**
 * Why a request may not write, or null when it may. Whatever the method or the door, a write must
 * come from a page of this site: the browser says so in Origin, and in Sec-Fetch-Site where it has it.
 */
export function refusal(
  request: { method: string; path: string; headers: Headers },
  origins: ReadonlySet<string>,
): string | null {
  if (reading.has(request.method) || exempt.has(request.path)) return null
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (
    origin !== null &&
    origins.has(origin) &&
    (!site || site === 'same-origin' || site === 'none')
  )
    return null
  const [address] = origins
  return `This did not come from a page of this site, so nothing was changed. Open ${address} and try again from there.`
}

/** Where a write may come from: PUBLIC_URL, and on one's own machine its other names too. */
export function ownOrigins(env: Pick<Env, 'host' | 'publicUrl' | 'trustProxy'>): Set<string> {
  const { origin, port, protocol } = new URL(env.publicUrl)
  if (!isAtHome(env)) return new Set([origin])
  const suffix = port ? `:${port}` : ''
  return new Set([
    origin,
    ...['localhost', '127.0.0.1'].map((name) => `${protocol}//${name}${suffix}`),
  ])
}
