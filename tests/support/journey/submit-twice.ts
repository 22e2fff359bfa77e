import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, type Request } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import type { Window } from './window'

/** Sends a form by its button, and then the very same submission once more: it has one effect and one answer. */
export async function submitTwice(window: Window, press: () => Promise<void>): Promise<void> {
  const { page, site } = window
  const sent = page.waitForResponse((response) => isOwnPost(response.request()))
  await press()
  const first = await sent
  await page.waitForLoadState()
  const request = first.request()
  const body = request.postDataBuffer()
  // The browser does not tell what was in a file.
  if (!body || /filename="[^"]/.test(body.toString('latin1'))) return

  const before = everything(site.dataDir)
  const headers = await request.allHeaders()
  const again = await page.request.fetch(request.url(), {
    method: 'POST',
    headers: { 'Content-Type': headers['content-type'] ?? '', Origin: site.url },
    data: body,
    maxRedirects: 0,
  })
  const where = new URL(request.url()).pathname
  const told = [where, again.status(), unsealed(again.headers().location)]
  expect(told).toEqual([where, first.status(), unsealed(first.headers().location)])
  expect(everything(site.dataDir), where).toEqual(before)
}

/** What is sealed into an address never looks the same twice. */
function unsealed(location: string | undefined): string | undefined {
  return location?.replace(/intent=[^&]+/, 'intent')
}

function isOwnPost(request: Request): boolean {
  return request.method() === 'POST' && !request.url().endsWith('/csp-report')
}

/** Tables that change by themselves: who is awake, what became of a mail, how often something is tried, and what the clock counts. */
const restless = new Set([
  ...['sessions', 'submissions', 'outbox', 'sign_in_codes'],
  ...['venue_changes', 'venue_standings', 'dues', 'rate_limits', 'record_checks'],
])
/** A job lets go of the files of imports. */
const lasting: Record<string, string> = { roster_imports: 'id, state' }

/** A digest of each table, and how many mails there are. */
export function everything(dataDir: string): Record<string, string | number> {
  const db = new Sqlite(join(dataDir, 'lamplight.sqlite'), { readonly: true })
  try {
    const tables = db
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .all()
    const counted = tables.map(({ name }): [string, string | number] => {
      const rows = db
        .prepare(`SELECT ${lasting[name] ?? '*'} FROM "${name}"`)
        .raw()
        .all()
      if (restless.has(name)) return [name, name === 'outbox' ? rows.length : 0]
      return [name, createHash('sha256').update(JSON.stringify(rows)).digest('base64url')]
    })
    return Object.fromEntries(counted)
  } finally {
    db.close()
  }
}
