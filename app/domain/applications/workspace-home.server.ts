import { paths } from '~/paths'
import { formatDay } from '~/words/en/format'
import { venueReads } from '~/words/en/states'
import type { Reading } from '../context'
import { dayOf, daysBetween } from '../dates'
import type { VenueId } from '../ids'
import { placeIn } from '../permissions/who'
import { liaisonsOf } from '../venues/queries.server'
import type { Application } from './queries.server'
import { type Workspace, workspaceOf } from './workspace.server'
import { accreditedUntil, lettersOf, pausedForCounsel } from './workspace-home-facts.server'
import { nextStandard, progressOf } from './workspace-tasks.server'

/** A venue's home: where its application stands, and the one thing that is its to do next. */
export async function venueHomeOf(reading: Reading, venueId: VenueId) {
  const { db, actor } = reading
  const workspace = await workspaceOf(reading, venueId)
  const { venue, application } = workspace
  const letters = application ? await lettersOf(db, application.id) : []
  const until = await accreditedUntil(db, venueId)
  const liaisons = await liaisonsOf(db, venue.districtId)
  const counsel = application?.state === 'paused' && (await pausedForCounsel(db, application.id))
  return {
    venue: venue.name,
    confirmed: placeIn(actor, venueId)?.confirmed ?? false,
    state: application?.state ?? null,
    reads: application ? stateWords(workspace, application, { until, counsel }) : '',
    next: nextThing(workspace, venueId, letters[0]?.id ?? null),
    essentials: application ? progressOf(workspace, 'essentials') : null,
    liaisons: liaisons.map(({ title, name }) => [title, name].filter(Boolean).join(' ')),
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
export type NextThing = { title: string; words: string; button: string; to: string }

const mayPause = new Set(['drafting', 'shared', 'in_conversation', 'ready'])
const mayStepAway = new Set(['exploring', ...mayPause, 'paused'])

type Known = { until: string | null; counsel: boolean }

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

/** The one amber thing on the page; null while the venue has nothing to do. */
function nextThing(
  workspace: Workspace,
  venueId: VenueId,
  letterId: string | null,
): NextThing | null {
  const { application } = workspace
  switch (application?.state) {
    case undefined:
      return {
        title: 'Begin your application',
        words:
          'It begins as a private draft. You see every standard, what is asked, and what you may have already.',
        button: 'Start your application',
        to: paths.startApplication(venueId),
      }
    case 'exploring':
    case 'drafting':
      return nextInDraft(workspace, venueId)
    case 'in_conversation':
      return {
        title: 'Read what your liaison wrote',
        words:
          'It says first what you do well. You answer when it suits you, and you choose the dates.',
        button: 'Read the letter',
        to: letterId ? paths.letter(venueId, letterId) : paths.application(venueId),
      }
    case 'paused':
      return {
        title: 'Pick up where you left off',
        words: 'Everything you wrote is as you left it. There is no hurry.',
        button: 'Pick it up again',
        to: paths.resumeApplication(venueId),
      }
    case 'stepped_away':
      return {
        title: 'Come back any time',
        words: 'What you wrote is still here, and only your team can see it.',
        button: 'Come back to the program',
        to: paths.resumeApplication(venueId),
      }
    case 'refresh_due':
      return {
        title: 'Refresh a few things',
        words: 'Your certificate page lists what is open, and who can help with each.',
        button: 'See what is open',
        to: paths.venueCertificate(venueId),
      }
    default:
      return null
  }
}

function nextInDraft(workspace: Workspace, venueId: VenueId): NextThing {
  const next = nextStandard(workspace)
  if (!next) {
    return {
      title: 'Look it over, and share when it suits you',
      words:
        'Every essential has its evidence. You check your answers first, and see who reads what.',
      button: 'Check your answers',
      to: paths.share(venueId),
    }
  }
  const { code, title, why } = next.standard
  return {
    title: next.standing === 'started' ? `Go on with: ${title}` : `A good next one: ${title}`,
    words: why,
    button: 'Open this standard',
    to: paths.venueStandard(venueId, code),
  }
}
