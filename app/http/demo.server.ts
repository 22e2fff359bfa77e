import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Visit } from '~/domain/context'
import { programOf } from '~/domain/standards/program.server'
import { visit } from './guards.server'
import { absent } from './respond.server'

/** The demo's pages are there only on this very machine and in a database of made-up people. */
export async function requireDemo(
  args: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>,
): Promise<Visit> {
  if (!args.context.demoAllowed) throw absent()
  const visiting = visit(args)
  const { demoSeededAt } = await programOf(visiting.db)
  if (!demoSeededAt) throw absent()
  return visiting
}
