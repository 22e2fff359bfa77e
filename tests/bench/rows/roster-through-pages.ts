import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { paths } from '~/paths'
import { cookieOf, formHeaders, idOf } from '../bench-context'
import { pause } from './beside'

/**
 * Imports a staff list as a browser does it, in a process of its own, so that what it takes to send the
 * list is not measured with it. Ends when the venue is counted anew, and says the seconds from the
 * confirmation until then.
 */
const [url = '', list = '', database = ''] = process.argv.slice(2)
const venueId = idOf('ven', 0)
const headers = await formHeaders(url, await cookieOf('owner'))
const { 'content-type': _, ...plain } = headers
const sent = { method: 'POST', redirect: 'manual' as const }
const db = new Sqlite(database, { readonly: true })
const waiting = db.prepare('SELECT count(*) FROM venue_changes WHERE venue_id = ?').pluck()
const whole = readFileSync(list, 'utf8')

// The pages are asked once before, by a list of its first people: what a server does once is no part of this.
await importOne(whole.split('\n', 20).join('\n'))
console.log('ready')
await once(process.stdin, 'data')
console.log(JSON.stringify({ seconds: await importOne(whole) }))
db.close()
process.stdin.destroy()

/** As the page looks again: whether the server is there, then its own data. */
async function stateOf(address: string): Promise<string> {
  await (await fetch(url + paths.live())).text()
  const route = 'routes/venue.$venueId.team.imports.$importId._index'
  const search = new URLSearchParams({ index: '', _data: route })
  return (await (await fetch(`${address}?${search}`, { headers: plain })).json()).state
}

async function importOne(text: string): Promise<number> {
  const form = new FormData()
  form.set('file', new File([text], 'list.csv', { type: 'text/csv' }))
  const upload = { ...sent, headers: plain, body: form }
  const where = (await fetch(url + paths.importRoster(venueId), upload)).headers.get('location')
  const page = async () => (await fetch(`${url}${where}`, { headers: plain })).text()
  const seen = /name="seen" value="([0-9a-f]{64})"/.exec(await page())?.[1]
  if (!seen) throw new Error('The list was not previewed.')
  const begun = performance.now()
  const body = new URLSearchParams({ seen })
  const { status } = await fetch(`${url}${where}?index`, { ...sent, headers, body })
  if (status !== 302) throw new Error(`The confirmation was answered with ${status}.`)
  for (;;) {
    const state = await stateOf(`${url}${where}`)
    if (state === 'done') break
    if (state !== 'running') throw new Error(`The list was not imported: it is ${state}.`)
    await pause(1_000)
  }
  while (Number(waiting.get(venueId)) > 0) await pause(200)
  return (performance.now() - begun) / 1000
}
