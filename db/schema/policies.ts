import type { FileId, PersonId, PolicyId, PolicyVersionId, SectionId, VenueId } from '~/domain/ids'
import { bool, day, id, indexOn, int, json, moment, oneOf, table, text, unique } from '../columns'
import { policyKinds } from '../vocabulary'
import { people } from './accounts'
import { files } from './files'
import { venues } from './venues'

/** A document that a venue writes for its employees, or uploads. A draft is the venue's alone. */
export const policies = table(
  'policies',
  {
    id: id<PolicyId>().primaryKey(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    kind: oneOf(policyKinds).notNull(),
    template: text(),
    title: text().notNull(),
    fileId: id<FileId>().references(() => files.id, { onDelete: 'restrict' }),
    /** The file that was taken off last, as long as it can be put back. */
    fileTakenOff: id<FileId>().references(() => files.id, { onDelete: 'restrict' }),
    reviewOn: day(),
    /** When the venue last read it and found it still true. */
    reviewedOn: day(),
    reviewedByCounsel: bool().notNull(),
    counselOn: day(),
    createdBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    createdAt: moment().notNull(),
    editedBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    editedAt: moment().notNull(),
    removedAt: moment(),
  },
  (t) => [indexOn('policies_venue', t.venueId)],
)

/** A section of a policy's draft, in order. Its anchor stays through every edit and version. */
export const policySections = table(
  'policy_sections',
  {
    id: id<SectionId>().primaryKey(),
    policyId: id<PolicyId>()
      .notNull()
      .references(() => policies.id, { onDelete: 'restrict' }),
    anchor: text().notNull(),
    position: int().notNull(),
    heading: text().notNull(),
    /** Restricted Markdown: headings, paragraphs, lists, emphasis, links. */
    body: text().notNull(),
    /** Counts up with each save: a save names the revision it started from. */
    revision: int().notNull(),
    editedBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    editedAt: moment().notNull(),
  },
  (t) => [unique('policy_sections_anchor', t.policyId, t.anchor)],
)

export type FrozenSection = { anchor: string; heading: string; body: string }

/** A policy as it was when it was shared. Never edited. */
export const policyVersions = table(
  'policy_versions',
  {
    id: id<PolicyVersionId>().primaryKey(),
    policyId: id<PolicyId>()
      .notNull()
      .references(() => policies.id, { onDelete: 'restrict' }),
    number: int().notNull(),
    title: text().notNull(),
    sections: json<FrozenSection[]>().notNull(),
    fileId: id<FileId>().references(() => files.id, { onDelete: 'restrict' }),
    digest: text().notNull(),
    frozenAt: moment().notNull(),
  },
  (t) => [unique('policy_versions_number', t.policyId, t.number)],
)
