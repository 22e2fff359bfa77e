import { and, isNotNull, type SQL, sql } from 'drizzle-orm'
import { among, amongAlone } from '~db/columns'
import { prepared } from '~db/open.server'
import { events } from '~db/schema'
import { journeyKinds } from '~db/vocabulary'
import type { Reading } from '../context'
import { permit } from '../permissions/permission'
import { canInviteVenues } from '../permissions/venue'
import { type FunnelStep, funnelSteps, medianDays, type Taken } from './funnel'

const day = 86_400_000

/**
 * How far venues have come, from the event log: for each step the venues that came to it for the
 * first time, since `since` and ever, and the median days from the step before. A venue counts
 * between two steps when it took both, in this order.
 */
export async function funnelOf({ db, actor }: Reading, since: Date) {
  permit(canInviteVenues(actor))
  const rows = await figures(db).execute({ since: since.getTime() })
  return funnelSteps.map(({ step }, index) => {
    const [came] = rows.filter((row) => row.of === step)
    const taken: Taken[] = rows.filter((row) => row.of === `to ${step}`)
    const of = { ever: sumOf(taken, 'ever'), lately: sumOf(taken, 'lately') }
    return {
      step,
      ever: came?.ever ?? 0,
      lately: came?.lately ?? 0,
      days:
        index === 0
          ? null
          : { of, ever: medianDays(taken, 'ever'), lately: medianDays(taken, 'lately') },
    }
  })
}

export type Funnel = Awaited<ReturnType<typeof funnelOf>>

function sumOf(taken: readonly Taken[], span: 'ever' | 'lately'): number {
  return taken.reduce((sum, each) => sum + each[span], 0)
}

/** One statement: the first time of each step by venue, then how many came, and after how many days. */
const figures = prepared((db) => {
  const first = (step: FunnelStep) => {
    const { kinds } = funnelSteps.find((each) => each.step === step) ?? { kinds: [] }
    const named = among(events.kind, kinds)
    return sql<number | null>`min(case when ${named} then ${events.at} end)`.as(step)
  }
  const firsts = db.$with('firsts').as(
    db
      .select({
        invited: first('invited'),
        joined: first('joined'),
        shared: first('shared'),
        heard_back: first('heard_back'),
        accredited: first('accredited'),
      })
      .from(events)
      // The same condition as the index of these kinds, which is in the order of the venues.
      .where(and(amongAlone(events.kind, journeyKinds), isNotNull(events.venueId)))
      .groupBy(events.venueId),
  )
  const since = sql.placeholder('since')
  const lately = (at: SQL) => sql<number>`coalesce(sum(${at} >= ${since}), 0)`
  const came = (step: FunnelStep) => ({
    of: sql<string>`${sql.raw(`'${step}'`)}`,
    days: sql<number>`0`,
    ever: sql<number>`count(${firsts[step]})`,
    lately: lately(sql`${firsts[step]}`),
  })
  const took = (from: FunnelStep, to: FunnelStep) => ({
    of: sql<string>`${sql.raw(`'to ${to}'`)}`,
    days: sql<number>`(${firsts[to]} - ${firsts[from]}) / ${sql.raw(String(day))}`.as('days'),
    ever: sql<number>`count(*)`,
    lately: lately(sql`${firsts[to]}`),
  })
  const inOrder = (from: FunnelStep, to: FunnelStep) =>
    db
      .select(took(from, to))
      .from(firsts)
      .where(sql`${firsts[to]} >= ${firsts[from]}`)
      .groupBy(sql`days`)
  return db
    .with(firsts)
    .select(came('invited'))
    .from(firsts)
    .unionAll(db.select(came('joined')).from(firsts))
    .unionAll(db.select(came('shared')).from(firsts))
    .unionAll(db.select(came('heard_back')).from(firsts))
    .unionAll(db.select(came('accredited')).from(firsts))
    .unionAll(inOrder('invited', 'joined'))
    .unionAll(inOrder('joined', 'shared'))
    .unionAll(inOrder('shared', 'heard_back'))
    .unionAll(inOrder('heard_back', 'accredited'))
})
