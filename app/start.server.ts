import { resolve } from 'node:path'
import { env } from './env.server'
import { type Before, ListenError, listen } from './http/listen.server'
import { log } from './http/log.server'
import { lamplightServer, type ServerParts } from './http/server.server'
import { staticFiles } from './http/static-files.server'

export async function start(build: ServerParts['build'], before?: Before): Promise<void> {
  const files = before ? () => null : staticFiles(resolve('build/client'))
  const server = lamplightServer({ env, log, build, files, readiness: async () => null })
  const listening = await listen(server.fetch, env, before)
  console.log(`Lamplight is ready at ${env.publicUrl}`)
  void listening
  void ListenError
}
