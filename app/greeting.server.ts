import type { Reader } from '~db/open.server'
import { type DemoPerson, demoPeople } from './domain/accounts/demo-people.server'
import { programOf } from './domain/standards/program.server'
import type { Env } from './env.server'
import { isAtHome } from './http/demo-gate.server'
import { paths } from './paths'
import { countOf } from './words/en/format'
import { addressed, placesWords } from './words/en/names'

/** What the person who started the server reads: where it is, who is in the demo, and where mail goes. */
export async function greeting(db: Reader, env: Env): Promise<string> {
  const { demoSeededAt } = await programOf(db)
  const isDemo = demoSeededAt !== null && isAtHome(env)
  return [
    `Lamplight is ready at ${env.publicUrl}`,
    ...(isDemo ? ['', ...whoIsHere(await demoPeople(db), env)] : []),
    '',
    whereMailGoes(env, isDemo),
    'Press Ctrl-C to stop.',
  ].join('\n')
}

/** The first of each role: the demo's own page names everybody. */
function whoIsHere(everybody: DemoPerson[], env: Env): string[] {
  const roles = everybody.map(({ places }) => places[0]?.role)
  const people = everybody.filter((_, place) => roles.indexOf(roles[place]) === place)
  const others = everybody.length - people.length
  const named = people.map(({ name, title, places }) => ({
    name: addressed({ name, title }),
    roles: placesWords(places),
  }))
  const width = Math.max(0, ...named.map(({ name }) => name.length))
  return [
    `This is the demo. Sign in as any of its people with one click at ${env.publicUrl}${paths.demo()}`,
    ...named.map(({ name, roles }) => `  ${name.padEnd(width)}  ${roles}`),
    ...(others > 0 ? [`  and ${countOf(others, 'more person', 'more people')}`] : []),
  ]
}

function whereMailGoes({ resend, dataDir, publicUrl }: Env, isDemo: boolean): string {
  if (resend) return `Mail is sent by Resend, from ${resend.from}.`
  const kept = `Mail goes to nobody: each message is kept as a file in ${dataDir}/mail.`
  return isDemo ? `${kept} Read it at ${publicUrl}${paths.mailbox()}` : kept
}
