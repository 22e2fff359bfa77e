import type { ActionFunctionArgs } from '@remix-run/node'
import { onTestFinished } from 'vitest'
import { useDatabase as openForRoutes } from '~/db.server'
import { keepSecret } from '~/domain/accounts/secrets.server'
import { env } from '~/env.server'
import { arrivals } from '~/files/arrivals.server'
import type { Database } from '~db/open.server'

/** Every route may count by keyed hashes, which need the program's secret. */
keepSecret('a secret for tests, with more than enough characters')

type Sent = {
  method?: string
  form?: Record<string, string | string[]>
  /** What earlier answers set: "name=value" pairs. */
  cookies?: string[]
  params?: Record<string, string>
  demoAllowed?: boolean
  dataDir?: string
}

/**
 * What Remix would give a loader or an action for this request, with `db` as the open database. Files that
 * come with it stay until the test is over.
 */
export function routeArgs(db: Database, path: string, sent: Sent = {}): ActionFunctionArgs {
  openForRoutes(db)
  const headers = new Headers(sent.cookies?.length ? { Cookie: sent.cookies.join('; ') } : {})
  const arriving = arrivals()
  onTestFinished(arriving.end)
  const body = sent.form ? new URLSearchParams(pairsOf(sent.form)) : null
  const request = new Request(`http://127.0.0.1:3000${path}`, {
    method: sent.method ?? (body ? 'POST' : 'GET'),
    headers,
    body,
  })
  return {
    request,
    params: sent.params ?? {},
    context: {
      requestId: 'test',
      address: '127.0.0.1',
      device: 'Chrome on Linux',
      nonce: 'test',
      demoAllowed: sent.demoAllowed ?? false,
      quiet: false,
      arrivals: arriving,
      env: { ...env, dataDir: sent.dataDir ?? env.dataDir },
    },
  }
}

/** The "name=value" pairs that an answer sets. */
export function cookiesOf(response: Response): string[] {
  return response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
}

/** What a loader or an action answered or threw, as a response. */
export async function answerOf(work: Promise<unknown>): Promise<Response> {
  const answer = await work.catch((thrown: unknown) => thrown)
  if (answer instanceof Response) return answer
  if (answer instanceof Error) throw answer
  return Response.json(answer)
}

/** A field with several values is sent once for each. */
function pairsOf(form: Record<string, string | string[]>): string[][] {
  return Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
}
