import type { CertificateFacts } from '~/domain/certificates/certificate-facts'
import type { ApplicationId, CertificateId, PersonId, StandardSetId, VenueId } from '~/domain/ids'
import {
  day,
  id,
  indexOn,
  int,
  json,
  moment,
  rule,
  sql,
  table,
  text,
  unique,
  uniqueWhere,
} from '../columns'
import { people } from './accounts'
import { applications } from './applications'
import { standardSets } from './standards'
import { venues } from './venues'

/** A certificate: its facts are frozen when it is issued; its status is computed when it is read. */
export const certificates = table(
  'certificates',
  {
    id: id<CertificateId>().primaryKey(),
    /** For people: "LL-2026-000123", from a year and a sequence within it. */
    number: text().notNull(),
    year: int().notNull(),
    sequence: int().notNull(),
    checkCode: text().notNull(),
    venueId: id<VenueId>()
      .notNull()
      .references(() => venues.id, { onDelete: 'restrict' }),
    applicationId: id<ApplicationId>()
      .notNull()
      .references(() => applications.id, { onDelete: 'restrict' }),
    standardSetId: id<StandardSetId>()
      .notNull()
      .references(() => standardSets.id, { onDelete: 'restrict' }),
    facts: json<CertificateFacts>().notNull(),
    issuedBy: id<PersonId>()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    issuedAt: moment().notNull(),
    issuedOn: day().notNull(),
    expiresOn: day().notNull(),
    pausedOn: day(),
    endedOn: day(),
    endedReason: text(),
    replacedOn: day(),
  },
  (t) => [
    unique('certificates_number', t.number),
    unique('certificates_sequence', t.year, t.sequence),
    unique('certificates_check_code', t.checkCode),
    indexOn('certificates_venue', t.venueId),
    indexOn('certificates_application', t.applicationId),
    uniqueWhere(
      'certificates_one_live',
      sql`${t.endedOn} is null and ${t.replacedOn} is null`,
      t.venueId,
    ),
    rule('certificates_dates', sql`${t.expiresOn} > ${t.issuedOn}`),
  ],
)
