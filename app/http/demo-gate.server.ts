import type { Env } from '~/env.server'

type Whereabouts = Pick<Env, 'host' | 'publicUrl' | 'trustProxy'>

const forwarding =
  /^(x-forwarded(-.*)?|forwarded|via|x-real-ip|x-client-ip|x-original-.*|cf-.*|true-client-ip)$/i

/**
 * Whether this request may meet the demo's one-click sign-in and mailbox: only on this very machine,
 * with nothing in between. That the database is a demo at all is asked elsewhere.
 */
export function demoAllowed(env: Whereabouts, headers: Headers): boolean {
  return (
    isAtHome(env) &&
    isLoopback(hostName(headers.get('host'))) &&
    ![...headers.keys()].some(isForwarding)
  )
}

/** Whether this server is for the people of this very machine alone. */
export function isAtHome({ host, publicUrl, trustProxy }: Whereabouts): boolean {
  return !trustProxy && isLoopback(host) && isLoopback(new URL(publicUrl).hostname)
}

export function isForwarding(header: string): boolean {
  return forwarding.test(header)
}

function isLoopback(host: string): boolean {
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
