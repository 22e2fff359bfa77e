import { plainPolicy } from './headers.server'

export interface PlainAnswer {
  status: number
  title: string
  /** One or more whole sentences: what happened, and what to do. */
  sentence: string
}

/**
 * An answer that the server gives before any page is asked: a small page for a browser, the bare
 * sentence for a script. Remix's own requests learn by a header that it is no result.
 */
export function plainAnswer(
  request: Request,
  { status, title, sentence }: PlainAnswer,
  stylesheets: readonly string[],
): Response {
  const isData = new URL(request.url).searchParams.has('_data')
  const wantsPage = !isData && request.headers.get('accept')?.includes('text/html')
  if (!wantsPage) {
    const headers = new Headers({ 'Content-Type': 'text/plain; charset=utf-8' })
    if (isData) headers.set('X-Remix-Catch', 'yes')
    return written(sentence, status, headers)
  }
  const links = stylesheets.map((href) => `<link rel="stylesheet" href="${href}">`).join('')
  const html = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${title} – Lamplight</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">${links}</head>
<body><main id="main"><h1>${title}</h1><p>${sentence}</p><p><a href="/">Go to the home page</a></p></main></body></html>
`
  return written(
    html,
    status,
    new Headers({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': plainPolicy,
    }),
  )
}

/** What a file's route refused comes without a page, which would leave a browser with an empty one. */
export function refusalWithoutPage(request: Request, response: Response): PlainAnswer | null {
  const bare = response.status >= 400 && response.headers.has('X-Remix-Catch')
  if (!bare || new URL(request.url).searchParams.has('_data')) return null
  return {
    status: response.status,
    title: 'We could not find that page',
    sentence: 'It may have moved, or it is not yours to open. Nothing is lost.',
  }
}

function written(text: string, status: number, headers: Headers): Response {
  headers.set('Content-Length', String(Buffer.byteLength(text)))
  return new Response(text, { status, headers })
}
