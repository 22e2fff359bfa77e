import { parseArgs } from 'node:util'
import { benchOf } from './bench-context'
import { benchData } from './data'
import type { Finding } from './measure'
import { bounds } from './rows/bounds'
import { certificate } from './rows/certificate'
import { desk } from './rows/desk'
import { directory } from './rows/directory'
import { home } from './rows/home'
import { imports } from './rows/import'
import { rosters } from './rows/roster'
import { share } from './rows/share'
import { tone } from './rows/tone'

const rows = {
  directory,
  home,
  desk,
  share,
  import: imports,
  roster: rosters,
  certificate,
  tone,
  bounds,
}
type Row = keyof typeof rows

const usage = `npm run bench [-- NAME…] [--json] [--venues 100000] [--rounds 5] [--seconds 2]
Rows: ${Object.keys(rows).join(', ')}`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    venues: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '2' },
  },
})
const names = (positionals.length > 0 ? positionals : Object.keys(rows)) as Row[]
const unknown = names.filter((name) => !Object.hasOwn(rows, name))
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(', ')}.\n\n${usage}`)
  process.exit(1)
}

const say = (line: string) => (values.json ? console.error(line) : console.log(line))
const now = new Date()
const data = await benchData(Number(values.venues), now)
say(
  data.madeInSeconds === null
    ? `${data.venues.toLocaleString('en-US')} venues, as kept from an earlier run.`
    : `${data.venues.toLocaleString('en-US')} venues, made in ${data.madeInSeconds.toFixed(0)} s.`,
)
const bench = benchOf(data, now, { rounds: Number(values.rounds), seconds: Number(values.seconds) })
const findings: Finding[] = []
try {
  for (const name of names) {
    say(`\n${name}`)
    for (const finding of await rows[name](bench)) {
      findings.push(finding)
      say(lineOf(finding))
    }
  }
} finally {
  await bench.stop()
}
if (values.json) console.log(JSON.stringify({ at: now, node: process.version, findings }, null, 2))

function lineOf({ what, figure, goal, reached, detail }: Finding): string {
  const mark = reached === null ? ' ' : reached ? '✓' : '✗'
  const aim = goal ? ` (goal: ${goal})` : ''
  return `  ${mark} ${what}: ${figure}${aim}\n      ${detail}`
}
