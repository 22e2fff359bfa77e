// The floor: node:http, better-sqlite3 and renderToString, for the same queries and the same
// components. It learns them from the product itself, which runs in this process too: each page is
// asked of it once, the statements that it runs are written down, and so is what it renders. From
// then on the floor answers the page by those statements, prepared once, and by rendering the same
// components with the same data. For a write the product itself is the floor, with each statement
// answered from memory: the same action without the database.
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Sqlite from 'better-sqlite3'

process.env.NODE_ENV = 'production'
const { createElement } = await import('react')
const { renderToString } = await import('react-dom/server')
const { RemixServer } = await import('@remix-run/react')

/** Who listens to the statements of this process, and who answers in their place. */
const watch = { learn: null, answer: null }
observe(Sqlite.prototype)

const build = await import(pathToFileURL(join(process.cwd(), 'build/server/index.js')).href)
const entry = build.entry.module
let rendered = null
const capturing = (request, status, headers, remix, context) => {
  rendered = remix
  return entry.default(request, status, headers, remix, context)
}
await entry.start({ ...build, entry: { module: { ...entry, default: capturing } } })

const product = `http://127.0.0.1:${process.env.PORT}`
const db = new Sqlite(join(process.env.DATA_DIR, 'lamplight.sqlite'), { readonly: true })
const pages = new Map()

createServer(async (request, response) => {
  const url = request.url ?? '/'
  try {
    if (url === '/_learn') return send(response, await learn(JSON.parse(await textOf(request))))
    if (url === '/_learn-write') {
      return send(response, await learnWrite(JSON.parse(await textOf(request))))
    }
    if (url.startsWith('/_file?')) return sendFile(url.slice('/_file?'.length), response)
    if (url === '/_not-modified') return notModified(request, response)
    const page = pages.get(url)
    response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(page ? answer(page) : '')
  } catch (error) {
    response.writeHead(500)
    response.end(String(error?.stack ?? error))
  }
}).listen(Number(process.env.FLOOR_PORT), '127.0.0.1', () => console.log('The floor listens.'))

function answer({ statements, context, url }) {
  for (const { statement, values } of statements) statement.all(...values)
  return `<!DOCTYPE html>${renderToString(createElement(RemixServer, { context, url }))}`
}

/** Asks the product for a page, the second time with the statements written down. */
async function learn({ path, cookie }) {
  const headers = cookie ? { cookie } : {}
  await (await fetch(product + path, { headers })).text()
  const statements = []
  watch.learn = (sql, values, raw) => {
    if (/^\s*(select|with)/i.test(sql) && !ofJobs(sql)) statements.push({ sql, values, raw })
  }
  // Another query string, for a page that is kept is not made again.
  const asked = `${path}${path.includes('?') ? '&' : '?'}floor=1`
  const given = await fetch(product + asked, { headers })
  const html = await given.text()
  watch.learn = null
  if (given.status !== 200) throw new Error(`The product answered ${given.status}: ${html}`)
  const page = {
    url: product + path,
    context: rendered,
    statements: statements.map(({ sql, values, raw }) => {
      const statement = db.prepare(sql)
      return { statement: raw ? statement.raw() : statement, values }
    }),
  }
  pages.set(path, page)
  const floor = answer(page)
  const { status } = given
  return { status, bytes: html.length, floorBytes: floor.length, queries: statements.length }
}

/** Performs a write for real, and from then on answers each of its statements as it was answered then. */
async function learnWrite({ path, headers, body }) {
  const answers = new Map()
  watch.learn = (sql, _values, _raw, result) => {
    if (ofJobs(sql) || ofTransaction(sql)) return
    answers.set(sql, [...(answers.get(sql) ?? []), result])
  }
  const given = await fetch(product + path, { method: 'POST', headers, body, redirect: 'manual' })
  await given.arrayBuffer()
  watch.learn = null

  const turns = new Map()
  watch.answer = (sql) => {
    const list = answers.get(sql)
    if (!list) return undefined
    const turn = turns.get(sql) ?? 0
    turns.set(sql, turn + 1)
    return { result: list[turn % list.length] }
  }
  const statements = [...answers.values()].reduce((sum, list) => sum + list.length, 0)
  return { status: given.status, location: given.headers.get('location'), statements }
}

/** What the clock of the product asks meanwhile. */
function ofJobs(sql) {
  return /from "(outbox|venue_changes)"|"reminder|"zone_(night|wishes)/.test(sql)
}

function ofTransaction(sql) {
  return /^(BEGIN|COMMIT)/.test(sql)
}

function send(response, facts) {
  response.end(JSON.stringify(facts))
}

function sendFile(path, response) {
  response.writeHead(200, { 'Content-Length': statSync(path).size })
  createReadStream(path).pipe(response)
}

function notModified(request, response) {
  const known = request.headers['if-none-match'] === '"one"'
  response.writeHead(known ? 304 : 200, { ETag: '"one"' })
  response.end(known ? undefined : 'one')
}

async function textOf(request) {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

/** Puts an eye on every statement of this process. */
function observe(prototype) {
  const { prepare } = prototype
  prototype.prepare = function observed(sql) {
    const statement = prepare.call(this, sql)
    let raw = false
    for (const name of ['run', 'get', 'all']) {
      const ask = statement[name]
      statement[name] = (...values) => {
        const known = watch.answer?.(sql)
        if (known) return known.result
        const result = ask.apply(statement, values)
        watch.learn?.(sql, values, raw, result)
        return result
      }
    }
    const asRaw = statement.raw
    statement.raw = (...values) => {
      raw = values[0] !== false
      asRaw.apply(statement, values)
      return statement
    }
    return statement
  }
}
