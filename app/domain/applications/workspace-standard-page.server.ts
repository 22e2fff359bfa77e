import { paths } from '~/paths'
import { formatDay, formatMoment } from '~/words/en/format'
import { areaNames, stanceNames, tierNames } from '~/words/en/names'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { PolicyId, VenueId } from '../ids'
import { policiesOf, sectionsOf } from '../policies/queries.server'
import { standsAccredited } from './application'
import { asideOf } from './evidence-aside.server'
import { readinessWordsFor } from './readiness'
import { type StandardWork, workspaceOf } from './workspace.server'
import { askView } from './workspace-ask-view'
import { standingTag } from './workspace-words'

/** A standard's own page: why, what is asked, and what the venue has put beside each ask. */
export async function standardPageOf(reading: Reading, venueId: VenueId, code: string) {
  const workspace = await workspaceOf(reading, venueId)
  const work = workspace.standards.find(({ standard }) => standard.code === code)
  if (!work) throw new NotFound()
  const { standard, standing } = work
  const answer = work.answer ?? work.bareAnswer
  const headings = await headingsOf(reading, work)
  const aside = await asideOf(reading, workspace, code)
  const policies = await policiesOf(reading.db, reading.actor, venueId)
  const codes = workspace.standards.map((each) => each.standard.code)
  const next = codes[codes.indexOf(code) + 1]
  return {
    venue: workspace.venue.name,
    mayEdit: workspace.mayEdit,
    accredited: workspace.application !== null && standsAccredited(workspace.application.state),
    readOnly: workspace.readOnly,
    privacy: workspace.privacy,
    started: workspace.application !== null,
    today: workspace.today,
    standard: {
      code,
      title: standard.title,
      area: areaNames[standard.area],
      tier: tierNames[standard.tier],
      why: standard.why,
      asked: standard.asked,
      goodPractice: standard.goodPractice,
      example: standard.example,
      help: standard.help,
    },
    status: standingTag(standing, work.alternativeAccepted),
    said: readinessWordsFor(workspace.readiness, { code, standing }),
    notAsked: standing === 'not_asked',
    asksProfile: standard.onlyIf !== undefined && workspace.venue.profile.securityStaff === null,
    answer: {
      stance: answer?.stance ?? 'with_evidence',
      name: stanceNames[answer?.stance ?? 'with_evidence'],
      words: answer?.words ?? '',
      bare: work.bareAnswer !== null,
      hearOn: answer?.hearOn ?? '',
      revision: answer ? String(answer.revision) : '',
      edited: answer
        ? `${answer.editedBy} wrote this on ${formatMoment(answer.editedAt, workspace.timeZone, 'en-US', reading.now)}.`
        : '',
      hearOnWords: answer?.hearOn ? formatDay(answer.hearOn) : '',
    },
    asks: standard.evidence.map((ask) => askView(workspace, work, ask, headings, aside)),
    policies: policies.map(({ id, title, kind, written, sections }) => ({
      value: id,
      label: kind === 'written' && written < sections ? `${title} (${written}/${sections})` : title,
    })),
    next: next ? { to: paths.venueStandard(venueId, next) } : null,
  }
}

export type StandardPage = Awaited<ReturnType<typeof standardPageOf>>

/** The headings of the sections that the evidence points to, by policy and anchor. */
async function headingsOf({ db }: Reading, { evidence }: StandardWork) {
  const ids = new Set(
    evidence.flatMap(({ policyId, pointer }) => (policyId && pointer ? [policyId] : [])),
  )
  const headings = new Map<string, string>()
  for (const id of ids as Set<PolicyId>) {
    for (const { anchor, heading } of await sectionsOf(db, id)) {
      headings.set(`${id} ${anchor}`, heading)
    }
  }
  return headings
}
