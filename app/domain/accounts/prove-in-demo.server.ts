import { program } from '~db/schema'
import type { Context } from '../context'
import { NotFound } from '../errors'
import { proveBy } from './prove.server'

/** Somebody who is signed in as one of the made-up people proves it with one click, as they came in. */
export async function proveInDemo(ctx: Context): Promise<string> {
  const [mark] = await ctx.db.select({ seededAt: program.demoSeededAt }).from(program)
  if (!mark?.seededAt || !ctx.actor.factors.includes('demo')) throw new NotFound()
  return proveBy(ctx, 'demo', '', async () => null)
}
