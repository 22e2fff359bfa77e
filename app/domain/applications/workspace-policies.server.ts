import { and, eq, isNull } from 'drizzle-orm'
import { paths } from '~/paths'
import { countOf, formatMoment, formatSize, formatTime } from '~/words/en/format'
import type { Reader } from '~db/open.server'
import { evidence } from '~db/schema'
import type { Reading } from '../context'
import { dayOf } from '../dates'
import type { FileId, PolicyId, VenueId } from '../ids'
import { fillOf, heldWords } from '../policies/policy'
import {
  editorOf,
  fileFor,
  type PolicySummary,
  policiesOf,
  policyOfVenue,
  sectionsOf,
} from '../policies/queries.server'
import { reviewWords } from '../policies/review-words'
import { programOf, standardSetOf } from '../standards/program.server'
import { findStandard } from '../standards/standard-set'
import { venueFor } from '../venues/queries.server'
import { standardsForVenue } from '../venues/standards-in-force.server'
import { type Application, applicationOfVenue } from './queries.server'
import { standardsFor } from './workspace-put-beside.server'
import { privacyWords } from './workspace-words'

/** The list of a venue's policies, each with how far it is and which standards it serves. */
export async function policiesPageOf(reading: Reading, venueId: VenueId) {
  const { db, actor } = reading
  const venue = await venueFor(db, actor, venueId)
  const { timeZone } = await programOf(db)
  const policies = await policiesOf(db, actor, venueId)
  const application = await applicationOfVenue(db, actor, venueId)
  const serves = await servedBy(db, application)
  return {
    venue: venue.name,
    privacy: privacyWords(application),
    count: countOf(policies.length, 'policy', 'policies'),
    policies: policies.map((policy) => ({
      id: policy.id,
      title: policy.title,
      to: paths.policy(venueId, policy.id),
      fill: fillOf(policy),
      status: fillWords(policy),
      detail: [
        servesWords(serves.get(policy.id) ?? []),
        `Last changed by ${policy.editedBy}, ${formatMoment(policy.editedAt, timeZone)}.`,
      ].join(' '),
    })),
  }
}

/** One policy with its sections, and the prompts and examples of the template that it began from. */
export async function policyPageOf(reading: Reading, venueId: VenueId, policyId: PolicyId) {
  const { db, actor } = reading
  const venue = await venueFor(db, actor, venueId)
  const policy = await policyOfVenue(db, actor, venueId, policyId)
  const { timeZone } = await programOf(db)
  const { templates } = await standardsForVenue(db, venueId)
  const template = templates.find(({ code }) => code === policy.template)
  const prompts = new Map(template?.sections.map((section) => [section.anchor, section]))
  const fileOf = (id: FileId | null) =>
    id ? fileFor(db, actor, venueId, id, { held: true }) : null
  const file = await fileOf(policy.fileId)
  const takenOff = await fileOf(policy.fileTakenOff)
  const application = await applicationOfVenue(db, actor, venueId)
  const serves = (await servedBy(db, application)).get(policyId) ?? []
  return {
    venue: venue.name,
    privacy: privacyWords(application),
    id: policyId,
    title: policy.title,
    about: template?.about ?? '',
    serves: serves.map((standard) => ({
      ...standard,
      to: paths.venueStandard(venueId, standard.code),
    })),
    mayServe: serves.length > 0 ? null : await standardsFor(reading, venueId, policy),
    review: reviewWords(policy, await editorOf(db, policy), timeZone),
    file: file && {
      name: file.name,
      id: file.id,
      size: formatSize(file.size),
      waits: heldWords(file),
      hasPages: file.type === 'application/pdf' && !file.heldSince,
      pages: file.pages,
      to: paths.venueFile(venueId, file.id),
      mayComeOff: policy.kind === 'written',
    },
    takenOff: takenOff?.name ?? '',
    sections: (await sectionsOf(db, policyId)).map((section) => ({
      anchor: section.anchor,
      heading: section.heading,
      body: section.body,
      revision: section.revision,
      prompt: prompts.get(section.anchor)?.prompt ?? '',
      example: prompts.get(section.anchor)?.example ?? '',
      saved:
        section.revision > 0
          ? `Last saved by ${section.editedBy}, ${whenWords(section.editedAt, reading.now, timeZone)}.`
          : '',
      saveTo: paths.policySection(venueId, policyId, section.anchor),
    })),
  }
}

export type PolicyPage = Awaited<ReturnType<typeof policyPageOf>>

/** Which standards of the application in hand a policy serves, by policy. */
async function servedBy(db: Reader, application: Application | null) {
  const served = new Map<PolicyId, { code: string; title: string }[]>()
  if (!application) return served
  const set = await standardSetOf(db, application.standardSetId)
  const rows = await db
    .selectDistinct({ policyId: evidence.policyId, standard: evidence.standard })
    .from(evidence)
    .where(
      and(
        eq(evidence.applicationId, application.id),
        eq(evidence.kind, 'policy'),
        isNull(evidence.removedAt),
      ),
    )
    .orderBy(evidence.standard)
  for (const { policyId, standard: code } of rows) {
    if (!policyId) continue
    const title = findStandard(set, code)?.title ?? code
    served.set(policyId, [...(served.get(policyId) ?? []), { code, title }])
  }
  return served
}

function fillWords(policy: PolicySummary): string {
  const fill = fillOf(policy)
  if (fill === 'uploaded') return 'Uploaded'
  if (fill === 'empty') return 'Not written yet'
  if (fill === 'written') return 'Every section written'
  return `${policy.written} of ${countOf(policy.sections, 'section', 'sections')} written`
}

function servesWords(standards: { title: string }[]): string {
  if (standards.length === 0) return 'Not beside a standard yet.'
  return `Serves: ${standards.map(({ title }) => title).join('; ')}.`
}

function whenWords(at: Date, now: Date, timeZone: string): string {
  return dayOf(at, timeZone) === dayOf(now, timeZone)
    ? formatTime(at, timeZone)
    : formatMoment(at, timeZone)
}
