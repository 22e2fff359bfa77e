import type { HttpBindings } from '@hono/node-server'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { type Context, Hono } from 'hono'
import type { Env } from '~/env.server'
import { arrivals } from '~/files/arrivals.server'
import { errorFacts, type Log } from '~/log.server'
import { bodyLimits, discard, limitedBody, tooLargeSentence } from './body-limit.server'
import { compressed } from './compress.server'
import { violation } from './csp-report.server'
import { ownOrigins, refusal } from './front-gate.server'
import { relaxForVite, secure } from './headers.server'
import { live, type Readiness, ready } from './health.server'
import { pageCache } from './page-cache.server'
import { absentPage, type PlainAnswer, plainAnswer, refusalWithoutPage } from './plain-page.server'
import { requestFacts, requestForRemix, withoutTrailingSlash } from './request-facts.server'
import { routeFacts } from './route-facts.server'
import { acceptedEncodings, type StaticFiles } from './static-files.server'

export interface ServerParts {
  env: Env
  log: Log
  /** Remix's server build; in development a function that gives the newest. */
  build: ServerBuild | (() => Promise<ServerBuild>)
  files: StaticFiles
  readiness: Readiness
  /** Changes with each commit to the database; without it no page is kept. */
  version?: () => number
}

type Meeting = {
  Bindings: Partial<HttpBindings>
  Variables: { facts: ReturnType<typeof requestFacts>; route: string }
}

/** The server: what stands in front of Remix, in the order in which a request meets it. */
export function lamplightServer({ env, log, build, files, readiness, version }: ServerParts) {
  const origins = ownOrigins(env)
  const https = env.publicUrl.startsWith('https:')
  const remix = createRequestHandler(build, typeof build === 'function' ? 'development' : undefined)
  const newest = typeof build === 'function' ? build : async () => build
  const known = typeof build === 'function' ? null : routeFacts(build.routes)
  const plain = async (c: Context<Meeting>, answer: PlainAnswer) =>
    plainAnswer(c.req.raw, answer, stylesheets(await newest()))

  const keep = version && known ? pageCache(version) : null

  const server = new Hono<Meeting>()

  server.use(async (c, next) => {
    const begun = performance.now()
    const address = c.env?.incoming?.socket.remoteAddress ?? ''
    const facts = requestFacts(c.req.raw.headers, address, env)
    c.set('facts', facts)
    c.set('route', 'refused')
    await next()
    secure(c.res.headers, { https })
    if (known === null) relaxForVite(c.res.headers)
    c.res.headers.set('X-Request-Id', facts.requestId)
    logWhenSent(c, log, begun)
  })

  server.onError((error, c) => {
    const { requestId } = c.get('facts')
    log.error({ event: 'error', id: requestId, ...errorFacts(error, log.level) })
    return plain(c, {
      status: 500,
      title: 'Something went wrong here',
      sentence: `This is our mistake, not yours. Please try again. If it happens again, tell us this number: ${requestId}.`,
    })
  })

  server.use(async (c, next) => {
    const { method, path } = c.req
    if (method === 'OPTIONS') return c.body(null, 204, { Allow: 'GET, HEAD, POST, OPTIONS' })
    if (method !== 'GET' && method !== 'HEAD') return next()
    const tidy = /\/$|^\/\//.test(path) ? withoutTrailingSlash(new URL(c.req.url)) : null
    if (tidy !== null) return c.redirect(tidy, 308)
    const file = files(path, c.req.raw.headers)
    if (file === null) return next()
    c.set('route', 'file')
    return file
  })

  server.get('/health/:question{live|ready}', (c) => {
    c.set('route', c.req.path)
    return c.req.param('question') === 'live' ? live() : ready(readiness)
  })

  server.use(async (c, next) => {
    const { method, path, raw } = c.req
    const sentence = refusal({ method, path, headers: raw.headers }, origins)
    if (sentence === null) return next()
    await discard(raw)
    return plain(c, { status: 403, title: 'Nothing was changed', sentence })
  })

  // Remix's single fetch is off, so nothing is at its addresses, whoever asks.
  server.use(async (c, next) => (c.req.path.endsWith('.data') ? plain(c, absentPage) : next()))

  server.post('/csp-report', async (c) => {
    c.set('route', c.req.path)
    const limited = limitedBody(c.req.raw, bodyLimits.report)
    const text = limited ? await new Response(limited.body).text().catch(() => '') : ''
    log.warn({ event: 'csp.violation', id: c.get('facts').requestId, ...violation(text) })
    return c.body(null, 204)
  })

  server.all('*', async (c) => {
    const { raw, path } = c.req
    const { pattern, uploads, quiet } = (known ?? routeFacts((await newest()).routes))(path)
    c.set('route', pattern)
    const limit = uploads ? bodyLimits.upload : bodyLimits.form
    const sentence = tooLargeSentence(limit)
    const tooLarge = () =>
      plain(c, { status: 413, title: 'That is more than we can take', sentence })

    const context = { ...c.get('facts'), quiet, arrivals: arrivals() }
    const answer = async (asked: Headers) => {
      const limited = limitedBody(raw, limit)
      if (limited === null) {
        await discard(raw)
        return tooLarge()
      }
      const request = requestForRemix(raw, origins, limited.body)
      const response = await remix(request, context).finally(context.arrivals.end)
      if (limited.exceeded()) return tooLarge()
      const bare = await refusalWithoutPage(raw, response)
      return bare ? plain(c, bare) : compressed(asked, response)
    }
    if (!keep || !quiet || c.req.method !== 'GET') return answer(raw.headers)
    return keep(keyOf(raw, context), raw.headers, () => answer(unconditional(raw.headers)))
  })

  return server
}

/** All that a quiet page may depend on besides the database and the hour. */
function keyOf({ url, headers }: Request, { demoAllowed }: { demoAllowed: boolean }): string {
  const address = url.slice(url.indexOf('/', url.indexOf('//') + 2))
  const gzip = acceptedEncodings(headers.get('accept-encoding')).has('gzip')
  return `${gzip ? 'gzip' : ''} ${demoAllowed ? 'demo' : ''} ${address}`
}

/** As somebody asks who has nothing yet, so that the whole page is made and can be kept. */
function unconditional(asked: Headers): Headers {
  const headers = new Headers(asked)
  headers.delete('if-none-match')
  return headers
}

function stylesheets(build: ServerBuild): string[] {
  const root = build.assets.routes.root as { css?: string[] } | undefined
  return root?.css ?? []
}

/** Writes the request's line: at once where the length is known, else when the last byte is out. */
function logWhenSent(c: Context<Meeting>, log: Log, begun: number): void {
  const { requestId: id } = c.get('facts')
  const { status, headers, body } = c.res
  const write = (bytes: number) => {
    const ms = Math.round((performance.now() - begun) * 10) / 10
    const { method } = c.req
    log.info({ event: 'request', id, method, route: c.get('route'), status, ms, bytes })
  }

  const declared = headers.get('content-length')
  if (c.req.method === 'HEAD' || !body || declared !== null) {
    write(c.req.method === 'HEAD' ? 0 : Number(declared ?? 0))
    return
  }
  let bytes = 0
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      controller.enqueue(chunk)
    },
    flush: () => write(bytes),
  })
  c.res = new Response(body.pipeThrough(counting), c.res)
}
