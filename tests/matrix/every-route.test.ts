import path from 'node:path'
import { UNSAFE_flatRoutes } from '@remix-run/dev'
import { expect, test } from 'vitest'
import { siteRoutes } from '~tests/support/whole-site'
import { forms } from './forms'
import { rows } from './rows'
import { searched, typedFields } from './typed-fields'

test('every route has a row in the matrix: who reads it, and who writes to it where it has an action', () => {
  expect(Object.keys(rows).sort()).toEqual(siteRoutes.map(({ name }) => name).sort())
  const written = Object.keys(rows).filter((name) => rows[name]?.[1])
  const acting = siteRoutes.filter(({ module }) => module.action).map(({ name }) => name)
  expect(written.sort()).toEqual(acting.sort())
})

test('every route that takes an id has a form where it has an action', () => {
  const withIds = siteRoutes.filter(({ params }) => params.length > 0)
  expect(Object.keys(forms).sort()).toEqual(withIds.map(({ name }) => name).sort())
  const closed = withIds.filter(({ name }) => typeof forms[name] !== 'string')
  const withForms = closed.filter(({ name }) => forms[name] !== null).map(({ name }) => name)
  expect(withForms).toEqual(closed.filter(({ module }) => module.action).map(({ name }) => name))
})

/** The names and paths that the tests give to routes, against Remix's own convention for their files. */
test('the routes that are judged are those that Remix finds', async () => {
  const found = UNSAFE_flatRoutes(path.join(process.cwd(), 'app'), [], 'routes')
  expect(
    Object.values(found)
      .map(({ id, path = '' }) => `${id} ${path}`)
      .sort(),
  ).toEqual(siteRoutes.map(({ name, path }) => `routes/${name} ${path}`).sort())
})

/** A form in a state that the town does not have would be missed there, and its fields are named here. */
test('every text field that a page can hold has a name into which the naughty strings are typed', () => {
  const sources = import.meta.glob<string>(
    ['/app/{routes,ui}/**/*.tsx', '!/app/routes/styleguide/**'],
    {
      eager: true,
      query: '?raw',
      import: 'default',
    },
  )
  const named = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/<Text(?:Field|Area)\s[^>]*?name=(?:"(\w+)"|\{`([^`]+)`\})/g)].map(
      ([, name, pattern = '']) => [routeOf(file), name ?? pattern.replace(/\$\{\w+\}/, '#')],
    ),
  )
  const typed = Object.values(typedFields).flatMap((names) => names.split(' '))
  expect(named.length).toBeGreaterThan(80)
  const missing = named.filter(([route, name = '']) => {
    // A part that several pages share may not know the list that it stands in.
    if (!route) return !typed.some((each) => each === name || each.endsWith(`.${name}`))
    return ![typedFields[route], searched[route]].some((names) => names?.split(' ').includes(name))
  })
  expect(missing).toEqual([])
})

/** The route of a page, or of a part of one; none for what several pages share. */
function routeOf(file: string): string | undefined {
  return /^\/app\/routes\/([^/]+?)(?:\.tsx$|\/)/.exec(file)?.[1]
}
