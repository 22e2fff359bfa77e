import { and, asc, eq, inArray } from 'drizzle-orm'
import { formatMoment } from '~/words/en/format'
import type { Reader } from '~db/open.server'
import { files, type policies, policyVersions, roundEvidence, rounds } from '~db/schema'
import type { Actor, Reading } from '../context'
import { NotFound } from '../errors'
import type { ApplicationId, PolicyId, VenueId } from '../ids'
import { compareVersions, type PolicyText } from '../policies/compare-versions'
import { fileFor, policyOfVenue, sectionsOf } from '../policies/queries.server'
import { programOf } from '../standards/program.server'
import { applicationFor } from './queries.server'

/** A version as a choice: its number in the address, or "draft", and its words. */
export type VersionChoice = { value: string; label: string }
type Asked = { from: string | null; to: string | null }
type Known = VersionChoice & { text: PolicyText }

/** Every version of a policy that was shared, and the draft as it stands, for the venue's own people. */
export async function versionsPageOf(reading: Reading, venueId: VenueId, policyId: PolicyId) {
  const { title, known } = await versionsOfVenue(reading, venueId, policyId)
  return { title, versions: [...known].reverse().map(({ value, label }) => ({ value, label })) }
}

/** Any two versions of a policy side by side; the newest shared one and the draft unless two are asked for. */
export async function venueComparison(
  reading: Reading,
  venueId: VenueId,
  policyId: PolicyId,
  asked: Asked,
) {
  const { title, known } = await versionsOfVenue(reading, venueId, policyId)
  return { title, ...chosen(known, asked) }
}

/** The same for whom an application was shared with: of what its rounds hold, and never of a draft. */
export async function sharedComparison(
  { db, actor }: Reading,
  applicationId: ApplicationId,
  asked: Asked & { policy: string | null },
) {
  const application = await applicationFor(db, actor, applicationId)
  const rows = await sharedRows(db, eq(rounds.applicationId, applicationId))
  const { timeZone } = await programOf(db)
  const ids = [...new Set(rows.map(({ policyId }) => policyId))]
  const several = ids
    .map((id) => ({
      id,
      known: knownVersions(
        rows.filter((row) => row.policyId === id),
        timeZone,
      ),
    }))
    .filter(({ known }) => known.length > 1)
  const choices = several.map(({ id, known }) => ({
    value: id,
    label: known.at(-1)?.text.title ?? '',
  }))
  const policy = several.find(({ id }) => id === asked.policy) ?? several[0]
  if (asked.policy && policy?.id !== asked.policy) throw new NotFound()
  return {
    venue: application.venueName,
    policies: choices,
    policy: policy ? { id: policy.id, ...chosen(policy.known, asked) } : null,
  }
}

async function versionsOfVenue({ db, actor, now }: Reading, venueId: VenueId, policyId: PolicyId) {
  const policy = await policyOfVenue(db, actor, venueId, policyId)
  const { timeZone } = await programOf(db)
  const rows = await sharedRows(db, eq(policyVersions.policyId, policyId))
  const label = `The draft, ${formatMoment(now, timeZone)}`
  const draft = { value: 'draft', label, text: await draftOf(db, actor, venueId, policy) }
  return { title: policy.title, known: [...knownVersions(rows, timeZone), draft] }
}

async function draftOf(
  db: Reader,
  actor: Actor,
  venueId: VenueId,
  { id, title, fileId }: typeof policies.$inferSelect,
): Promise<PolicyText> {
  const file = fileId ? await fileFor(db, actor, venueId, fileId) : null
  const sections = (await sectionsOf(db, id)).filter(({ body }) => body !== '')
  return { title, sections, fileName: file?.name ?? null }
}

/** The versions that rounds hold, oldest first, each once for every round. */
function sharedRows(db: Reader, condition: ReturnType<typeof eq>) {
  const inRounds = db.select({ id: roundEvidence.policyVersionId }).from(roundEvidence)
  return db
    .selectDistinct({
      policyId: policyVersions.policyId,
      number: policyVersions.number,
      title: policyVersions.title,
      sections: policyVersions.sections,
      fileName: files.name,
      frozenAt: policyVersions.frozenAt,
      reference: rounds.reference,
      round: rounds.number,
      sharedAt: rounds.sharedAt,
    })
    .from(policyVersions)
    .innerJoin(roundEvidence, eq(roundEvidence.policyVersionId, policyVersions.id))
    .innerJoin(rounds, eq(rounds.id, roundEvidence.roundId))
    .leftJoin(files, eq(files.id, policyVersions.fileId))
    .where(and(condition, inArray(policyVersions.id, inRounds)))
    .orderBy(asc(policyVersions.number), asc(rounds.sharedAt))
}

function knownVersions(rows: Awaited<ReturnType<typeof sharedRows>>, timeZone: string): Known[] {
  const numbers = [...new Set(rows.map(({ number }) => number))]
  return numbers.flatMap((number): Known[] => {
    const own = rows.filter((row) => row.number === number)
    const [row] = own
    if (!row) return []
    const { title, sections, fileName } = row
    const shares = own.map(
      ({ round, reference, sharedAt }) =>
        `round ${round} (${reference}), ${formatMoment(sharedAt, timeZone)}`,
    )
    const label = `Version ${number}: shared in ${shares.join('; ')}`
    return [{ value: String(number), label, text: { title, sections, fileName } }]
  })
}

/** Two of them as they were asked for, else the last two; null where there is nothing to compare. */
function chosen(known: readonly Known[], asked: Asked) {
  const choices = known.map(({ value, label }): VersionChoice => ({ value, label }))
  const pick = (value: string | null, at: number) => {
    const found = value === null ? known.at(at) : known.find((each) => each.value === value)
    if (value !== null && !found) throw new NotFound()
    return found
  }
  const [from, to] = [pick(asked.from, -2), pick(asked.to, -1)]
  return {
    choices,
    from: from?.value ?? '',
    to: to?.value ?? '',
    comparison: from && to ? compareVersions(from.text, to.text) : null,
  }
}
