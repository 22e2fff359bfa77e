import { paths } from '~/paths'
import { areaNames } from '~/words/en/names'
import { standardAreas } from '~db/vocabulary'
import type { Reading } from '../context'
import type { VenueId } from '../ids'
import { canAskSecondLook } from '../permissions/second-look'
import { bySuggestedOrder, readinessStanding } from '../standards/readiness-picture'
import { isEssential } from '../standards/standard-set'
import { canMove, standsAccredited } from './application'
import { keptThings } from './keep-current'
import { readinessWordsFor } from './readiness'
import { waysOn } from './ways-on.server'
import type { StandardWork, Workspace } from './workspace.server'
import { workspaceOf } from './workspace.server'
import { openWords, standingTag } from './workspace-words'

/** The task list: every standard of the set by area, each with its state in words. */
export async function taskListOf(reading: Reading, venueId: VenueId) {
  const workspace = await workspaceOf(reading, venueId)
  const { venue, application, set } = workspace
  return {
    venue: venue.name,
    started: application !== null,
    mayEdit: workspace.mayEdit,
    mayShare: application !== null && canMove('share', application.state),
    readOnly: workspace.readOnly,
    privacy: workspace.privacy,
    state: application?.state ?? null,
    accredited: application !== null && standsAccredited(application.state),
    maySecondLook: canAskSecondLook(reading.actor, venueId, application?.roundsShared ?? 0).allowed,
    newStandards: workspace.newStandards,
    waysOn: await waysOn(reading, workspace),
    kept: keptThings(workspace, venueId),
    asksProfile: venue.profile.securityStaff === null,
    essentials: progressOf(workspace, 'essentials'),
    enhanced: progressOf(workspace, 'enhanced standards'),
    distinction: set.distinction,
    readyToShare: workspace.standards.every(({ holdsBack }) => !holdsBack),
    areas: standardAreas.map((area) => ({
      area,
      title: areaNames[area],
      tasks: workspace.standards
        .filter(({ standard }) => standard.area === area)
        .map((work) => taskOf(workspace, venueId, work)),
    })),
  }
}

export type TaskList = Awaited<ReturnType<typeof taskListOf>>

function taskOf({ readiness }: Workspace, venueId: VenueId, work: StandardWork) {
  const { standard, standing, open } = work
  const { code } = standard
  const { words, tone } = standingTag(standing, work.alternativeAccepted)
  const said = readinessWordsFor(readiness, { code, standing })
  const detail = [openWords(standing, open), said].filter(Boolean).join(' · ')
  return {
    code,
    title: standard.title,
    to: paths.venueStandard(venueId, code),
    status: words,
    tone,
    detail: isEssential(standard) ? detail : ['Enhanced.', detail].filter(Boolean).join(' '),
  }
}

/** How many standards of a tier are in place: what is not asked, or does not apply, is settled too. */
export function progressOf({ standards }: Workspace, noun: 'essentials' | 'enhanced standards') {
  const own = standards.filter(
    ({ standard, standing }) =>
      isEssential(standard) === (noun === 'essentials') && standing !== 'not_asked',
  )
  const settled = ({ standing, alternativeAccepted }: StandardWork) =>
    standing === 'in_place' ||
    standing === 'not_applicable' ||
    (standing === 'another_way' && alternativeAccepted)
  const inPlace = own.filter(settled).length
  const notStarted = own.filter(({ standing }) => standing === 'not_started').length
  return { noun, total: own.length, inPlace, started: own.length - inPlace - notStarted }
}

/**
 * What would bring the venue furthest next: a started essential first, then one that has not begun,
 * in the order that its own answers in the readiness check suggest.
 */
export function nextStandard({ standards, readiness }: Workspace): StandardWork | null {
  const open = standards.filter(({ holdsBack }) => holdsBack)
  if (readiness) {
    const said = ({ standard }: StandardWork) => ({
      standard,
      standing: readinessStanding(readiness, standard.code),
    })
    open.sort((a, b) => bySuggestedOrder(said(a), said(b)))
  }
  return open.find(({ standing }) => standing === 'started') ?? open[0] ?? null
}
