import { matchPath } from '@remix-run/react'
import { oneLine } from '~/domain/table-words'
import { nameFromOneCell } from '~/domain/training/roster-names'
import { rateLimits } from '~db/schema'
import { naughtyStrings } from '~tests/support/naughty'
import { type Field, formsOf, type PageForm, takesText } from '~tests/support/page-forms'
import { siteRoutes } from '~tests/support/whole-site'
import { copiesOf } from './naughty-copies'
import { everything, type Ids, type Town } from './town'

export type Asker = {
  who: string
  cookie: string | undefined
  /** Every page that there is, with these ids in its address; or these pages alone. */
  ids?: Ids
  pages?: string[]
  /** What would be right in the fields that are not tried just now. */
  right?: () => Record<string, string>
  /** Their forms close after five tries, or work once. */
  fewTries?: boolean
}
type Copies = Awaited<ReturnType<typeof copiesOf>>
type Site = Town['site']
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
const here = 'http://127.0.0.1:3000'
/** A class that is announced lies ahead. */
const saneDay = '2100-12-08'

/**
 * With `NAUGHTY=3/8` every field meets the third of eight parts of the strings, and all eight parts are all
 * strings. Without it every 40th goes into each field, fewer where a try is dear, and each into some form.
 */
const [part, parts] = (process.env.NAUGHTY ?? '').split('/').map(Number)

/** Enough for the dearest part: a try may hash a password or need a fresh copy of the town. */
export const patience = parts ? 5_400_000 : 400_000

/**
 * Types the strings into every text field of every form of these routes that these people can reach, by
 * the real server, and answers what went wrong: a failure of the server, a refused text that does not come
 * back as it was typed, a taken one that was kept as another. `unseen` are the routes with an action whose
 * form no page showed to anybody.
 */
export async function wrongWith(town: Town, askers: Asker[], routes: RegExp) {
  const wrong: string[] = []
  const tried: Record<string, string> = {}
  const met = await formsMet(town, askers)
  const forms = met.filter(({ route }) => routes.test(route))
  const copies = await copiesOf(town)
  for (const [turn, form] of onceEach(forms).entries()) {
    const names = form.fields.filter(takesText).map(({ name }) => name.replace(ofOne, '#'))
    const before = tried[form.route]?.split(' ') ?? []
    tried[form.route] = [...new Set([...before, ...names])].sort().join(' ')
    wrong.push(...(await wrongWithForm(town.site, copies, form, turn)))
  }
  await copies.remove()
  const failures = town.site.lines.filter((line) => line.includes('"event":"error"'))
  const drawn = new Set(met.map(({ route }) => route))
  const unseen = siteRoutes
    .filter(({ name, module }) => module.action && routes.test(name) && !drawn.has(name))
    .map(({ name }) => name)
  return { wrong: [...wrong, ...failures], tried, unseen: unseen.sort() }
}

/** The number of a line, or the id of a row, in the name of a field. */
const ofOne = /(?<=\.)(\d+|dis_\w+)(?=\.)/

async function wrongWithForm(
  site: Site,
  copies: Copies,
  form: Found,
  turn: number,
): Promise<string[]> {
  const wrong: string[] = []
  for (const tried of passesOf(form.fields)) {
    const names = tried.map(({ name }) => name)
    let fields = form.fields
    await copies.afresh()
    for (const [tries, at] of stringsFor(form, turn).entries()) {
      const values = filled(fields, names, at, form.right?.())
      const { status, body } = await posted(site, copies, form, values)
      const where = `${form.route} for ${form.who}, ${status}`
      if (!mayAnswer.includes(status)) wrong.push(`${where}: ${values}`.slice(0, 400))
      if (form.fewTries && closed.test(body)) wrong.push(`${where}: it takes no tries any more`)
      if (status === 422 || status === 409) {
        wrong.push(
          ...changed(fields, values, body).map((name) => `${where}: ${name} came back otherwise`),
        )
      }
      if (status < 400 && tries % 50 === 0 && keeps(form)) {
        const kept = JSON.stringify(await everything(copies.db()))
        wrong.push(
          ...lost(fields, values, kept).map((text) => `${where}: was kept otherwise: ${text}`),
        )
      }
      if (isTimeForACopy(form, status, tries)) {
        await copies.afresh()
        fields = form.fields
      } else if (status < 400 && hasRevision(fields)) fields = await read(site, form)
    }
  }
  return wrong
}

/** So that each string meets the form as a person does, and what is kept does not pile up. */
function isTimeForACopy({ fewTries }: Found, status: number, tries: number): boolean {
  return fewTries ? status < 400 || tries % 4 === 3 : tries % 50 === 49
}

/** What somebody reads once all tries are used up, or the time is over. */
const closed = /five tries|five times|has run out|took too long/

const mayAnswer = [200, 204, 302, 404, 409, 422]

/** What is typed at once: nothing is typed wrong beside it that would be refused before it is looked at. */
function passesOf(fields: readonly Field[]): Field[][] {
  const typed = fields.filter(takesText)
  const passwords = typed.filter(isPassword)
  const others = typed.filter((field) => !isPassword(field))
  const narrow = others.filter(isNarrow)
  const wide = others.filter((field) => !narrow.includes(field))
  return [wide, narrow, ...passwords.map((field) => [field])].filter(({ length }) => length > 0)
}

/** Which strings have their turn, by their places in the list: fewer where a try costs a password or a copy. */
function stringsFor({ fields, fewTries }: Found, turn: number): number[] {
  const isDear = fewTries || fields.some(isPassword)
  const step = parts ?? (isDear ? 200 : 40)
  const first = parts ? Number(part) : turn
  return naughtyStrings.map((_, at) => at).filter((at) => at % step === first % step)
}

function isPassword({ type }: Field): boolean {
  return type === 'password'
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

function filled(
  fields: readonly Field[],
  names: readonly string[],
  at: number,
  right: Record<string, string> = {},
): URLSearchParams {
  const values = new URLSearchParams()
  for (const field of fields) {
    const place = names.indexOf(field.name)
    const text = naughtyStrings[(at + place * 331) % naughtyStrings.length] ?? ''
    values.append(field.name, place >= 0 ? text : (right[field.name] ?? saneValueOf(field)))
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

async function posted(site: Site, copies: Copies, form: Found, values: URLSearchParams) {
  const { href, origin } = new URL(form.action, new URL(form.page, here))
  const { cookie, route: data } = form
  const ask = () => site.ask(href, { cookie, data, form: values, headers: { origin } })
  let answer = await ask()
  if (answer.status === 429) {
    // Limits have tests of their own; here they would keep most of the strings out.
    await copies.db().transaction((tx) => tx.delete(rateLimits))
    answer = await ask()
  }
  const status = answer.headers.has('X-Remix-Redirect') ? 302 : answer.status
  return { status, body: await answer.text() }
}

/** The fields of a refused form that do not come back to the page as they were typed; a password does not. */
function changed(fields: readonly Field[], values: URLSearchParams, body: string): string[] {
  const back: Record<string, string> = JSON.parse(body).values ?? {}
  return fields
    .filter(takesText)
    .filter(({ name, type }) => back[name] !== (type === 'password' ? undefined : values.get(name)))
    .map(({ name }) => name)
}

/** What was taken and stands nowhere in the database, neither whole nor, in one line, as one line. */
function lost(fields: readonly Field[], values: URLSearchParams, kept: string): string[] {
  return fields
    .filter((field) => takesText(field) && !isPassword(field))
    .map(({ name }) => values.get(name) ?? '')
    .filter((typed) => {
      const plain = typed.trim().replace(/\r\n?/g, '\n')
      const as = [typed, plain, oneLine(typed), typed.toLowerCase(), nameIn(typed)]
      return !as.some((text) => kept.includes(JSON.stringify(text).slice(1, -1)))
    })
    .map((typed) => JSON.stringify(typed).slice(0, 120))
}

/** A person's name is kept with the family name last, whichever way it was typed. */
function nameIn(typed: string): string {
  const read = nameFromOneCell(typed)
  return 'name' in read ? read.name : typed
}

/** Every form on the pages that these people can reach. */
async function formsMet(town: Town, askers: Asker[]): Promise<Found[]> {
  const met: Found[] = []
  for (const asker of askers) {
    for (const page of asker.pages ?? addressesWith(asker.ids ?? {})) {
      met.push(...(await formsAt(town.site, asker, page)))
    }
  }
  return met
}

/** Those with a text field, once for all who meet the same. */
function onceEach(forms: Found[]): Found[] {
  const found = new Map<string, Found>()
  for (const form of forms.filter(({ fields }) => fields.some(takesText))) {
    const seen = form.fields.filter(({ type }) => type !== 'hidden' && type !== 'button')
    const names = seen.map(({ name }) => name.replace(ofOne, '#'))
    const key = `${form.route} ${[...new Set(names)].sort()}`
    if (!found.has(key)) found.set(key, form)
  }
  return [...found.values()]
}

/** The addresses of all pages that there are. */
function addressesWith(ids: Ids): string[] {
  return siteRoutes
    .filter(({ module }) => module.default)
    .map(
      ({ path }) => `/${path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? `no-${name}`)}`,
    )
}

async function formsAt(site: Site, asker: Asker, page: string): Promise<Found[]> {
  const answer = await site.ask(page, { cookie: asker.cookie })
  if (answer.status !== 200) return []
  return formsOf(await answer.text(), page)
    .flatMap((form) => [form, ...keptByScript(form)])
    .map((form) => ({ ...form, ...asker, page, route: routeOf(form.action) }))
}

/**
 * What a script sends by itself while somebody writes a letter or a part of one: the same form, elsewhere,
 * without what only a button adds.
 */
function keptByScript(form: PageForm): PageForm[] {
  const { pathname } = new URL(form.action, here)
  const isWriting = writing.includes(routeOf(form.action)) && form.fields.length > 3
  const fields = form.fields.filter(({ type, name }) => type !== 'button' && !/^add/.test(name))
  return isWriting ? [{ ...form, fields, action: `${pathname}/keep` }] : []
}

const writing = ['liaison.applications.$applicationId.response._index', 'parts.$partId._index']

/** The fields of a form as its page holds them now. */
async function read(site: Site, form: Found): Promise<Field[]> {
  const again = await formsAt(site, form, form.page)
  return again.find(({ action }) => action === form.action)?.fields ?? form.fields
}

function routeOf(action: string): string {
  const { pathname } = new URL(action, here)
  const fits = siteRoutes.filter(
    ({ name, path, module }) =>
      name !== '$' && module.action && matchPath({ path: `/${path}`, end: true }, pathname),
  )
  const [best] = fits.sort((a, b) => a.params.length - b.params.length)
  if (!best) throw new Error(`Nothing takes a form at ${pathname}.`)
  return best.name
}
