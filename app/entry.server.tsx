import { createHash } from 'node:crypto'
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { BodyTooLong } from './http/body-limit.server'
import { pagePolicy } from './http/headers.server'
import { handleOf } from './http/route-facts.server'
import { errorFacts, log } from './log.server'
import { NonceProvider } from './ui/nonce'

/** The start script imports only the server build, and this with it. */
export { start } from './start.server'

/** Renders a page whole, and says what it may do. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce }: AppLoadContext,
): Response {
  const { quiet, frames } = natureOf(remix)
  const html = `<!DOCTYPE html>${renderToString(
    <NonceProvider value={quiet ? undefined : nonce}>
      <RemixServer context={remix} url={request.url} />
    </NonceProvider>,
  )}`

  const retryAfter = status === 429 ? retryAfterOf(remix) : null
  if (retryAfter) headers.set('Retry-After', retryAfter)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const policy = pagePolicy({ nonce: quiet ? undefined : nonce, frames })
  headers.set('Content-Security-Policy', policy)
  if (quiet && status === 200 && !headers.has('Cache-Control')) {
    // The same bytes for everyone: may be kept, and is asked about each time.
    headers.set('Cache-Control', 'public, max-age=0, must-revalidate')
    headers.set('ETag', `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`)
  }
  return new Response(html, { status, headers })
}

/** A bug: logged by what and where, never with what a person typed. An answer that a route threw is none. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  const answered = isRouteErrorResponse(error) || error instanceof BodyTooLong
  if (answered || request.signal.aborted) return
  log.error({ event: 'error', id: context.requestId, ...errorFacts(error, log.level) })
}

/** What the loader or the action that refused said of when it works again; a page keeps no header of theirs. */
function retryAfterOf({ staticHandlerContext }: EntryContext): string | null {
  const { loaderHeaders, actionHeaders } = staticHandlerContext
  const all = [...Object.values(loaderHeaders), ...Object.values(actionHeaders)]
  return all.map((headers) => headers.get('Retry-After')).find((value) => value) ?? null
}

/** A page is quiet when its route says so; the page that stands in for a failed one always is. */
function natureOf({ staticHandlerContext, routeModules }: EntryContext) {
  const { matches, errors } = staticHandlerContext
  const handles = matches.map(({ route }) => handleOf(routeModules[route.id]))
  return {
    quiet: handles.at(-1)?.quiet === true || (errors !== null && 'root' in errors),
    frames: errors === null && handles.some((handle) => handle.frames === true),
  }
}
