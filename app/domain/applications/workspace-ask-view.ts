import { paths } from '~/paths'
import { knowledgeWords } from '~/words/en/door-staff'
import type { VenueId } from '../ids'
import type { EvidenceAsk } from '../standards/standard-set'
import { isCertificateDate } from './certificate-date'
import { doorStaffEvidence } from './door-staff'
import { type Aside, givenWords, whereOf } from './evidence-aside.server'
import { stillTrueOf } from './keep-current'
import { isAnswered } from './standing'
import { type StandardWork, teamEvidence, type Workspace } from './workspace.server'
import { evidenceWords, teamWords } from './workspace-words'

/** One thing that a standard asks for: what the venue put beside it, and every way to go on from there. */
export function askView(
  workspace: Workspace,
  { standard, evidence, team, doorStaff }: StandardWork,
  ask: EvidenceAsk,
  headings: Map<string, string>,
  aside: Aside,
) {
  const venueId = workspace.venue.id
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
    /** What a new statement, count or date takes the place of: nobody's is put aside unread. */
    replaces: rows.at(-1)?.id ?? '',
    earlier: aside.earlier(ask, headings),
    begun: aside.begun(ask.kind),
    evidence: rows.map((row) => {
      const { title, detail } = evidenceWords(row, ask)
      const { place, to } = whereOf(row, headings, venueId)
      return {
        id: row.id,
        title,
        detail: [place, detail].filter(Boolean).join(' · '),
        to,
        given: givenWords(row, workspace.timeZone),
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
