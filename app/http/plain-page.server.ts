import { plainPolicy } from './headers.server'

export interface PlainAnswer {
  status: number
  title: string
  /** One or more whole sentences: what happened, and what to do. */
  sentence: string
  /** In seconds, where it works again later. */
  retryAfter?: string | null
}

/**
 * An answer that the server gives before any page is asked: a small page for a browser, the bare
 * sentence for a script. Remix's own requests learn by a header that it is no result.
 */
export function plainAnswer(
  request: Request,
  { status, title, sentence, retryAfter }: PlainAnswer,
  stylesheets: readonly string[],
): Response {
  const isData = new URL(request.url).searchParams.has('_data')
  const wantsPage = !isData && request.headers.get('accept')?.includes('text/html')
  if (!wantsPage) {
    const headers = new Headers({ 'Content-Type': 'text/plain; charset=utf-8' })
    if (isData) headers.set('X-Remix-Catch', 'yes')
    if (retryAfter) headers.set('Retry-After', retryAfter)
    return written(sentence, status, headers)
  }
  const links = stylesheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('')
  const html = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${title} – Lamplight</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">${links}</head>
<body><main id="main"><h1>${title}</h1><p>${sentence}</p><p><a href="/">Go to the home page</a></p></main></body></html>
`
  const headers = new Headers({
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': plainPolicy,
  })
  if (retryAfter) headers.set('Retry-After', retryAfter)
  return written(html, status, headers)
}

/** What a file's route refused comes without a page, which would leave a browser with an empty one. */
export async function refusalWithoutPage(
  request: Request,
  response: Response,
): Promise<PlainAnswer | null> {
  const bare = response.status >= 400 && response.headers.has('X-Remix-Catch')
  if (!bare || new URL(request.url).searchParams.has('_data')) return null
  if (response.status === 429) {
    // The sentence of a limit is this site's own, and holds nothing that anybody typed.
    return {
      status: 429,
      title: 'That was often in a short time',
      sentence: String(await response.json()),
      retryAfter: response.headers.get('Retry-After'),
    }
  }
  return { ...absentPage, status: response.status }
}

/** What stands at an address where nothing is, or nothing for whoever asks. */
export const absentPage: PlainAnswer = {
  status: 404,
  title: 'We could not find that page',
  sentence: 'It may have moved, or it is not yours to open. Nothing is lost.',
}

function written(text: string, status: number, headers: Headers): Response {
  headers.set('Content-Length', String(Buffer.byteLength(text)))
  return new Response(text, { status, headers })
}
