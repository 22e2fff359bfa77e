// Builds the client and the server, and compresses once what will be served many times.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { root } from './prepare.mjs'

const remix = join(
  dirname(createRequire(import.meta.url).resolve('@remix-run/dev/package.json')),
  'dist/cli.js',
)
const { status } = spawnSync(process.execPath, [remix, 'vite:build'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
})
if (status !== 0) process.exit(status ?? 1)

const { build } = await import('vite')
await build({ root, configFile: join(root, 'vite.threads.ts'), mode: 'production' })

const client = join(root, 'build/client')
const files = readdirSync(client, { recursive: true, withFileTypes: true })
  .filter(
    (entry) =>
      entry.isFile() && /\.(css|html|js|json|svg|ttf|txt|webmanifest|xml)$/.test(entry.name),
  )
  .map((entry) => join(entry.parentPath, entry.name))

await Promise.all(
  files.map(async (path) => {
    const bytes = readFileSync(path)
    const [small, smaller] = await Promise.all([
      promisify(gzip)(bytes, { level: 9 }),
      promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    ])
    if (small.length < bytes.length) writeFileSync(`${path}.gz`, small)
    if (smaller.length < bytes.length) writeFileSync(`${path}.br`, smaller)
  }),
)
