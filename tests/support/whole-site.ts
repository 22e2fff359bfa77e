import type { ServerBuild } from '@remix-run/node'
import { pino } from 'pino'
import { useDatabase as openForRoutes } from '~/db.server'
import { keepSecret } from '~/domain/accounts/secrets.server'
import handleRequest, { handleError } from '~/entry.server'
import { readEnv } from '~/env.server'
import { lamplightServer } from '~/http/server.server'
import type { Database } from '~db/open.server'

keepSecret('a secret for tests, with more than enough characters')

const address = 'http://127.0.0.1:3000'

type Module = { loader?: unknown; action?: unknown; default?: unknown; ErrorBoundary?: unknown }

const modules = import.meta.glob<Module>(['/app/routes/*.tsx', '/app/routes/*/route.tsx'], {
  eager: true,
})
const [rootModule] = Object.values(import.meta.glob<Module>('/app/root.tsx', { eager: true }))

export type SiteRoute = { name: string; path: string; params: string[]; module: Module }

/** Every route of the site, from the names of its files. */
export const siteRoutes: SiteRoute[] = Object.entries(modules).map(([file, module]) => {
  const name = file.replace(/^\/app\/routes\//, '').replace(/(\/route)?\.tsx$/, '')
  const path = pathOf(name)
  const params = path.split('/').flatMap((part) => (part.startsWith(':') ? part.slice(1) : []))
  return { name, path, params, module }
})

/** "venue.$venueId.certificate[.]pdf" is "venue/:venueId/certificate.pdf". */
function pathOf(name: string): string {
  const dot = '\0'
  const parts = name.replaceAll('[.]', dot).split('.')
  return parts
    .filter((part) => part !== '_index')
    .map((part) => (part === '$' ? '*' : part.replace(/^\$/, ':').replaceAll(dot, '.')))
    .join('/')
}

type Asked = {
  cookie?: string | undefined
  form?: Record<string, string> | URLSearchParams | FormData | string | undefined
  /** Asks for the data of this route instead of its page. */
  data?: string | undefined
  headers?: Record<string, string>
}

/** The whole site behind the real server, with `db` as the open database: what a browser would get. */
export function wholeSite(
  db: Database,
  source: Record<string, string> = {},
  parts: { version?: () => number } = {},
) {
  openForRoutes(db)
  const { env, sentence } = readEnv({ LOG_LEVEL: 'silent', ...source })
  if (!env) throw new Error(sentence)
  const lines: string[] = []
  const servers = new Map<string, ReturnType<typeof lamplightServer>>()
  const serverAt = new Map<string, ReturnType<typeof lamplightServer>>()
  const serverFor = (pathname: string) => {
    const before = serverAt.get(pathname)
    if (before) return before
    const able = ableToAnswer(pathname)
    const names = able.map(({ name }) => name).join(' ')
    const server = servers.get(names) ?? serverOf(able)
    servers.set(names, server)
    serverAt.set(pathname, server)
    return server
  }
  const serverOf = (able: SiteRoute[]) =>
    lamplightServer({
      env,
      log: pino({ base: null }, { write: (line: string) => void lines.push(line) }),
      build: buildOf(able),
      files: () => null,
      readiness: async () => null,
      ...parts,
    })
  return {
    /** Every line of the log so far, as it was written. */
    lines,
    fetch: (request: Request, bindings: object) =>
      serverFor(new URL(request.url).pathname).fetch(request, bindings),
    async ask(path: string, { cookie, form, data, headers }: Asked = {}): Promise<Response> {
      const url = new URL(path, address)
      if (data) url.searchParams.set('_data', `routes/${data}`)
      const asked = new Headers({ host: url.host, ...(cookie && { cookie }) })
      if (form !== undefined) {
        asked.set('origin', address)
        asked.set('sec-fetch-site', 'same-origin')
      }
      for (const [name, value] of Object.entries(headers ?? {})) asked.set(name, value)
      const plain = typeof form === 'string' || form instanceof FormData
      const body = form && !plain ? new URLSearchParams(form) : (form ?? null)
      const init = { method: form === undefined ? 'GET' : 'POST', body, headers: asked }
      return serverFor(url.pathname).fetch(new Request(url, init))
    },
  }
}

const patterns = siteRoutes.map((route) => {
  const parts = route.path.split('/').filter(Boolean).map(patternOf)
  return { route, pattern: new RegExp(`^${parts.join('')}/?$`, 'i') }
})

function patternOf(part: string): string {
  if (part === '*') return '.*'
  return part.startsWith(':') ? '/[^/]+' : `/${part.replaceAll('.', '\\.')}`
}

/**
 * The routes among which Remix chooses for an address. Those that cannot be meant are left out: Remix
 * goes through all that it is given several times for each request, which is most of what one costs here.
 */
function ableToAnswer(pathname: string): SiteRoute[] {
  return patterns.flatMap(({ route, pattern }) => (pattern.test(pathname) ? route : []))
}

function buildOf(given: SiteRoute[]): ServerBuild {
  const root = { id: 'root', module: rootModule, path: '' }
  const others = given.map(({ name, path, module }) => {
    const index = path === '' ? { index: true } : {}
    return { id: `routes/${name}`, parentId: 'root', module, path: path || undefined, ...index }
  })
  const routes = [root, ...others]
  const known = (module: Module | undefined, key: keyof Module) => module?.[key] !== undefined
  const assets = routes.map(({ module, ...route }) => [
    route.id,
    {
      ...route,
      module: `/assets/${route.id}.js`,
      hasLoader: known(module, 'loader'),
      hasAction: known(module, 'action'),
      hasErrorBoundary: known(module, 'ErrorBoundary'),
    },
  ])
  return {
    mode: 'production',
    entry: { module: { default: handleRequest, handleError } },
    routes: Object.fromEntries(routes.map((route) => [route.id, route])),
    assets: {
      entry: { module: '/assets/entry.js', imports: [] },
      routes: Object.fromEntries(assets),
      url: '/assets/manifest.js',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: false,
      v3_routeConfig: true,
      v3_singleFetch: false,
      unstable_optimizeDeps: false,
    },
    isSpaMode: false,
  } as unknown as ServerBuild
}
