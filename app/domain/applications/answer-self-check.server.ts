import { eq } from 'drizzle-orm'
import { applications } from '~db/schema'
import type { Ruler } from '~db/schema/applications'
import type { Context } from '../context'
import { deed } from '../deed.server'
import { Conflict, NotFound } from '../errors'
import type { VenueId } from '../ids'
import { permit } from '../permissions/permission'
import { canWorkOnDrafts } from '../permissions/venue'
import { cleanAnswers } from '../standards/readiness-answers'
import { applicationOfVenue } from './queries.server'
import { selfCheckAreas } from './self-check.server'
import { workspaceOf } from './workspace.server'

/**
 * Keeps what was answered in one area of the self-check; the other areas stay as they were. It is the
 * venue's own rule of thumb, so nothing else follows from it and no record holds it.
 */
export function answerSelfCheck(
  ctx: Context,
  venueId: VenueId,
  area: string,
  given: Readonly<Record<string, unknown>>,
): Promise<void> {
  return deed(ctx, async (tx) => {
    const workspace = await workspaceOf({ ...ctx, db: tx }, venueId)
    permit(canWorkOnDrafts(ctx.actor, venueId))
    const asked = selfCheckAreas(workspace).find((each) => each.area === area)
    if (!asked) throw new NotFound()
    const { id } = started(workspace.application)
    const here = Object.fromEntries(asked.questions.map(({ id }) => [id, given[id]]))
    const kept = cleanAnswers({ ...workspace.readiness, ...here })
    await tx.update(applications).set({ readiness: kept }).where(eq(applications.id, id))
  })
}

/** Keeps how important the program is to the venue and how confident it is. */
export function setRuler(ctx: Context, venueId: VenueId, ruler: Ruler): Promise<void> {
  return deed(ctx, async (tx) => {
    const application = await applicationOfVenue(tx, ctx.actor, venueId)
    permit(canWorkOnDrafts(ctx.actor, venueId))
    const { id } = started(application)
    const nothing = ruler.importance === null && ruler.confidence === null
    await tx
      .update(applications)
      .set({ ruler: nothing ? null : ruler })
      .where(eq(applications.id, id))
  })
}

function started<Started>(application: Started | null): Started {
  if (application) return application
  throw new Conflict('Start your application first: a private draft, in which this is kept.')
}
