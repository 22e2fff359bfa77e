import { matches } from './static-files.server'

type Kept = {
  version: number
  until: number
  status: number
  headers: [string, string][]
  body: Uint8Array<ArrayBuffer>
}

/** What a quiet page says can depend on the hour, so nothing is kept for longer than this. */
const longest = 10_000
const mostBytes = 32 * 1024 * 1024
const mostOfOne = 512 * 1024
/** No page here has a longer address: who asks with one would fill the memory with addresses. */
const longestKey = 512
/** What an entry weighs besides its body. */
const besides = 4 * 1024

/**
 * Keeps whole answers of quiet pages, which are the same bytes for everyone, until anything at all is
 * written to the database. `version` is the database's: it changes with each commit, of any process.
 */
export function pageCache(version: () => number, clock = Date.now) {
  const pages = new Map<string, Kept>()
  let bytes = 0

  function forget(key: string, { body }: Kept) {
    pages.delete(key)
    bytes -= body.byteLength + besides
  }

  /** The kept answer, or one that is made now, and kept where it may be. */
  return async (key: string, asked: Headers, make: () => Promise<Response>): Promise<Response> => {
    const now = version()
    const known = pages.get(key)
    if (known && known.version === now && clock() < known.until) return answerOf(known, asked)
    if (known) forget(key, known)

    const made = await make()
    if (!mayBeKept(made)) return made
    const body = new Uint8Array(await made.arrayBuffer())
    const { status, headers } = made
    const until = clock() + longest
    const page = { version: now, until, status, headers: [...headers], body }
    if (body.byteLength <= mostOfOne && key.length <= longestKey) {
      const raced = pages.get(key)
      if (raced) forget(key, raced)
      pages.set(key, page)
      bytes += body.byteLength + besides
      for (const [oldest, kept] of pages) {
        if (bytes <= mostBytes) break
        forget(oldest, kept)
      }
    }
    return answerOf(page, asked)
  }
}

function mayBeKept({ status, headers }: Response): boolean {
  return (
    status === 200 &&
    headers.has('etag') &&
    !headers.has('set-cookie') &&
    headers.get('cache-control')?.startsWith('public') === true
  )
}

function answerOf({ status, headers, body }: Kept, asked: Headers): Response {
  const etag = headers.find(([name]) => name === 'etag')?.[1] ?? ''
  if (!matches(asked.get('if-none-match'), etag)) {
    return new Response(body, { status, headers })
  }
  const lean = headers.filter(([name]) => !/^content-(type|length|encoding)$/.test(name))
  return new Response(null, { status: 304, headers: lean })
}
