import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { aliases } from './vite.aliases'

const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((file) => join('tests', file))
  .filter((file) => /\.test\.tsx?$/.test(file))
/** What sets the environment before it loads a module, or asks whether a module was loaded, shares none. */
const alone = files.filter(
  (file) => file.includes('one-database') || readFileSync(file, 'utf8').includes('vi.hoisted('),
)
const shared = files.filter((file) => !alone.includes(file)).sort()
const groups = [0, 1, 2, 3].map((group) => shared.filter((_, at) => at % 4 === group))

export default defineConfig({
  resolve: { alias: aliases },
  test: {
    environment: 'node',
    maxWorkers: 2,
    // A worker that runs many files keeps much; with a larger nursery it is not looked through as often.
    execArgv: ['--max-semi-space-size=128'],
    // A test that hangs ends; one on a busy machine does not fail for that.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { LOG_LEVEL: 'silent' },
    // Loading the product costs more than most tests, so those that can share it do.
    projects: [
      { extends: true, test: { name: 'alone', include: alone } },
      // A worker that ran many files is slow in the end, so each group begins anew.
      ...groups.map((include, at) => ({
        extends: true as const,
        test: { name: `together ${at + 1}`, isolate: false, include },
      })),
    ],
  },
})
