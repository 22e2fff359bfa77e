import { and, eq, gt, inArray } from 'drizzle-orm'
import type { Reader } from '~db/open.server'
import { answers, evidence, people, policies } from '~db/schema'
import type { PersonId } from '../ids'
import type { Workspace } from './workspace.server'

/** Who changed something last, and when. */
export type Edit = { personId: PersonId; name: string; at: Date }

/**
 * By standard, who of a venue last answered it, put something beside it, or edited a policy that stands
 * there, since a moment. What was taken away has no name here.
 */
export async function editsSince(
  db: Reader,
  { application, standards }: Workspace,
  since: Date,
): Promise<Map<string, Edit>> {
  if (!application) return new Map()
  const who = { personId: people.id, name: people.name }
  const said = await db
    .select({ ...who, standard: answers.standard, at: answers.editedAt })
    .from(answers)
    .innerJoin(people, eq(people.id, answers.editedBy))
    .where(and(eq(answers.applicationId, application.id), gt(answers.editedAt, since)))
  const added = await db
    .select({ ...who, standard: evidence.standard, at: evidence.addedAt })
    .from(evidence)
    .innerJoin(people, eq(people.id, evidence.addedBy))
    .where(and(eq(evidence.applicationId, application.id), gt(evidence.addedAt, since)))
  const beside = standards.flatMap(({ standard, evidence: rows }) =>
    rows.flatMap(({ policyId }) => (policyId ? { standard: standard.code, policyId } : [])),
  )
  const written = await db
    .select({ ...who, policyId: policies.id, at: policies.editedAt })
    .from(policies)
    .innerJoin(people, eq(people.id, policies.editedBy))
    .where(
      and(
        inArray(
          policies.id,
          beside.map(({ policyId }) => policyId),
        ),
        gt(policies.editedAt, since),
      ),
    )
  const edited = written.flatMap(({ policyId, ...edit }) =>
    beside.flatMap((each) =>
      each.policyId === policyId ? { ...edit, standard: each.standard } : [],
    ),
  )
  const newest = new Map<string, Edit>()
  for (const { standard, ...edit } of [...said, ...added, ...edited]) {
    const known = newest.get(standard)
    if (!known || known.at < edit.at) newest.set(standard, edit)
  }
  return newest
}
