import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { files, policies, policySections, policyVersions } from '~db/schema'
import { NotFound } from '../errors'
import { digestOf } from '../events.server'
import { groupedBy } from '../grouped-by'
import { type FileId, newId, type PolicyId, type PolicyVersionId } from '../ids'
import { isStanding } from './queries.server'

/**
 * Freezes a policy as it stands, for a share. Sections without text are left out; when nothing
 * changed since the last version, that version serves again. Whoever calls has asked permission.
 */
export async function freezePolicy(
  tx: Tx,
  policyId: PolicyId,
  now: Date,
): Promise<PolicyVersionId> {
  const policy = (await policiesAsTheyRead(tx, [policyId])).get(policyId)
  if (!policy) throw new NotFound()
  const { title, fileId, sections, digest } = policy
  const [last] = await tx
    .select()
    .from(policyVersions)
    .where(eq(policyVersions.policyId, policyId))
    .orderBy(desc(policyVersions.number))
    .limit(1)
  if (last?.digest === digest) return last.id

  const id = newId('pve')
  const number = (last?.number ?? 0) + 1
  await tx
    .insert(policyVersions)
    .values({ id, policyId, number, title, sections, fileId, digest, frozenAt: now })
  return id
}

/** Policies as a share would freeze them now, each with the digest that tells whether anything changed, in two queries. */
export async function policiesAsTheyRead(db: Reader, ids: readonly PolicyId[]) {
  if (ids.length === 0) return new Map<PolicyId, PolicyText>()
  const rows = await db
    .select({
      id: policies.id,
      title: policies.title,
      fileId: policies.fileId,
      fileDigest: files.digest,
    })
    .from(policies)
    .leftJoin(files, eq(files.id, policies.fileId))
    .where(inArray(policies.id, [...ids]))
  const { policyId, anchor, heading, body } = policySections
  const written = await db
    .select({ policyId, anchor, heading, body })
    .from(policySections)
    .where(and(inArray(policyId, [...ids]), ne(body, ''), isStanding))
    .orderBy(asc(policySections.position))
  const sectionsOf = groupedBy(written, (section) => section.policyId)
  return new Map(
    rows.map(({ id, title, fileId, fileDigest }): [PolicyId, PolicyText] => {
      const sections = sectionsOf(id).map(({ policyId: _, ...section }) => section)
      const digest = digestOf(JSON.stringify({ title, fileDigest, sections }))
      return [id, { title, fileId, sections, digest }]
    }),
  )
}

type PolicyText = {
  title: string
  fileId: FileId | null
  sections: { anchor: string; heading: string; body: string }[]
  digest: string
}
