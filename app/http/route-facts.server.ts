import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'

/** What a route says about itself by exporting `handle`. */
export interface RouteHandle {
  /** A public page: no session, no script, the same bytes for everyone. */
  quiet?: boolean
  /** Takes files, and so a longer body than a form. */
  uploads?: boolean
  /** Shows a frame of this site. */
  frames?: boolean
}

export interface RouteFacts {
  /** The route as a pattern, "/venue/:venueId/share", so that a log holds no code and no id. */
  pattern: string
  uploads: boolean
  quiet: boolean
}

type Routes = ServerBuild['routes']
type Node = { id: string; path?: string; index?: boolean; children?: Node[] }

const remembered = 2_000
/** No route here is longer: who asks for longer ones would fill the memory with them. */
const longestPath = 512

/** Finds the route of a path, and keeps what it found. */
export function routeFacts(routes: Routes): (path: string) => RouteFacts {
  const tree = childrenOf(routes, undefined)
  const known = new Map<string, RouteFacts>()
  return (path) => {
    const before = known.get(path)
    if (before) return before
    const found = find(tree, routes, path)
    if (known.size >= remembered) known.clear()
    if (path.length <= longestPath) known.set(path, found)
    return found
  }
}

function find(tree: Node[], routes: Routes, path: string): RouteFacts {
  const matched = matchRoutes(tree as Parameters<typeof matchRoutes>[0], path) ?? []
  const handles = matched.map(({ route }) => handleOf(routes[route.id ?? '']?.module))
  const segments = matched.map(({ route }) => route.path).filter(Boolean)
  return {
    pattern: matched.length ? `/${segments.join('/')}` : 'unmatched',
    uploads: handles.some((handle) => handle.uploads === true),
    quiet: handles.at(-1)?.quiet === true,
  }
}

export function handleOf(module: { handle?: unknown } | undefined): RouteHandle {
  return typeof module?.handle === 'object' && module.handle ? module.handle : {}
}

function childrenOf(routes: Routes, parentId: string | undefined): Node[] {
  return Object.values(routes)
    .filter((route) => route !== undefined && (route.parentId || undefined) === parentId)
    .flatMap((route) => {
      if (!route) return []
      const { id, path, index } = route
      return [index ? { id, path, index } : { id, path, children: childrenOf(routes, id) }]
    })
}
