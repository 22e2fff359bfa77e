// npm test: every check, and at the end one line that counts them.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { build, checkNode, install, main, npm, root } from './prepare.mjs'

const reports = join(root, '.cache/reports')
const minutes = 60_000

/** One after the other; the first three take one core each, so they run side by side. */
const rounds = [
  [
    ['Types', () => single('node_modules/typescript/bin/tsc', ['--noEmit'])],
    ['Format and lint', () => single('node_modules/@biomejs/biome/bin/biome', ['check', '.'])],
    // It holds this process up while it builds, so it begins last.
    ['Production build', production],
  ],
  [['Unit and route tests', vitest]],
  [['Journeys in a browser', journeys]],
]

await main(async () => {
  checkNode()
  install()
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })

  const counts = []
  for (const round of rounds) {
    console.log(`\n${round.map(([name]) => name).join(', ')}`)
    counts.push(...(await Promise.all(round.map(([name, work]) => told(name, work)))))
  }

  const sum = (key) => counts.reduce((total, count) => total + count[key], 0)
  process.exitCode = sum('failed') === 0 ? 0 : 1
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
})

/** Does a check, and says how it went. One that breaks off has failed. */
async function told(name, work) {
  const begun = Date.now()
  const { passed, failed } = await work().catch((error) => {
    console.log(error.message)
    return { passed: 0, failed: 1 }
  })
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  console.log(`${name}: ${passed} passed, ${failed} failed, in ${seconds} s`)
  return { passed, failed }
}

/** A check that passes or fails as a whole. */
async function single(script, args) {
  const status = await run(script, args, 5 * minutes)
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function production() {
  build()
  return { passed: 1, failed: 0 }
}

async function vitest() {
  const report = join(reports, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const status = await run('node_modules/vitest/vitest.mjs', args, 13 * minutes)
  const { numPassedTests, numFailedTests, testResults } = read(report)
  // A file that could not be loaded has no failed test to be counted by.
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  return counted(status, numPassedTests, numFailedTests + broken.length)
}

async function journeys() {
  if (!(await browserThere())) {
    throw new Error(
      'The journeys need Chrome or Chromium, and none was found. Install one, or name it in CHROMIUM_PATH.',
    )
  }
  const report = join(reports, 'playwright.json')
  const args = ['test', '--reporter=list,json']
  const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const status = await run('node_modules/@playwright/test/cli.js', args, 15 * minutes, environment)
  const { stats, errors } = read(report)
  return counted(status, stats.expected, stats.unexpected + stats.flaky + errors.length)
}

/** A runner that ran nothing, or that failed without naming a test, is itself a failure. */
function counted(status, passed, failed) {
  const silent = failed === 0 && (passed === 0 || status !== 0)
  return { passed, failed: silent ? 1 : failed }
}

async function browserThere() {
  if (await findBrowser()) return true
  console.log('No browser was found; trying to install one.')
  npm(['exec', '--', 'playwright', 'install', 'chromium'], { timeout: 2 * minutes })
  if (await findBrowser()) return true
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const options = { stdio: 'inherit', timeout: 4 * minutes, env }
    spawnSync('apt-get', ['update', '-qq'], options)
    for (const name of ['chromium-headless-shell', 'chromium']) {
      if (await findBrowser()) break
      spawnSync('apt-get', ['install', '-y', '-qq', name], options)
    }
  }
  return (await findBrowser()) !== null
}

/** Runs a program of a package and resolves to its exit code; one that takes too long is ended with all it started. */
function run(script, args, limit, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: 'inherit',
      detached: process.platform !== 'win32',
      env: { ...process.env, ...environment },
    })
    const end = () => {
      try {
        process.kill(-child.pid, 'SIGKILL')
      } catch {
        child.kill('SIGKILL')
      }
    }
    const interrupted = () => {
      end()
      process.exit(130)
    }
    const timer = setTimeout(() => {
      console.log(`Ended after ${limit / minutes} minutes.`)
      end()
    }, limit)
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
    child.on('close', (code) => {
      clearTimeout(timer)
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
      resolve(code ?? 1)
    })
  })
}

function read(report) {
  if (!existsSync(report)) throw new Error('The runner ended without a report.')
  return JSON.parse(readFileSync(report, 'utf8'))
}
