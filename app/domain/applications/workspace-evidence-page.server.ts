import { paths } from '~/paths'
import { certificateDateWords } from '~/words/en/keep-current'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { EvidenceId, PolicyId, VenueId } from '../ids'
import { roomWords } from '../policies/file-room.server'
import { fileFor, policiesOf, policyOfVenue, sectionsOf } from '../policies/queries.server'
import { findStandard } from '../standards/standard-set'
import { isCertificateDate } from './certificate-date'
import { asideOf } from './evidence-aside.server'
import { evidenceFor } from './remove-evidence.server'
import { workspaceOf } from './workspace.server'
import { evidenceRowFor } from './workspace-given.server'
import { evidenceWords } from './workspace-words'

type Place = { code: string; kind: string; policyId: string }

/** The page on which one kind of evidence is added to a standard. A kind that it does not ask for is absent. */
export async function evidencePageOf(reading: Reading, venueId: VenueId, place: Place) {
  const { db, actor } = reading
  const workspace = await workspaceOf(reading, venueId)
  const { application, set, today, mayEdit, readOnly, privacy } = workspace
  const standard = findStandard(set, place.code)
  const ask = standard?.evidence.find(({ kind }) => kind === place.kind)
  if (!standard || !ask || ask.kind === 'training') throw new NotFound()
  const isDate = isCertificateDate(application, set, { standard: place.code, kind: ask.kind })
  const aside = await asideOf(reading, workspace, place.code)
  const work = workspace.standards.find((each) => each.standard === standard)
  const policies = ask.kind === 'policy' ? await policiesOf(db, actor, venueId) : []
  return {
    title: standard.title,
    ask: ask.ask,
    statement: ask.statement ?? '',
    room: isFileKind(ask.kind) ? await roomWords(db, venueId) : '',
    mayEdit: mayEdit && !isDate,
    readOnly: isDate ? certificateDateWords : readOnly,
    refreshTo: isDate ? paths.refreshEvidence(venueId, place.code, ask.kind) : '',
    privacy,
    today,
    begun: aside.begun(ask.kind),
    replaces: work?.evidence.findLast(({ kind }) => kind === ask.kind)?.id ?? '',
    policies: policies.map(({ id, title }) => ({ value: id, label: title })),
    policyId: place.policyId,
    ...(await placesIn(reading, venueId, place.policyId)),
  }
}

function isFileKind(kind: string): boolean {
  return kind === 'photo' || kind === 'blank_form'
}

/** Where one can point to in one of the venue's own policies: its sections, and the pages of its file. */
async function placesIn({ db, actor }: Reading, venueId: VenueId, policyId: string) {
  if (!policyId) return { sections: [], file: null }
  const policy = await policyOfVenue(db, actor, venueId, policyId as PolicyId)
  const sections = await sectionsOf(db, policy.id)
  const file = policy.fileId
    ? await fileFor(db, actor, venueId, policy.fileId, { held: true })
    : null
  return {
    sections: sections.map(({ anchor, heading }) => ({ value: anchor, label: heading })),
    file: file && { name: file.name, pages: file.pages },
  }
}

/** What a question about one piece of evidence names: the evidence, and the standard that it stands beside. */
export async function evidenceQuestionOf(
  reading: Reading,
  venueId: VenueId,
  evidenceId: EvidenceId,
  find = evidenceFor,
) {
  const { db, actor } = reading
  const { id, standard: code } = await find(db, actor, venueId, evidenceId)
  const { set } = await workspaceOf(reading, venueId)
  const row = await evidenceRowFor(db, id)
  return {
    code,
    standard: findStandard(set, code)?.title ?? code,
    title: row ? evidenceWords(row, undefined).title : 'Evidence',
  }
}
