/** What a page needs beyond the strictest policy. */
export interface PagePolicy {
  /** Absent on a quiet page, which runs no script. */
  nonce?: string
  /** The mailbox shows a message in a frame of this site. */
  frames?: boolean
}

/** The content security policy of a page. */
export function pagePolicy({ nonce, frames }: PagePolicy): string {
  // 'self' stands beside the nonce because Remix preloads its modules without one.
  const script = nonce ? `'self' 'nonce-${nonce}'` : "'none'"
  return policy({
    'default-src': "'none'",
    'script-src': script,
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'manifest-src': "'self'",
    'frame-src': frames ? "'self'" : "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
    'base-uri': "'none'",
    'report-uri': '/csp-report',
  })
}

/** For whatever is no page: files, data, redirects, downloads. Opened by itself it may do nothing. */
export const filePolicy = policy({
  'default-src': "'none'",
  'frame-ancestors': "'none'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'report-uri': '/csp-report',
})

/** The plain pages that the server itself writes: the site's style sheet and nothing else. */
export const plainPolicy = policy({
  'default-src': "'none'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self'",
  'frame-ancestors': "'none'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'report-uri': '/csp-report',
})

/** Puts the security headers on a response. What a route decided for itself stays. */
export function secure(headers: Headers, { https }: { https: boolean }): void {
  const framable = headers.get('Content-Security-Policy')?.includes("frame-ancestors 'self'")
  const standard: Record<string, string> = {
    'Content-Security-Policy': filePolicy,
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': framable ? 'SAMEORIGIN' : 'DENY',
    'Permissions-Policy':
      'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    ...(https ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  }
  for (const [name, value] of Object.entries(standard)) {
    if (!headers.has(name)) headers.set(name, value)
  }
}

/** In development alone: Vite's client adds style elements and talks over a socket. */
export function relaxForVite(headers: Headers): void {
  const strict = headers.get('Content-Security-Policy') ?? ''
  headers.set(
    'Content-Security-Policy',
    strict
      .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
      .replace("connect-src 'self'", "connect-src 'self' ws:"),
  )
}

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}
