import { and, eq, isNull } from 'drizzle-orm'
import { formatDay } from '~/words/en/format'
import type { Tx } from '~db/open.server'
import { removals } from '~db/schema'
import type { Context } from '../context'
import { addDays, type Day, dayOf } from '../dates'
import { deed } from '../deed.server'
import { Conflict, Invalid } from '../errors'
import { recordEvent } from '../events.server'
import type { RemovalId } from '../ids'
import { permit } from '../permissions/permission'
import { canLookAfterRetention } from '../permissions/privacy'
import { retention } from '../retention-schedule.server'
import { programOf } from '../standards/program.server'
import { noticeEnds } from './due-weeks.server'
import type { KeepLonger } from './forms'
import { endOfDay, lastDayOf } from './notice'
import { removalFor } from './retention-list.server'
import { tellWhoLeft } from './tell-who-left.server'

/**
 * Keeps what one line of the list stands for until the end of a day, a year from now at most, for a
 * written reason. It can be done again with another day. The record holds who, until when, and the
 * reason's SHA-256. A venue that left hears until when.
 */
export function keepLonger(ctx: Context, id: RemovalId, { because, until }: KeepLonger) {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canLookAfterRetention(actor))
    const line = await removalFor({ db: tx, actor }, id)
    const { rule, removeAfter } = line
    const { timeZone } = await programOf(tx)
    const day = until as Day
    const { earliest, latest } = keptBounds(now, removeAfter, timeZone)
    if (day < earliest || day > latest) {
      throw new Invalid({
        until: `Choose a day from ${formatDay(earliest)} to ${formatDay(latest)}.`,
      })
    }
    await change(tx, id, {
      removeAfter: endOfDay(day, timeZone),
      ...{ keptAt: now, keptBy: actor.person.id, keptBecause: because },
    })
    await recordEvent(tx, {
      kind: 'retention.kept',
      ...{ actor, at: now, origin, subjectId: id, text: because, facts: { rule, until } },
    })
    await tellWhoLeft(tx, ctx, line, { kept: true, until: day, timeZone })
  })
}

/** Lets what was kept longer go after all: on the day on which it would have gone, or soon if that is over. */
export function letGoAfterAll(ctx: Context, id: RemovalId): Promise<void> {
  return deed(ctx, async (tx) => {
    const { actor, now, origin } = ctx
    permit(canLookAfterRetention(actor))
    const line = await removalFor({ db: tx, actor }, id)
    const { rule, listedAt, keptAt } = line
    if (!keptAt) throw new Conflict('This is not kept longer: it goes on its day.')
    const { timeZone } = await programOf(tx)
    const removeAfter = noticeEnds(rule, listedAt, timeZone)
    await change(tx, id, { removeAfter, keptAt: null })
    await recordEvent(tx, {
      kind: 'retention.let_go',
      ...{ actor, at: now, origin, subjectId: id, facts: { rule } },
    })
    const until = lastDayOf(removeAfter, timeZone)
    await tellWhoLeft(tx, ctx, line, { kept: false, until, timeZone })
  })
}

/** The days that something can be kept until: later than it would go, and a year from now at most. */
export function keptBounds(now: Date, removeAfter: Date, timeZone: string) {
  const today = dayOf(now, timeZone)
  const goes = addDays(lastDayOf(removeAfter, timeZone), 1)
  const latest = addDays(today, retention.keepLongerAtMostDays)
  return { earliest: goes > today ? goes : today, latest }
}

async function change(tx: Tx, id: RemovalId, to: Partial<typeof removals.$inferInsert>) {
  const changed = await tx
    .update(removals)
    .set(to)
    .where(and(eq(removals.id, id), isNull(removals.removedAt)))
    .returning({ id: removals.id })
  if (changed.length === 0) throw new Conflict('It was removed a moment ago.')
}
