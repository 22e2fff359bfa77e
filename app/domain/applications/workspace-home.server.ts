import { paths } from '~/paths'
import { formatDay } from '~/words/en/format'
import { addressed } from '~/words/en/names'
import { venueReads } from '~/words/en/states'
import { liaisonsOf } from '../accounts/queries.server'
import type { Reading } from '../context'
import { type Day, dayOf, daysBetween } from '../dates'
import type { VenueId } from '../ids'
import { placeIn } from '../permissions/who'
import type { Application } from './queries.server'
import { type Workspace, workspaceOf } from './workspace.server'
import { accreditedUntil, lettersOf, pausedForCounsel } from './workspace-home-facts.server'
import { nextThing } from './workspace-next.server'
import { progressOf } from './workspace-tasks.server'

/** A venue's home: where its application stands, and the one thing that is its to do next. */
export async function venueHomeOf(reading: Reading, venueId: VenueId) {
  const { db, actor } = reading
  const workspace = await workspaceOf(reading, venueId)
  const { venue, application } = workspace
  const letters = application?.roundsShared ? await lettersOf(db, application.id) : []
  const until = mayHoldCertificate(application) ? await accreditedUntil(db, venueId) : null
  const liaisons = await liaisonsOf(db, venue.districtId)
  const counsel = application?.state === 'paused' && (await pausedForCounsel(db, application.id))
  return {
    venue: venue.name,
    privacy: workspace.privacy,
    confirmed: placeIn(actor, venueId)?.confirmed ?? false,
    state: application?.state ?? null,
    reads: application ? stateWords(workspace, application, { until, counsel }) : '',
    next: nextThing(workspace, venueId, { letterId: letters[0]?.id ?? null, until }),
    essentials: application ? progressOf(workspace, 'essentials') : null,
    liaisons: liaisons.map(addressed),
    district: venue.districtName ?? '',
    letters: letters.map(({ id, sentAt }) => ({
      id,
      to: paths.letter(venueId, id),
      words: sentAt ? `Letter of ${formatDay(dayOf(sentAt, workspace.timeZone))}` : 'Letter',
    })),
    accredited: until !== null,
    mayPause: application !== null && mayPause.has(application.state),
    mayStepAway: application !== null && mayStepAway.has(application.state),
  }
}

export type VenueHome = Awaited<ReturnType<typeof venueHomeOf>>

function mayHoldCertificate(application: Application | null): boolean {
  if (!application) return false
  const { kind, state } = application
  return kind === 'renewal' || state === 'accredited' || state === 'refresh_due'
}

const mayPause = new Set(['drafting', 'shared', 'in_conversation', 'ready'])
const mayStepAway = new Set(['exploring', ...mayPause, 'paused'])

type Known = { until: Day | null; counsel: boolean }

function stateWords(
  { timeZone, today }: Workspace,
  application: Application,
  { until, counsel }: Known,
) {
  const since = dayOf(application.stateSince, timeZone)
  return venueReads({
    state: application.state,
    since,
    daysSince: daysBetween(since, today),
    hearBy: application.hearBy,
    accreditedUntil: until,
    counsel,
  })
}
