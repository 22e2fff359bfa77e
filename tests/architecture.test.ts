import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const root = process.cwd()

/** What each part may import, besides itself. Everything may import the free ones. */
const mayImport: Record<string, string[]> = {
  'app/routes': ['app/http', 'app/ui', 'app/domain', 'app/files', 'app/mail'],
  'app/http': ['app/domain', 'app/files', 'app/ui'],
  'app/jobs': ['app/domain', 'emails', 'app/mail', 'app/files'],
  'app/commands': ['app/domain', 'app/jobs', 'app/files', 'db'],
  'app/domain': ['db', 'emails'],
  'app/mail': ['app/files'],
  'app/files': [],
  'app/ui': [],
  emails: [],
  db: ['app/domain'],
}

const free = [
  'db/vocabulary',
  'app/paths',
  'app/words',
  'app/encodings',
  'app/env.server',
  'app/db.server',
  'app/log.server',
]

/** Who asks what somebody is, outside of the permissions, and why that is no rule of who may do what. */
const asksForRoles: Record<string, string> = {
  'app/domain/accounts/demo-people.server.ts': 'The cast of the demo, in an order for its page.',
  'app/domain/accounts/program-places.ts':
    'What somebody is to the program, as facts for the pages and deeds that change it.',
  'app/domain/accounts/invite-staff.server.ts':
    'An invitation names the role that it gives, and each role needs other facts.',
  'app/domain/accounts/proof-page.server.ts': 'Which ways to prove who they are a person has.',
  'app/domain/accounts/prove-by-email.server.ts':
    'Program staff never prove who they are by email: it is a way in, and no permission.',
  'app/domain/accounts/request-sign-in-code.server.ts':
    'Program staff never sign in by email alone: it is a way in, before anybody may do anything.',
  'app/domain/accounts/session.server.ts': 'A session of program staff is shorter.',
  'app/domain/accounts/use-sign-in-code.server.ts':
    'Program staff never sign in by email alone: it is a way in, before anybody may do anything.',
  'app/routes/home.tsx': 'Leads each role to its own first page, which asks for itself.',
  'app/routes/sign-in.staff.code.tsx': 'Whoever has given both steps is led on.',
}

/** Within the domain a folder imports only those before it; the ones here may be imported by each. */
const domainOrder = [
  'record',
  'accounts',
  'districts',
  'standards',
  'venues',
  'zones',
  'training',
  'policies',
  'cards',
  'contacts',
  'applications',
  'readings',
  'feedback',
  'second-looks',
  'certificates',
  'handbook',
  'reminders',
  'standings',
  'privacy',
]

type Import = { file: string; target: string; typeOnly: boolean }

describe('the architecture', () => {
  it('finds the files it speaks of', () => {
    expect(imports.length).toBeGreaterThan(200)
  })

  it('lets dependencies point down and never back', () => {
    const wrong = imports.filter(({ file, target, typeOnly }) => {
      const from = partOf(file)
      const to = partOf(target)
      if (!from || !to || from === to) return false
      if (free.some((each) => target.startsWith(each))) return false
      if (from === 'app/domain' && to === 'emails') return !typeOnly
      if (from === 'app/jobs' && to === 'db') return !typeOnly
      if (from === 'db' && to === 'app/domain') return !typeOnly && !isSeed(file)
      if (from === 'app/http' && to === 'app/ui') return !typeOnly && !isPlainPage(target)
      return !mayImport[from]?.includes(to)
    })
    expect(wrong.map(sentence)).toEqual([])
  })

  it('lets a folder of the domain import only those before it', () => {
    const wrong = imports.filter(({ file, target, typeOnly }) => {
      const from = domainFolder(file)
      const to = domainFolder(target)
      if (!from || !to || from === to || to === 'permissions') return false
      if (from === 'permissions') return true
      return !typeOnly && domainOrder.indexOf(to) > domainOrder.indexOf(from)
    })
    expect(wrong.map(sentence)).toEqual([])
  })

  it('keeps the database out of routes, pages and emails', () => {
    const above = ['app/routes/', 'app/ui/', 'emails/', 'app/words/']
    const wrong = imports.filter(
      ({ file, target, typeOnly }) =>
        above.some((folder) => file.startsWith(folder)) &&
        (target.startsWith('drizzle-orm') ||
          target.startsWith('better-sqlite3') ||
          (!typeOnly && /^db\/(?!vocabulary)/.test(target))),
    )
    expect(wrong.map(sentence)).toEqual([])
  })

  it('gives ui and emails nothing but themselves, words, paths and the vocabulary', () => {
    const wrong = imports.filter(({ file, target, typeOnly }) => {
      const part = partOf(file)
      if (part !== 'app/ui' && part !== 'emails') return false
      const to = partOf(target)
      return (
        to !== null && to !== part && !typeOnly && !free.some((each) => target.startsWith(each))
      )
    })
    expect(wrong.map(sentence)).toEqual([])
  })

  it('reads the environment in one place', () => {
    const readers = sources.filter(({ text }) => /process\.env/.test(text)).map(({ file }) => file)
    expect(readers).toEqual(['app/env.server.ts'])
  })

  it('has one clock in the domain: now, from the context', () => {
    const clocks = sources.filter(
      ({ file, text }) =>
        file.startsWith('app/domain/') && /new Date\(\)|Date\.now\(\)/.test(withoutComments(text)),
    )
    expect(clocks.map(({ file }) => file)).toEqual([])
  })

  it('never calls the database synchronously above db/', () => {
    const calls = sources.filter(
      ({ file, text }) => file.startsWith('app/') && /\.(get|all|run)\(\)/.test(text),
    )
    expect(calls.map(({ file }) => file)).toEqual([])
  })

  it('decides by role in the permissions alone', () => {
    const facts =
      /\b(isCoordinator|isLiaison|isLiaisonFor|isStaff|hasTwoFactors|districtIdsOf)\(|\brole [!=]== |\.includes\([\w.]*role\)/
    const asking = sources.filter(
      ({ file, text }) =>
        /^app\/(routes|http|domain|jobs)\//.test(file) &&
        !file.startsWith('app/domain/permissions/') &&
        facts.test(withoutComments(text)),
    )
    expect(asking.map(({ file }) => file).filter((file) => !asksForRoles[file])).toEqual([])
  })

  it('keeps routes and domain files short', () => {
    const long = sources.flatMap(({ file, text }) => {
      const lines = text.split('\n').length - 1
      const most = file.startsWith('app/routes/')
        ? 200
        : file.startsWith('app/domain/')
          ? 150
          : null
      return most && lines > most ? `${file}: ${lines} lines` : []
    })
    expect(long).toEqual([])
  })

  it('has no drawers and no style attributes', () => {
    const drawers = sources.filter(({ file }) =>
      /(^|[/.-])(utils?|helpers?|lib|misc|common|manager|service|handle)([/.-]|$)/.test(
        file.replace(/^tests\//, ''),
      ),
    )
    const styled = sources.filter(
      ({ file, text }) => /^app\/(routes|ui)\//.test(file) && /\sstyle=[{"]/.test(text),
    )
    expect([...drawers, ...styled].map(({ file }) => file)).toEqual([])
  })

  it('gives each journey the one test that counts what a policy stops', () => {
    const journeys = ['tests/journeys', 'tests/support/journey'].flatMap(filesIn)
    const takesAnother = journeys.filter((file) =>
      [
        ...readFileSync(path.join(root, file), 'utf8').matchAll(
          /import \{([^}]*)\} from '@playwright\/test'/g,
        ),
      ].some(([, names]) => /(^|[\s,])test\b/.test(names ?? '')),
    )
    expect(journeys.length).toBeGreaterThan(20)
    expect(takesAnother).toEqual(['tests/support/journey/watched-test.ts'])
  })
})

const sources = ['app', 'db', 'emails'].flatMap(filesIn).map((file) => ({
  file,
  text: readFileSync(path.join(root, file), 'utf8'),
}))

const imports = sources.flatMap(({ file, text }): Import[] =>
  [...text.matchAll(/^(?:import|export)\s+(type\s+)?[^'"]*?from\s+['"]([^'"]+)['"]/gm)].map(
    ([, type, target]) => ({
      file,
      target: resolved(file, target ?? ''),
      typeOnly: type !== undefined,
    }),
  ),
)

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name))
}

function resolved(file: string, target: string): string {
  if (target.startsWith('~/')) return `app/${target.slice(2)}`
  if (target.startsWith('~db/')) return `db/${target.slice(4)}`
  if (target.startsWith('~emails/')) return `emails/${target.slice(8)}`
  if (target.startsWith('.')) return path.join(path.dirname(file), target)
  return target
}

function partOf(file: string): string | null {
  return Object.keys(mayImport).find((part) => file.startsWith(`${part}/`)) ?? null
}

function domainFolder(file: string): string | null {
  return /^app\/domain\/([^/]+)\//.exec(file)?.[1] ?? null
}

function isSeed(file: string): boolean {
  return file.startsWith('db/seed')
}

function isPlainPage(target: string): boolean {
  return target === 'app/ui/nonce'
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
}

function sentence({ file, target }: Import): string {
  return `${file} imports ${target}`
}
