// What has to be there before Lamplight can run: Node, the packages, the build. Plain Node, for it
// runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const leastNode = [20, 19]
const installed = join(root, 'node_modules/.lamplight-lock')
const stamp = join(root, 'build/.stamp')
const sources = ['app', 'db', 'emails', 'public', 'scripts/build.mjs']
const configuration = [
  'package-lock.json',
  'package.json',
  'remix.config.js',
  'tsconfig.json',
  'vite.aliases.ts',
  'vite.config.ts',
  'vite.threads.ts',
]

/** A step that cannot be done; the message is a sentence for the person at the keyboard. */
export class CannotPrepare extends Error {}

/** Runs a script's main function, and turns what cannot be done into its sentence and exit code 1. */
export async function main(work) {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof CannotPrepare ? error.message : error)
    process.exit(1)
  }
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const enough = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])
  if (enough) return
  throw new CannotPrepare(
    `Lamplight needs Node ${leastNode.join('.')} or later, and this is ${process.version}. Get a newer one from https://nodejs.org and try again.`,
  )
}

/** Installs the packages of package-lock.json where they are missing or others. */
export function install() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const digest = createHash('sha256').update(lock).digest('hex')
  if (textOf(installed) === digest) return
  if (!alreadyThere(JSON.parse(lock.toString()))) {
    console.log('Installing what Lamplight needs. The first time, this takes a few minutes.')
    const { status } = npm(['ci', '--include=dev', '--no-audit', '--no-fund'])
    if (status !== 0) {
      throw new CannotPrepare(
        'npm could not install the packages; its message is above. Check the network and run this again.',
      )
    }
  }
  writeFileSync(installed, digest)
}

/** Builds what the server serves, unless the last build was made from the same sources. */
export function build() {
  const digest = digestOfSources()
  if (textOf(stamp) === digest && existsSync(join(root, 'build/server/index.js'))) return
  console.log('Building Lamplight. This takes a few seconds.')
  rmSync(stamp, { force: true })
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (status !== 0) throw new CannotPrepare('The build failed; its message is above.')
  writeFileSync(stamp, digest)
}

export function npm(args, options = {}) {
  const cli = process.env.npm_execpath
  const [command, before] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  return spawnSync(command, [...before, ...args], {
    cwd: root,
    stdio: 'inherit',
    shell: command === 'npm' && process.platform === 'win32',
    ...options,
  })
}

/** Whether a finished install of this very lock stands here, made by npm itself. */
function alreadyThere(lock) {
  const text = textOf(join(root, 'node_modules/.package-lock.json'))
  if (text === null) return false
  const present = JSON.parse(text).packages
  return Object.entries(lock.packages).every(
    ([path, { version, optional, link }]) =>
      path === '' || optional || link || present[path]?.version === version,
  )
}

/** By content, for a checkout or a copy changes every file's time. */
function digestOfSources() {
  const hash = createHash('sha256')
  for (const path of [...sources.flatMap(filesUnder), ...configuration].sort()) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  const at = join(root, path)
  if (!existsSync(at)) return []
  if (statSync(at).isFile()) return [path]
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

function textOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
