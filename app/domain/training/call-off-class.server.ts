import { and, eq, isNull } from 'drizzle-orm'
import { classes } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { ClassId } from '../ids'
import { canArrangeClasses } from '../permissions/class'
import { permit } from '../permissions/permission'
import { classStanding } from './class'
import { classFor } from './class-queries.server'

/** Calls a class off: venues no longer see it. Nobody is mailed, since who signed up is the host's to know. */
export function callOffClass(ctx: Context, id: ClassId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canArrangeClasses(actor))
    const before = await classFor({ db: tx, actor }, id)
    if (classStanding(before, now) === 'over') {
      throw new Conflict('This class is over, so there is nothing to call off.')
    }
    const done = await tx
      .update(classes)
      .set({ calledOffAt: now, revision: before.revision + 1 })
      .where(and(eq(classes.id, id), isNull(classes.calledOffAt)))
      .returning({ id: classes.id })
    if (done.length === 0) throw new Conflict('This class was called off already.')
    await recordEvent(tx, {
      ...{ kind: 'class.called_off', actor, at: now, origin, subjectId: id },
      before: { standing: classStanding(before, now), revision: before.revision },
      after: { standing: 'called_off', revision: before.revision + 1 },
    })
  })
}
