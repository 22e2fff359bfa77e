import { eq } from 'drizzle-orm'
import { people } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'

/** Changes the name that a person is known by. What was sent or frozen before keeps the older one. */
export async function rename(ctx: Context, name: string): Promise<void> {
  await deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    const { id, name: before } = actor.person
    await tx.update(people).set({ name }).where(eq(people.id, id))
    const change = { before: { name: before }, after: { name } }
    const happening = { actor, at: now, origin, subjectId: id, ...change }
    await recordEvent(tx, { kind: 'person.renamed', ...happening })
  })
}
