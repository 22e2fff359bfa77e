import { and, eq, isNull } from 'drizzle-orm'
import { classes } from '~db/schema'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict } from '../errors'
import { recordEvent } from '../events.server'
import type { ClassId } from '../ids'
import { canArrangeClasses } from '../permissions/class'
import { permit } from '../permissions/permission'
import { programOf } from '../standards/program.server'
import { classTimes, type TrainingClass } from './class'
import type { ChangedClass } from './class-forms'
import { classFor } from './class-queries.server'
import { classRow } from './class-row.server'

/**
 * Changes a class by compare-and-set on its revision; whoever comes second gets a Conflict with what
 * stands now. A class that was called off stays as it was.
 */
export function changeClass(
  ctx: Context,
  id: ClassId,
  { revision, ...typed }: ChangedClass,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canArrangeClasses(actor))
    const before = await classFor({ db: tx, actor }, id)
    if (before.calledOffAt) {
      throw new Conflict('This class was called off, so it is not changed any more.')
    }
    const row = await classRow(tx, typed, now)
    const changed = await tx
      .update(classes)
      .set({ ...row, revision: revision + 1 })
      .where(and(eq(classes.id, id), eq(classes.revision, revision), isNull(classes.calledOffAt)))
      .returning({ id: classes.id })
    if (changed.length === 0) throw lostRace(before, (await programOf(tx)).timeZone)
    await recordEvent(tx, {
      ...{ kind: 'class.changed', actor, at: now, origin, subjectId: id },
      before: smallFacts(before),
      after: smallFacts({ ...row, revision: revision + 1 }),
    })
  })
}

type Small = Pick<
  TrainingClass,
  'revision' | 'districtId' | 'trainingType' | 'startsAt' | 'endsAt' | 'seats'
>

function smallFacts({ revision, districtId, trainingType, startsAt, endsAt, seats }: Small) {
  const [starts, ends] = [startsAt.toISOString(), endsAt.toISOString()]
  return { revision, district: districtId, training: trainingType, starts, ends, seats }
}

function lostRace(now: TrainingClass, timeZone: string): Conflict {
  return new Conflict(
    'Somebody changed this class while you had the page open. Both are here: compare, correct yours where needed, and save again.',
    {
      Title: now.title,
      When: classTimes(now, timeZone),
      Where: now.place,
      'Who gives it': now.host,
      'How to sign up': now.signUp,
    },
  )
}
