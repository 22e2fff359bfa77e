import { and, eq, isNotNull, ne, or } from 'drizzle-orm'
import * as t from '~db/schema'
import type { GoingId } from '../retention-schedule.server'
import { nameRemoved } from '../training/removed-name'
import { eventDetails } from './details-kind.server'
import { eraseRecords, eraseStaff } from './erase-venue.server'
import { type Erasing, type Kind, rowsOf, rowsWithFiles } from './rows-kind.server'

/** Only of people who were taken off; their number stays, so that it is given to nobody else. */
const removedStaff = rowsWithFiles(
  t.staff,
  t.staff.removedAt,
  ne(t.staff.name, nameRemoved),
  async (tx, which, now) => {
    const rows = await tx.select({ id: t.staff.id }).from(t.staff).where(which)
    const keys: string[] = []
    for (let at = 0; at < rows.length; at += 500) {
      const ids = rows.slice(at, at + 500).map(({ id }) => id)
      keys.push(...(await eraseStaff(tx, ids, now)))
    }
    return keys
  },
)

const rosterReports = rowsOf(
  t.rosterImports,
  t.rosterImports.createdAt,
  isNotNull(t.rosterImports.changes),
  async (tx, which) => {
    const { id, report } = t.rosterImports
    for (const row of await tx.select({ id, report }).from(t.rosterImports).where(which)) {
      await tx
        .update(t.rosterImports)
        .set({ changes: null, report: { ...row.report, problems: [], notes: [] } })
        .where(eq(id, row.id))
    }
  },
)

const answeredRequests = rowsOf(
  t.joinRequests,
  t.joinRequests.decidedAt,
  and(
    ne(t.joinRequests.state, 'waiting'),
    or(isNotNull(t.joinRequests.words), isNotNull(t.joinRequests.codeSealed)),
  ),
  (tx, which) =>
    tx.update(t.joinRequests).set({ words: null, codeHash: null, codeSealed: null }).where(which),
)

const withAddress = ne(t.outbox.address, '')
const forgetMail: Erasing = (tx, which) =>
  tx.update(t.outbox).set({ facts: {}, address: '' }).where(which)

/** The code of each rule that is listed by the week. */
export const weeklyKinds = {
  'removed-staff': removedStaff,
  'removed-records': rowsWithFiles(
    t.trainingRecords,
    t.trainingRecords.removedAt,
    undefined,
    eraseRecords,
  ),
  'removed-contacts': rowsOf(t.contacts, t.contacts.removedAt, undefined, (tx, which) =>
    tx.delete(t.contacts).where(which),
  ),
  'roster-reports': rosterReports,
  'event-details': eventDetails,
  'sent-mail': rowsOf(
    t.outbox,
    t.outbox.sentAt,
    and(eq(t.outbox.state, 'sent'), withAddress),
    forgetMail,
  ),
  'unsent-mail': rowsOf(t.outbox, t.outbox.letGoAt, withAddress, forgetMail),
  'answered-requests': answeredRequests,
  'place-invitations': rowsOf(
    t.placeInvitations,
    t.placeInvitations.expiresAt,
    undefined,
    (tx, which) => tx.delete(t.placeInvitations).where(which),
  ),
} satisfies Partial<Record<GoingId, Kind>>

export type WeeklyRule = keyof typeof weeklyKinds

export function isWeekly(rule: string): rule is WeeklyRule {
  return Object.hasOwn(weeklyKinds, rule)
}
