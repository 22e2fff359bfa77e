import type { Env } from '~/env.server'

const forwarding =
  /^(x-forwarded(-.*)?|forwarded|via|x-real-ip|x-client-ip|x-original-.*|cf-.*|true-client-ip)$/i

/**
 * Whether this request may meet the demo's one-click sign-in and mailbox: only on this very machine,
 * with nothing in between. That the database is a demo at all is asked elsewhere.
 */
export function demoAllowed(
  env: Pick<Env, 'host' | 'publicUrl' | 'trustProxy'>,
  headers: Headers,
): boolean {
  return (
    !env.trustProxy &&
    isLoopback(env.host) &&
    isLoopback(new URL(env.publicUrl).hostname) &&
    isLoopback(hostName(headers.get('host'))) &&
    ![...headers.keys()].some(isForwarding)
  )
}

export function isForwarding(header: string): boolean {
  return forwarding.test(header)
}

export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' ||
    host === '::1' ||
    host === '[::1]' ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
  )
}

/** The name of a Host header without its port; '' when it is no plain host. */
function hostName(header: string | null): string {
  return /^(\[[\da-f:]+\]|[a-z\d.-]+)(:\d{1,5})?$/i.exec(header ?? '')?.[1]?.toLowerCase() ?? ''
}
