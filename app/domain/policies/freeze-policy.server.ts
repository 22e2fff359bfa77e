import { desc, eq } from 'drizzle-orm'
import type { Reader, Tx } from '~db/open.server'
import { files, policies, policyVersions } from '~db/schema'
import { NotFound } from '../errors'
import { digestOf } from '../events.server'
import { newId, type PolicyId, type PolicyVersionId } from '../ids'
import { sectionsOf } from './queries.server'

/**
 * Freezes a policy as it stands, for a share. Sections without text are left out; when nothing
 * changed since the last version, that version serves again. Whoever calls has asked permission.
 */
export async function freezePolicy(
  tx: Tx,
  policyId: PolicyId,
  now: Date,
): Promise<PolicyVersionId> {
  const { title, fileId, sections, digest } = await policyAsItReads(tx, policyId)
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

/** A policy as a share would freeze it now, with the digest that tells whether anything changed. */
export async function policyAsItReads(db: Reader, policyId: PolicyId) {
  const [policy] = await db
    .select({ title: policies.title, fileId: policies.fileId, fileDigest: files.digest })
    .from(policies)
    .leftJoin(files, eq(files.id, policies.fileId))
    .where(eq(policies.id, policyId))
  if (!policy) throw new NotFound()
  const { title, fileId, fileDigest } = policy
  const sections = (await sectionsOf(db, policyId))
    .filter(({ body }) => body !== '')
    .map(({ anchor, heading, body }) => ({ anchor, heading, body }))
  return {
    title,
    fileId,
    sections,
    digest: digestOf(JSON.stringify({ title, fileDigest, sections })),
  }
}
