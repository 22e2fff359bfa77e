import { classes } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { recordEvent } from '../events.server'
import { type ClassId, newId } from '../ids'
import { canArrangeClasses } from '../permissions/class'
import { permit } from '../permissions/permission'
import type { NewClass } from './class-forms'
import { classRow } from './class-row.server'

/** Announces a class. Venues of its district see it at once; nobody is mailed. */
export function announceClass(ctx: Context, typed: NewClass): Promise<ClassId> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canArrangeClasses(actor))
    const id = newId('cls')
    await tx.insert(classes).values({
      id,
      ...(await classRow(tx, typed, now)),
      revision: 1,
      createdBy: actor.person.id,
      createdAt: now,
    })
    await recordEvent(tx, { kind: 'class.added', actor, at: now, origin, subjectId: id })
    return id
  })
}
