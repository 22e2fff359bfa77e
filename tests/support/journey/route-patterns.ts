import { readdirSync } from 'node:fs'

/** Every address of the portal as its file names it: "/venue/$venueId/share". */
export function routePatterns(): string[] {
  return readdirSync('app/routes')
    .map((name) => name.replace(/\.tsx$/, '').replace(/\.?_index$/, ''))
    .map((name) => `/${name.replace(/\[\.\]/g, '\0').replaceAll('.', '/')}`.replace('\0', '.'))
}

/** Tells addresses of one pattern from those of another; the plainer pattern wins. */
export function patternFinder(): (path: string) => string | undefined {
  const known = routePatterns()
    .sort((a, b) => a.split('$').length - b.split('$').length)
    .map((pattern) => {
      const plain = pattern.replace(/\./g, '\\.').replace(/\$\w*/g, '[^/]+')
      return { pattern, matches: new RegExp(`^${plain}$`) }
    })
  return (path) => known.find(({ matches }) => matches.test(path))?.pattern
}
