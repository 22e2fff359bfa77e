import { eq } from 'drizzle-orm'
import { rounds } from '~db/schema'
import type { Reading } from '../context'
import { NotFound } from '../errors'
import type { ApplicationId, PolicyId, VenueId } from '../ids'
import { compareVersions } from '../policies/compare-versions'
import { programOf } from '../standards/program.server'
import { type Known, knownVersions, sharedRows, versionsOfVenue } from './known-versions.server'
import { applicationFor } from './queries.server'

/** A version as a choice: its number in the address, or "draft", and its words. */
export type VersionChoice = { value: string; label: string }
type Asked = { from: string | null; to: string | null }

/** Every version of a policy that was shared, and the draft as it stands, for the venue's own people. */
export async function versionsPageOf(reading: Reading, venueId: VenueId, policyId: PolicyId) {
  const { title, known } = await versionsOfVenue(reading, venueId, policyId)
  const waits = new Set(known.flatMap(({ text: { file } }) => file?.waits || []))
  return {
    title,
    versions: [...known].reverse().map(({ value, label }) => ({ value, label })),
    waits: [...waits],
  }
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
