import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm'
import { invitations, venues } from '~db/schema'
import type { Reading } from '../context'
import { addMonths, dayOf } from '../dates'
import { districtsOf } from '../districts/queries.server'
import { stuckMailPage } from '../outbox-held.server'
import { permit } from '../permissions/permission'
import { canInviteVenues } from '../permissions/venue'
import { programOf } from '../standards/program.server'
import { momentOf } from '../wall-clock'
import { liaisonsByDistrict, waitingByLiaison } from './coordinator-liaisons.server'
import { waitingPage } from './coordinator-waiting.server'
import { lineTask, waitingTask } from './coordinator-waiting-view.server'
import { funnelOf } from './funnel.server'
import { recentImports } from './imports-page.server'
import { requestsPage } from './join-requests.server'
import { invitationStanding } from './letters.server'
import { turnaroundOf } from './turnaround.server'
import { venuesByStanding } from './venue-standing.server'
import type { WaitingView } from './waiting-views'

/** How many rows of each list stand on the home page; the rest is one step away. */
const shown = { waiting: 5, letters: 4, mail: 4, imports: 3 }

/** What waits for a coordinator, who waits for whom, how far venues come, and where each one stands. */
export async function coordinatorHome(ctx: Reading) {
  const { db, actor, now } = ctx
  permit(canInviteVenues(actor))
  const program = await programOf(db)
  const today = dayOf(now, program.timeZone)
  const since = addMonths(today, -12)
  const sinceMoment = momentOf(since, 0, program.timeZone, 'first')
  const liaisons = await liaisonsByDistrict(db)
  const waiting = async (view: WaitingView) => {
    const { rows, total } = await waitingPage(ctx, { view, most: shown.waiting })
    return { total, tasks: rows.map((row) => waitingTask(view, row, { liaisons, program, today })) }
  }
  const byLiaison = await waitingByLiaison(ctx, liaisons, today)
  const { mail, total: stuck, held } = await stuckMailPage(ctx, { after: null, most: shown.mail })
  return {
    requests: await requestsPage(ctx, { state: 'waiting', after: null }),
    waiting: {
      liaison: await waiting('liaison'),
      certificate: await waiting('certificate'),
      venue: await waiting('venue'),
    },
    byLiaison: byLiaison.map(lineTask),
    overdue: byLiaison.reduce((sum, line) => sum + line.overdue, 0),
    districts: await districtsOf(db),
    funnel: await funnelOf(ctx, sinceMoment),
    turnaround: await turnaroundOf(ctx, sinceMoment),
    since,
    ...(await invitationsOut(ctx)),
    imports: await recentImports(ctx, shown.imports),
    mail,
    stuck,
    held,
    counts: await venuesByStanding(db, now),
  }
}

/** The letters that wait for a venue, those that run out first at the top. */
async function invitationsOut({ db, now }: Reading) {
  const unanswered = and(isNull(invitations.usedAt), isNull(invitations.withdrawnAt))
  const letters = await db
    .select({ letter: invitations, venue: venues.name })
    .from(invitations)
    .innerJoin(venues, eq(venues.id, invitations.venueId))
    .where(unanswered)
    .orderBy(asc(invitations.expiresAt), asc(invitations.id))
    .limit(shown.letters)
  return {
    invitations: letters.map(({ letter, venue }) => ({
      id: letter.id,
      venue,
      createdAt: letter.createdAt,
      expiresAt: letter.expiresAt,
      standing: invitationStanding(letter, now),
    })),
    open: await db.$count(invitations, and(unanswered, gt(invitations.expiresAt, now))),
    over: await db.$count(invitations, and(unanswered, lte(invitations.expiresAt, now))),
  }
}
