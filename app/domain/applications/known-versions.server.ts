import { and, asc, eq, inArray } from 'drizzle-orm'
import { formatMoment } from '~/words/en/format'
import type { Reader } from '~db/open.server'
import { files, type policies, policyVersions, roundEvidence, rounds } from '~db/schema'
import type { Actor, Reading } from '../context'
import type { PolicyId, VenueId } from '../ids'
import type { ComparedFile, PolicyText } from '../policies/compare-versions'
import { heldFileWords } from '../policies/policy'
import { fileFor, policyOfVenue, sectionsOf } from '../policies/queries.server'
import { programOf } from '../standards/program.server'

/** A version under its name in addresses, "draft" or its number, with what it says. */
export type Known = { value: string; label: string; text: PolicyText }

/** The versions of one policy that were shared, oldest first, and its draft, for the venue's own people. */
export async function versionsOfVenue(
  { db, actor, now }: Reading,
  venueId: VenueId,
  policyId: PolicyId,
) {
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
  const file = fileId ? await fileFor(db, actor, venueId, fileId, { held: true }) : null
  const sections = (await sectionsOf(db, id)).filter(({ body }) => body !== '')
  return { title, sections, file: file && comparedFile(file) }
}

/** The versions that rounds hold, oldest first, each once for every round. */
export function sharedRows(db: Reader, condition: ReturnType<typeof eq>) {
  const held = { heldSince: files.heldSince, foundIn: files.foundIn }
  const inRounds = db.select({ id: roundEvidence.policyVersionId }).from(roundEvidence)
  return db
    .selectDistinct({
      policyId: policyVersions.policyId,
      number: policyVersions.number,
      title: policyVersions.title,
      sections: policyVersions.sections,
      file: { name: files.name, digest: files.digest, ...held },
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

type NamedFile = Parameters<typeof heldFileWords>[0] & { digest: string }

function comparedFile(file: NamedFile): ComparedFile {
  return { name: file.name, digest: file.digest, waits: heldFileWords(file) }
}

/** One policy's rows as versions, each with the rounds that it went along with. */
export function knownVersions(
  rows: Awaited<ReturnType<typeof sharedRows>>,
  timeZone: string,
): Known[] {
  const numbers = [...new Set(rows.map(({ number }) => number))]
  return numbers.flatMap((number): Known[] => {
    const own = rows.filter((row) => row.number === number)
    const [row] = own
    if (!row) return []
    const { title, sections, file } = row
    const shares = own.map(
      ({ round, reference, sharedAt }) =>
        `round ${round} (${reference}), ${formatMoment(sharedAt, timeZone)}`,
    )
    const label = `Version ${number}: shared in ${shares.join('; ')}`
    return [
      { value: String(number), label, text: { title, sections, file: file && comparedFile(file) } },
    ]
  })
}
