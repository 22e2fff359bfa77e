import { paths } from '~/paths'
import { formatDay } from '~/words/en/format'
import { type Day, daysBetween } from '../dates'
import type { VenueId } from '../ids'
import { readinessWordsFor } from './readiness'
import type { Workspace } from './workspace.server'
import { nextStandard } from './workspace-tasks.server'

export type NextThing = { title: string; words: string; button: string; to: string }

/** The one amber thing on the page; null while the venue has nothing to do. */
export function nextThing(
  workspace: Workspace,
  venueId: VenueId,
  { letterId, until }: { letterId: string | null; until: Day | null },
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
    case 'shared':
      return letterId
        ? {
            title: 'A first letter is here',
            words:
              'Your liaison wrote about one area already, so that you need not wait for it. The rest follows.',
            button: 'Read the letter',
            to: paths.letter(venueId, letterId),
          }
        : null
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
      if (until && until < workspace.today) return comeAgain(venueId, until)
      return {
        title: 'Refresh a few things',
        words: 'Your certificate page lists what is open, and who can help with each.',
        button: 'See what is open',
        to: paths.venueCertificate(venueId),
      }
    case 'accredited':
      if (until && until < workspace.today) return comeAgain(venueId, until)
      return until && daysBetween(workspace.today, until) <= workspace.settings.expiringDays
        ? {
            title: 'A good time to renew',
            words: `Your certificate counts until ${formatDay(until)}. A renewal begins as a private draft.`,
            button: 'Start your renewal',
            to: paths.startApplication(venueId),
          }
        : null
    default:
      return null
  }
}

/** Past its date, or given back. */
function comeAgain(venueId: VenueId, until: Day): NextThing {
  return {
    title: 'Welcome back any time',
    words: `Your certificate counted until ${formatDay(until)}. A new application begins as a private draft, with all that you shared before.`,
    button: 'Apply again',
    to: paths.startApplication(venueId),
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
  const said = readinessWordsFor(workspace.readiness, { code, standing: next.standing })
  return {
    title: next.standing === 'started' ? `Go on with: ${title}` : `A good next one: ${title}`,
    words: [said, why].filter(Boolean).join(' '),
    button: 'Open this standard',
    to: paths.venueStandard(venueId, code),
  }
}
