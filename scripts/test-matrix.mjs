// npm run test:matrix [-- PART/PARTS]: what npm test has no time for. Every visitor at every page of every
// route, by every door, and every sender of a forged write; with 1/8, also the first of eight parts of the
// hostile strings in every field, and with 1/1 all of them.
import { spawnSync } from 'node:child_process'
import { checkNode, install, main, root } from './prepare.mjs'

const files = [
  'tests/matrix/program-routes',
  'tests/matrix/venue-routes',
  'tests/routes/cross-origin',
]

await main(() => {
  checkNode()
  install()
  const [part] = process.argv.slice(2)
  const strings = part ? ['tests/matrix/naughty-program', 'tests/matrix/naughty-venue'] : []
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...files, ...strings],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, MATRIX: 'all', ...(part && { NAUGHTY: part }) },
    },
  )
  process.exitCode = status ?? 1
})
