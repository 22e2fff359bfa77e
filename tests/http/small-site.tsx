import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { Links, Outlet, Scripts, useLoaderData, useMatches } from '@remix-run/react'
import { pino } from 'pino'
import handleRequest, { handleError } from '~/entry.server'
import { type EnvSource, readEnv } from '~/env.server'
import type { Readiness } from '~/http/health.server'
import { lamplightServer } from '~/http/server.server'
import type { StaticFiles } from '~/http/static-files.server'
import { useNonce } from '~/ui/nonce'

export const address = 'http://127.0.0.1:3000'

/** A page's own header values, as a browser on the demo would send them. */
export const fromOurPage = { origin: address, 'sec-fetch-site': 'same-origin' }

export interface SmallSite {
  /** Asks as a browser at this site's address would; `init.headers` can say otherwise. */
  ask(path: string, init?: RequestInit): Promise<Response>
  fetch(request: Request, bindings?: object): Response | Promise<Response>
  /** What the actions were given, in order: empty as long as nothing was written. */
  writes: string[]
  /** Every line of the log so far, parsed. */
  lines(): Record<string, unknown>[]
  /** What the last request looked like to its loader. */
  seen: {
    headers?: Headers
    url?: string
    address?: string
    demoAllowed?: boolean
    quiet?: boolean
  }
}

interface Options {
  env?: EnvSource
  files?: StaticFiles
  readiness?: Readiness
  /** What the slow page waits for. */
  until?: Promise<void>
}

/** A small site of its own behind the real server, so that these tests know every route of it. */
export function smallSite(options: Options = {}): SmallSite {
  const { env, sentence } = readEnv(options.env ?? {})
  if (!env) throw new Error(sentence)
  const written: string[] = []
  const writes: string[] = []
  const seen: SmallSite['seen'] = {}
  const log = pino({ base: null }, { write: (line: string) => void written.push(line) })
  const server = lamplightServer({
    env,
    log,
    build: buildOf(writes, seen, options.until ?? Promise.resolve()),
    files: options.files ?? (() => null),
    readiness: options.readiness ?? (async () => null),
  })
  const fetch = (request: Request, bindings?: object) => server.fetch(request, bindings)
  return {
    ask: async (path, init) => {
      const headers = { host: new URL(env.publicUrl).host, ...init?.headers }
      return fetch(new Request(`${env.publicUrl}${path}`, { ...init, headers }))
    },
    fetch,
    writes,
    lines: () => written.map((line) => JSON.parse(line)),
    seen,
  }
}

function buildOf(writes: string[], seen: SmallSite['seen'], until: Promise<void>): ServerBuild {
  async function write({ request }: ActionFunctionArgs) {
    const form = await request.formData()
    writes.push([...form.keys()].join())
    return { wrote: true }
  }
  function look({ request, context }: LoaderFunctionArgs) {
    const { headers, url } = request
    Object.assign(seen, { headers, url }, context)
    return { text: 'word '.repeat(500) }
  }
  const modules = {
    root: { default: Root, ErrorBoundary },
    'routes/quiet': { default: Words, loader: look, handle: { quiet: true } },
    'routes/signed-in': { default: Words, loader: look, action: write },
    'routes/upload': { default: Words, loader: look, action: write, handle: { uploads: true } },
    'routes/frames': { default: Words, loader: look, handle: { frames: true } },
    'routes/resource': { loader: () => Response.json({ a: 1 }), action: write },
    'routes/message': { loader: message },
    'routes/download': { loader: download },
    'routes/leave': {
      loader: () => new Response(null, { status: 302, headers: { Location: '/' } }),
    },
    'routes/broken': { default: Words, loader: broken },
    'routes/slow': { loader: () => until.then(() => new Response('at last')) },
    'routes/absent-file': { loader: absent },
    'routes/$': { default: Words, loader: absent, handle: { quiet: true } },
  }
  const routes = Object.entries(modules).map(([id, module]) => ({
    id,
    module,
    parentId: id === 'root' ? undefined : 'root',
    path: id === 'root' ? '' : pathOf(id),
  }))
  const assets = routes.map(({ id, parentId, path, module }) => [
    id,
    {
      id,
      parentId,
      path,
      module: `/assets/${id}.js`,
      hasLoader: 'loader' in module,
      hasAction: 'action' in module,
      hasErrorBoundary: 'ErrorBoundary' in module,
      ...(id === 'root' ? { css: ['/assets/site.css'] } : {}),
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

function pathOf(id: string): string {
  const name = id.replace('routes/', '')
  if (name === '$') return '*'
  return name === 'message' ? 'message/:code' : name
}

function message() {
  const policy = "default-src 'none'; sandbox; frame-ancestors 'self'"
  const headers = { 'Content-Type': 'text/html', 'Content-Security-Policy': policy }
  return new Response('<p>Hello</p>', { headers })
}

function download() {
  const headers = { 'Content-Type': 'application/pdf', 'Cache-Control': 'private, max-age=60' }
  return new Response(new Blob(['%PDF']).stream(), { headers })
}

function broken(): never {
  throw new Error('Nobody may read maria@example.com in a log.')
}

function absent(): never {
  throw new Response('', { status: 404 })
}

function Root() {
  const nonce = useNonce()
  const handle = useMatches().at(-1)?.handle as { quiet?: boolean } | undefined
  return (
    <html lang="en">
      <head>
        <title>A small site</title>
        <Links />
      </head>
      <body>
        <Outlet />
        {handle?.quiet ? null : <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

function ErrorBoundary() {
  return <p>Something went wrong here</p>
}

function Words() {
  const { text } = useLoaderData<{ text: string }>()
  return <p>{text}</p>
}
