// npm start: installs what is missing, builds what changed, and serves.
import { build, checkNode, install, main } from './prepare.mjs'

await main(async () => {
  checkNode()
  install()
  build()
  await import('./serve.mjs')
})
