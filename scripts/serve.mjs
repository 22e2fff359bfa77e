// Serves what is built. One process, one module graph: the server build brings the server with it.

import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './prepare.mjs'

process.env.NODE_ENV = 'production'
process.chdir(root)

const build = await import(pathToFileURL(join(root, 'build/server/index.js')).href)
await build.entry.module.start(build)
