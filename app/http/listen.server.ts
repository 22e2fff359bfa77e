import { createServer, type RequestListener, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { CannotStart } from '~/cannot-start'
import type { Env } from '~/env.server'
import { secure } from './headers.server'

type Fetch = Parameters<typeof getRequestListener>[0]

export interface Listening {
  /** Takes no more requests, finishes those under way, and resolves when the last one is answered. */
  stop(): Promise<void>
}

/** What comes before the server in development: Vite's middleware. */
export type Before = (...parts: [...Parameters<RequestListener>, next: () => void]) => void

/** How long a request under way may take once the server was asked to stop. */
const patience = 10_000

/** Listens on HOST and PORT; a port that is taken ends in an error whose message names PORT. */
export async function listen(
  fetch: Fetch,
  env: Pick<Env, 'host' | 'port' | 'publicUrl'>,
  before?: Before,
): Promise<Listening> {
  const answer = getRequestListener(fetch, {
    overrideGlobalObjects: false,
    errorHandler: () => unreadable(env),
  })
  const server = createServer((request, response) => {
    if (!before) return void answer(request, response)
    before(request, response, () => void answer(request, response))
  })
  // An upload over a slow line takes minutes; headers never do.
  server.headersTimeout = 15_000
  server.requestTimeout = 300_000
  // Longer than browsers and proxies keep a connection: who closes first cuts a request off on its way.
  server.keepAliveTimeout = 75_000

  await bound(server, env)
  return { stop: () => stopped(server) }
}

function bound(server: Server, { host, port }: Pick<Env, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new CannotStart(sentences[error.code ?? '']?.(host, port) ?? error.message))
    })
    server.listen({ host, port }, resolve)
  })
}

const sentences: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (_, port) =>
    `PORT ${port} is already in use; stop the program that uses it, or start with another, like PORT=${port + 1} npm start.`,
  EACCES: (_, port) => `PORT ${port} needs more rights than this user has; choose one above 1023.`,
  EADDRNOTAVAIL: (host) => `HOST ${host} is not an address of this machine.`,
  ENOTFOUND: (host) => `HOST ${host} is not a name that this machine knows.`,
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), patience)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}

/** A request that is no request: an impossible address or method. */
function unreadable({ publicUrl }: Pick<Env, 'publicUrl'>): Response {
  const headers = new Headers({ 'Content-Type': 'text/plain; charset=utf-8' })
  secure(headers, { https: publicUrl.startsWith('https:') })
  return new Response('This request cannot be read.', { status: 400, headers })
}
