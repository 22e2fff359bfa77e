// npm run dev: the same server, with Vite compiling each module when it is asked for.
import { checkNode, install, main, root } from './prepare.mjs'

await main(async () => {
  checkNode()
  install()
  process.env.NODE_ENV = 'development'
  process.env.LOG_LEVEL ??= 'debug'
  process.chdir(root)

  const { createServer } = await import('vite')
  const vite = await createServer({ server: { middlewareMode: true } })
  const build = () => vite.ssrLoadModule('virtual:remix/server-build')
  const { entry } = await build()
  await entry.module.start(build, vite.middlewares)
})
