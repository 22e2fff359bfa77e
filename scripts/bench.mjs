// npm run bench: what it takes, against a floor measured in the same run. See docs/bench.md.
import { spawnSync } from 'node:child_process'
import { build, checkNode, install, main, root } from './prepare.mjs'

await main(() => {
  checkNode()
  install()
  build()
  const args = ['--import', 'tsx', 'tests/bench/run.ts', ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  process.exitCode = status ?? 1
})
