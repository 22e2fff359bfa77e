import { and, desc, eq, isNull } from 'drizzle-orm'
import { paths } from '~/paths'
import { formatMoment } from '~/words/en/format'
import type { Reader } from '~db/open.server'
import { answers, evidence, people, policies } from '~db/schema'
import type { VenueId } from '../ids'
import type { Workspace } from './workspace.server'

const most = 5

/**
 * What the people of a venue wrote last, the newest first, with who it was and when: so that a draft is
 * found again. A policy, or a standard with what was said or put beside it. The caller has read the workspace.
 */
export async function recentDraftsOf(
  db: Reader,
  venueId: VenueId,
  { application, set, timeZone }: Workspace,
  now: Date,
) {
  const titles = new Map(set.standards.map(({ code, title }) => [code, title]))
  const written = (await policiesEdited(db, venueId)).map(({ id, title, at, by }) => {
    return { to: paths.policy(venueId, id), title, kind: 'Policy', at, by }
  })
  const given = application ? await standardsEdited(db, application.id) : []
  const beside = given.flatMap(({ standard, at, by }) => {
    const title = titles.get(standard)
    return title
      ? { to: paths.venueStandard(venueId, standard), title, kind: 'Standard', at, by }
      : []
  })
  const newest = new Map<string, (typeof written)[number]>()
  for (const each of [...written, ...beside].sort((a, b) => +b.at - +a.at)) {
    if (!newest.has(each.to)) newest.set(each.to, each)
  }
  return [...newest.values()].slice(0, most).map(({ to, title, kind, at, by }) => {
    return { to, title, words: `${kind} · ${by}, ${formatMoment(at, timeZone, 'en-US', now)}` }
  })
}

function policiesEdited(db: Reader, venueId: VenueId) {
  return db
    .select({ id: policies.id, title: policies.title, at: policies.editedAt, by: people.name })
    .from(policies)
    .innerJoin(people, eq(people.id, policies.editedBy))
    .where(and(eq(policies.venueId, venueId), isNull(policies.removedAt)))
    .orderBy(desc(policies.editedAt))
    .limit(most)
}

async function standardsEdited(
  db: Reader,
  applicationId: NonNullable<Workspace['application']>['id'],
) {
  const said = await db
    .select({ standard: answers.standard, at: answers.editedAt, by: people.name })
    .from(answers)
    .innerJoin(people, eq(people.id, answers.editedBy))
    .where(eq(answers.applicationId, applicationId))
    .orderBy(desc(answers.editedAt))
    .limit(most)
  const added = await db
    .select({ standard: evidence.standard, at: evidence.addedAt, by: people.name })
    .from(evidence)
    .innerJoin(people, eq(people.id, evidence.addedBy))
    .where(and(eq(evidence.applicationId, applicationId), isNull(evidence.removedAt)))
    .orderBy(desc(evidence.addedAt))
    .limit(2 * most)
  return [...said, ...added]
}
