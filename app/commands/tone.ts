import { existsSync, readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type ToneHint, toneHintsForText } from '../domain/feedback/tone'
import { readPack } from '../domain/standards/load-pack'

const usage =
  'Usage: npm run tone -- [--json] FILE   reads each line of FILE as one text; “-” reads what is piped in.'

type Line = { line: number; text: string; hints: ToneHint[] }

function run(argv: string[]): number {
  const { values, positionals } = parseArgs({
    args: argv,
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [file] = positionals
  if (!file || positionals.length > 1) {
    console.error(usage)
    return 2
  }
  const piped = file === '-'
  if (!piped && !existsSync(file)) {
    console.error(`There is no file ${file}.`)
    return 2
  }
  if (!piped && statSync(file).isDirectory()) {
    console.error(`${file} is a folder; name a text file.`)
    return 2
  }
  const lines = read(readFileSync(piped ? 0 : file, 'utf8'))
  if (values.json) console.log(JSON.stringify(lines, null, 2))
  else for (const line of lines) print(line)
  return 0
}

function read(content: string): Line[] {
  const { lexicon } = readPack().set
  return content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((text, index) => ({ line: index + 1, text, hints: toneHintsForText(text, lexicon) }))
    .filter(({ text }) => text.trim() !== '')
}

function print({ line, hints }: Line) {
  for (const { start, words, kind, alternatives, reason } of hints) {
    const tries = alternatives.map((words) => words || '(leave it out)').join(' / ')
    console.log(`${line}:${start + 1} ${kind}: “${words}” → ${tries}\n    ${reason}`)
  }
}

try {
  process.exitCode = run(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error(usage)
  process.exitCode = 2
}
