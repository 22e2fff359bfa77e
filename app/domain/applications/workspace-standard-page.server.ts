import { paths } from '~/paths'
import { knowledgeWords } from '~/words/en/door-staff'
import { formatDay, formatMoment } from '~/words/en/format'
import { areaNames, stanceNames, tierNames } from '~/words/en/names'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { PolicyId, VenueId } from '../ids'
import { policiesOf, sectionsOf } from '../policies/queries.server'
import type { EvidenceAsk } from '../standards/standard-set'
import { standsAccredited } from './application'
import { isCertificateDate } from './certificate-date'
import { doorStaffEvidence } from './door-staff'
import { stillTrueOf } from './keep-current'
import { isPage } from './pointer'
import { readinessWordsFor } from './readiness'
import { isAnswered } from './standing'
import { type StandardWork, teamEvidence, type Workspace, workspaceOf } from './workspace.server'
import { evidenceWords, standingTag, teamWords } from './workspace-words'

/** A standard's own page: why, what is asked, and what the venue has put beside each ask. */
export async function standardPageOf(reading: Reading, venueId: VenueId, code: string) {
  const workspace = await workspaceOf(reading, venueId)
  const work = workspace.standards.find(({ standard }) => standard.code === code)
  if (!work) throw new NotFound()
  const { standard, standing } = work
  const answer = work.answer ?? work.bareAnswer
  const headings = await headingsOf(reading, work)
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
    asks: standard.evidence.map((ask) => askView(workspace, work, ask, headings, venueId)),
    policies: policies.map(({ id, title, kind, written, sections }) => ({
      value: id,
      label: kind === 'written' && written < sections ? `${title} (${written}/${sections})` : title,
    })),
    next: next ? { to: paths.venueStandard(venueId, next) } : null,
  }
}

export type StandardPage = Awaited<ReturnType<typeof standardPageOf>>

function askView(
  workspace: Workspace,
  { standard, evidence, team, doorStaff }: StandardWork,
  ask: EvidenceAsk,
  headings: Map<string, string>,
  venueId: VenueId,
) {
  const rows = evidence.filter(({ kind }) => kind === ask.kind)
  const coverage = ask.kind === 'training' && team ? team : null
  const zones = ask.kind === 'acknowledgement' ? doorStaff : null
  const given = coverage ? teamEvidence(coverage) : zones ? doorStaffEvidence(zones) : rows
  const { application, set } = workspace
  const { templates } = set
  const asked = { standard: standard.code, kind: ask.kind }
  const refreshTo = isCertificateDate(application, set, asked)
    ? paths.refreshEvidence(venueId, standard.code, ask.kind)
    : ''
  return {
    kind: ask.kind,
    ask: ask.ask,
    statement: ask.statement ?? '',
    template: templates.find((template) => template.code === ask.template)?.title ?? '',
    templateTo: ask.template ? templatePath(venueId, ask, standard.code) : '',
    signTo: ask.count?.bySignature ? paths.reading(venueId) : '',
    uploadTo: ask.kind === 'policy' ? paths.uploadPolicy(venueId, { standard: standard.code }) : '',
    /** Where a new date is added that the certificate counts by. */
    refreshTo,
    answered: isAnswered(ask, given, workspace.today),
    coverage: coverage ? teamWords(coverage, workspace.settings.newHireDays) : '',
    zones: zones ? zones.zones.map((zone) => knowledgeWords(zone, workspace.timeZone)) : null,
    evidence: rows.map((row) => {
      const { title, detail } = evidenceWords(row, ask)
      const section = row.pointer ? headings.get(`${row.policyId} ${row.pointer}`) : undefined
      const page = row.policyFileId && isPage(row.pointer ?? '') ? row.pointer : null
      const place = section ?? (page ? `Page ${page}` : '')
      return {
        id: row.id,
        title,
        detail: [place, detail].filter(Boolean).join(' · '),
        to: row.policyId
          ? `${paths.policy(venueId, row.policyId)}${section ? `#${row.pointer}` : page ? '#the-file' : ''}`
          : row.fileId && !row.heldSince
            ? paths.venueFile(venueId, row.fileId)
            : '',
        isFile: row.fileId !== null,
        pointTo:
          row.policyId && !place
            ? `${paths.addEvidence(venueId, standard.code, 'policy')}?policy=${row.policyId}`
            : '',
        removeTo: refreshTo ? '' : paths.removeEvidence(venueId, row.id),
        stillTrue: stillTrueOf(workspace, row, venueId),
      }
    }),
  }
}

export type AskView = ReturnType<typeof askView>

/** A policy that is begun here serves the standard at once; another template is only a help. */
function templatePath(venueId: VenueId, { kind, template }: EvidenceAsk, standard: string) {
  return kind === 'policy'
    ? paths.newPolicy(venueId, { template, standard })
    : paths.newPolicy(venueId, { template })
}

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
