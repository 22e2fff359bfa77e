import { and, eq, gt, inArray } from 'drizzle-orm'
import { formatMoment } from '~/words/en/format'
import type { Reader } from '~db/open.server'
import { applications, events } from '~db/schema'
import type { Context } from '../context'
import { recordEvent } from '../events.server'
import type { ApplicationId } from '../ids'
import { canAnswerVenue } from '../permissions/application'
import { programOf } from '../standards/program.server'
import { applicationFor } from './queries.server'
import { namesShownNow, type ShownName } from './shown-names.server'

/** A name that the venue shows to the readers of its application, beside the alias of one figure. */
export type SeenName = { evidenceId: string; alias: string; name: string; until: string }

const anHour = 3_600_000

/**
 * The names that the venue shows to this member of staff at this moment; a guest reads aliases. No name is given out before
 * the record says who reads it: once per person and showing in an hour. It is one query when nothing is shown.
 */
export async function seeNames(ctx: Context, applicationId: ApplicationId): Promise<SeenName[]> {
  const { db, actor, now } = ctx
  const shown = await namesShownNow(db, now, eq(applications.id, applicationId))
  if (shown.length === 0) return []
  const application = await applicationFor(db, actor, applicationId)
  if (!canAnswerVenue(actor, application).allowed) return []
  await noteReading(ctx, shown)
  const { timeZone } = await programOf(db)
  return shown.map(({ evidenceId, alias, name, until }) => {
    return { evidenceId, alias, name, until: formatMoment(until, timeZone, 'en-US', now) }
  })
}

async function noteReading(ctx: Context, shown: readonly ShownName[]): Promise<void> {
  if ((await unnoted(ctx.db, ctx, shown)).length === 0) return
  await ctx.db.transaction(async (tx) => {
    const { actor, now, origin } = ctx
    for (const { id, venueId, applicationId } of await unnoted(tx, ctx, shown)) {
      const about = { venueId, applicationId, subjectId: id }
      await recordEvent(tx, { kind: 'name.seen', actor, at: now, origin, ...about })
    }
  })
}

/** Those of the names that this person has not been noted as reading within the hour. */
async function unnoted(db: Reader, { actor, now }: Context, shown: readonly ShownName[]) {
  const noted = await db
    .select({ id: events.subjectId })
    .from(events)
    .where(
      and(
        eq(events.personId, actor.person.id),
        eq(events.kind, 'name.seen'),
        gt(events.at, new Date(now.getTime() - anHour)),
        inArray(
          events.subjectId,
          shown.map(({ id }) => id),
        ),
      ),
    )
  return shown.filter(({ id }) => !noted.some((each) => each.id === id))
}
