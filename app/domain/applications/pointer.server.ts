import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import type { Tx } from '~db/open.server'
import { evidence, files, policies, policySections } from '~db/schema'
import { Invalid } from '../errors'
import type { PolicyId, VenueId } from '../ids'
import { isStanding } from '../policies/queries.server'
import { isPage } from './pointer'

/** Where to look in a policy: a section's anchor, a page of its file, or null for the whole. */
type Pointer = { to: string | null; hasFile: boolean }

/** Reads where somebody points to in a policy of this venue; what is not there is refused beside its field. */
export async function pointerInto(
  tx: Tx,
  venueId: VenueId,
  { policyId, pointer }: { policyId: PolicyId; pointer: string },
): Promise<Pointer> {
  const [policy] = await tx
    .select({ kind: policies.kind, fileId: policies.fileId, pages: files.pages })
    .from(policies)
    .leftJoin(files, eq(files.id, policies.fileId))
    .where(
      and(eq(policies.id, policyId), eq(policies.venueId, venueId), isNull(policies.removedAt)),
    )
  if (!policy) throw new Invalid({ policyId: 'Choose one of your policies.' })
  const hasFile = policy.fileId !== null
  if (pointer === '') return { to: null, hasFile }
  if (hasFile && isPage(pointer)) return { to: pageOf(policy.pages, Number(pointer)), hasFile }
  if (policy.kind === 'uploaded') throw new Invalid({ page: aPageNumber })
  const sections = await tx
    .select({ anchor: policySections.anchor })
    .from(policySections)
    .where(and(eq(policySections.policyId, policyId), isStanding))
  if (sections.some(({ anchor }) => anchor === pointer)) return { to: pointer, hasFile }
  throw new Invalid({ pointer: 'Choose one of the sections of this policy.' })
}

const aPageNumber = 'Type the number of the page, such as 3.'

/** How many pages a file has is known of a PDF alone. */
function pageOf(pages: number | null, page: number): string {
  if (page < 1) throw new Invalid({ page: aPageNumber })
  if (pages && page > pages) {
    throw new Invalid({ page: `This file ends on page ${pages}. Type a page that it has.` })
  }
  return String(page)
}

/**
 * Refuses the same pointer twice. A pointer to a place takes the place of one to the whole policy, and of
 * one to a page whose file was taken off.
 */
export async function makeWay(
  tx: Tx,
  samePolicy: SQL | undefined,
  { to, hasFile }: Pointer,
  now: Date,
): Promise<void> {
  const known = await tx
    .select({ id: evidence.id, pointer: evidence.pointer })
    .from(evidence)
    .where(samePolicy)
  if (known.some(({ pointer }) => pointer === to)) {
    throw new Invalid({ policyId: 'This policy is beside the standard already.' })
  }
  if (to === null) return
  const vague = known.filter(({ pointer }) => !pointer || (isPage(pointer) && !hasFile))
  const ids = vague.map(({ id }) => id)
  await tx.update(evidence).set({ removedAt: now }).where(inArray(evidence.id, ids))
}
