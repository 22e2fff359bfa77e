import { and, asc, eq, isNull } from 'drizzle-orm'
import { addressed } from '~/words/en/names'
import { fieldNames } from '~/words/en/people'
import type { Reader } from '~db/open.server'
import { memberships, people } from '~db/schema'
import type { PartnerField } from '~db/vocabulary'
import type { Application } from '../applications/queries.server'
import type { Actor } from '../context'
import type { StandardSet } from '../standards/standard-set'
import { type Colleague, colleaguesToAsk, notToAsk } from './colleagues.server'

/** Somebody who can be asked for a part. Partners write about the standards of their field, and no others. */
export type PartWriter = Colleague & { fields: PartnerField[] }

/**
 * Who can be asked for a part of a letter: the partner reviewers of the venue's district and of all
 * districts, first, then the colleagues who could read the draft.
 */
export async function partWriters(
  db: Reader,
  actor: Actor,
  application: Application,
): Promise<PartWriter[]> {
  const out = await notToAsk(db, actor, application)
  const rows = await db
    .select({ person: people, field: memberships.field, districtId: memberships.districtId })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(eq(memberships.role, 'partner'), isNull(memberships.endedAt), isNull(people.removedAt)),
    )
    .orderBy(asc(people.name))
  const partners = new Map<string, PartWriter>()
  for (const { person, field, districtId } of rows) {
    const elsewhere = districtId !== null && districtId !== application.districtId
    if (!field || elsewhere || out.has(person.id)) continue
    const { id, email, locale } = person
    const fields = [...(partners.get(id)?.fields ?? []), field]
    const name = addressed(person)
    const label = `${name}, ${fields.map((each) => fieldNames[each]).join(', ')}`
    partners.set(id, { id, name, label, email, locale, fields })
  }
  const colleagues = await colleaguesToAsk(db, actor, application)
  const others = colleagues.filter(({ id }) => !partners.has(id))
  return [...partners.values(), ...others.map((each) => ({ ...each, fields: [] }))]
}

/** The standards that partners of these fields comment on. */
export function standardsOfFields({ standards }: StandardSet, fields: readonly PartnerField[]) {
  return standards
    .filter(({ partners }) => partners.some((field) => fields.includes(field)))
    .map(({ code }) => code)
}
