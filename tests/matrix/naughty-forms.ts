import { matchPath } from '@remix-run/react'
import { oneLine } from '~/domain/table-words'
import { rateLimits } from '~db/schema'
import { naughtyStrings } from '~tests/support/naughty'
import { type Field, formsOf, type PageForm, takesText } from '~tests/support/page-forms'
import { siteRoutes } from '~tests/support/whole-site'
import { everything, type Ids, type Town } from './town'

export type Asker = { who: string; cookie: string | undefined; ids: Ids }
type Found = PageForm & Asker & { route: string; page: string }

/** What stands in the fields that are not tried just now, where the page leaves them empty. */
const sane: Record<string, string> = {
  email: 'ana@example.com',
  tel: '(202) 555-0100',
  date: '2026-11-20',
  time: '21:00',
  text: 'Plain words',
  textarea: 'Plain words',
}
const saneNumber = '12'
/** A class that is announced lies ahead. */
const saneDay = '2100-12-08'

/**
 * Types every string into every text field of every form of these routes that these people can reach, by
 * the real server, and answers what went wrong: a failure of the server, a refused text that does not come
 * back as it was typed, a taken one that was kept as another.
 */
export async function wrongWith(town: Town, askers: Asker[], routes: RegExp) {
  const wrong: string[] = []
  const tried = new Set<string>()
  const forms = await formsFor(town, askers)
  for (const form of forms.filter(({ route }) => routes.test(route))) {
    for (const { name } of form.fields.filter(takesText)) tried.add(`${form.route} ${name}`)
    wrong.push(...(await wrongWithForm(town, form)))
  }
  const failures = town.site.lines.filter((line) => line.includes('"event":"error"'))
  return { wrong: [...wrong, ...failures], tried: [...tried] }
}

async function wrongWithForm(town: Town, form: Found): Promise<string[]> {
  const wrong: string[] = []
  const typed = form.fields.filter(takesText)
  const narrow = typed.filter(isNarrow)
  const wide = typed.filter((field) => !narrow.includes(field))
  let fields = form.fields
  for (const tried of [wide, narrow].filter(({ length }) => length > 0)) {
    const names = tried.map(({ name }) => name)
    for (let at = 0; at < naughtyStrings.length; at += stepOf(tried)) {
      const values = filled(fields, names, at)
      const { status, body } = await posted(town, form, values)
      const where = `${form.route} for ${form.who}, ${status}`
      if (!mayAnswer.includes(status)) wrong.push(`${where}: ${values}`.slice(0, 400))
      if (status === 422 || status === 409) {
        wrong.push(
          ...changed(fields, values, body).map((name) => `${where}: ${name} came back otherwise`),
        )
      }
      if (status < 400 && at % 50 === 0 && keeps(form)) {
        const kept = JSON.stringify(await everything(town.db))
        wrong.push(
          ...lost(fields, values, kept).map((text) => `${where}: was kept otherwise: ${text}`),
        )
      }
      if (status < 400 && hasRevision(fields)) fields = await read(town, form)
    }
  }
  return wrong
}

const mayAnswer = [200, 204, 302, 404, 409, 422]

/** A password costs what it is meant to cost, so that few of the strings are tried as one. */
function stepOf(tried: readonly Field[]): number {
  return tried.some(({ type }) => type === 'password') ? 200 : 1
}

function isNarrow({ type, name, mode }: Field): boolean {
  return type === 'email' || mode !== '' || /\b(code|points|seats|email|phone)\b/.test(name)
}

/** Before sign-in, what was typed travels sealed through the browser and is kept once a code fits. */
function keeps({ cookie, route }: Found): boolean {
  return cookie !== undefined && !route.startsWith('styleguide') && !route.startsWith('readiness')
}

function hasRevision(fields: readonly Field[]): boolean {
  return fields.some(({ type, name }) => type === 'hidden' && /^(revision|seen)$/.test(name))
}

function filled(fields: readonly Field[], names: readonly string[], at: number): URLSearchParams {
  const values = new URLSearchParams()
  for (const field of fields) {
    const place = names.indexOf(field.name)
    const text = naughtyStrings[(at + place * 331) % naughtyStrings.length] ?? ''
    values.append(field.name, place >= 0 ? text : saneValueOf(field))
  }
  values.set('_submission', `naughty.${at}.${Math.random().toString(36).slice(2)}.form`)
  return values
}

function saneValueOf({ type, value, mode, name }: Field): string {
  if (value || type === 'hidden') return value
  if (mode === 'numeric' || mode === 'decimal') return saneNumber
  if (name === 'day') return saneDay
  return sane[type] ?? ''
}

async function posted({ db, site }: Town, form: Found, values: URLSearchParams) {
  const { pathname, search } = new URL(form.action, 'http://127.0.0.1:3000')
  const { cookie, route: data } = form
  const ask = () => site.ask(`${pathname}${search}`, { cookie, data, form: values })
  let answer = await ask()
  if (answer.status === 429) {
    // Limits have tests of their own; here they would keep most of the strings out.
    await db.transaction((tx) => tx.delete(rateLimits))
    answer = await ask()
  }
  const status = answer.headers.has('X-Remix-Redirect') ? 302 : answer.status
  return { status, body: await answer.text() }
}

/** The fields of a refused form that do not come back to the page as they were typed. */
function changed(fields: readonly Field[], values: URLSearchParams, body: string): string[] {
  const back: Record<string, string> = JSON.parse(body).values ?? {}
  return fields
    .filter((field) => takesText(field) && field.type !== 'password')
    .map(({ name }) => name)
    .filter((name) => back[name] !== values.get(name))
}

/** What was taken and stands nowhere in the database, neither whole nor, in one line, as one line. */
function lost(fields: readonly Field[], values: URLSearchParams, kept: string): string[] {
  return fields
    .filter((field) => takesText(field) && field.type !== 'password')
    .map(({ name }) => values.get(name) ?? '')
    .filter((typed) => {
      const plain = typed.trim().replace(/\r\n?/g, '\n')
      const as = [typed, plain, oneLine(typed), typed.toLowerCase()]
      return !as.some((text) => kept.includes(JSON.stringify(text).slice(1, -1)))
    })
    .map((typed) => JSON.stringify(typed).slice(0, 120))
}

/** Every form with a text field that these people can reach, once for all who meet the same. */
async function formsFor(town: Town, askers: Asker[]): Promise<Found[]> {
  const found = new Map<string, Found>()
  for (const asker of askers) {
    for (const { path, module } of siteRoutes) {
      if (!module.default) continue
      const page = `/${path.replace(/:(\w+)/g, (_, name: string) => asker.ids[name] ?? `no-${name}`)}`
      for (const form of await formsAt(town, asker, page)) {
        const names = form.fields.filter(takesText).map(({ name }) => name.replace(/\d+/g, '#'))
        const key = `${form.route} ${[...new Set(names)].sort()}`
        if (!found.has(key)) found.set(key, form)
      }
    }
  }
  return [...found.values()]
}

async function formsAt(town: Town, asker: Asker, page: string): Promise<Found[]> {
  const answer = await town.site.ask(page, { cookie: asker.cookie })
  if (answer.status !== 200) return []
  return formsOf(await answer.text(), page)
    .filter(({ fields }) => fields.some(takesText))
    .map((form) => ({ ...form, ...asker, page, route: routeOf(form.action) }))
}

/** The fields of a form as its page holds them now. */
async function read(town: Town, form: Found): Promise<Field[]> {
  const again = await formsAt(town, form, form.page)
  return again.find(({ action }) => action === form.action)?.fields ?? form.fields
}

function routeOf(action: string): string {
  const { pathname } = new URL(action, 'http://127.0.0.1:3000')
  const fits = siteRoutes.filter(
    ({ name, path, module }) =>
      name !== '$' && module.action && matchPath({ path: `/${path}`, end: true }, pathname),
  )
  const [best] = fits.sort((a, b) => a.params.length - b.params.length)
  if (!best) throw new Error(`Nothing takes a form at ${pathname}.`)
  return best.name
}
