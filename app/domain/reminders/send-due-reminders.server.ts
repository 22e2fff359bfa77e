import { setTimeout as pause } from 'node:timers/promises'
import { and, eq, inArray } from 'drizzle-orm'
import type { Database, Tx } from '~db/open.server'
import { dues, reminderDays, reminders } from '~db/schema'
import { type Day, dayOf } from '../dates'
import { recordEvent } from '../events.server'
import { groupedBy } from '../grouped-by'
import { queueEmail } from '../outbox.server'
import { programOf } from '../standards/program.server'
import { momentOf } from '../wall-clock'
import { aroundDues, type VenueAround } from './around-dues.server'
import { dueMail } from './due-mail'
import { type DueRow, duesToTell, toldBefore, toldPeople, venuesToRemind } from './due-rows.server'
import { lookAgainOn, thingsFor } from './plan-reminders'

/** So many venues in one transaction. */
const chunk = 25

/** Between two chunks pages are answered for so many milliseconds. */
const forOthers = 20

/** Nobody is written to before this hour of the program's morning. */
const eight = 8 * 60

/**
 * Tells owners and managers of what falls due, in one mail for each person and day over all their
 * venues. What was told is written down in the transaction that queues the mail, so that nobody
 * hears twice, whoever runs this and however often. Answers how many mails were queued.
 */
export async function sendDueReminders(
  db: Database,
  now: Date,
  stopped: () => boolean = () => false,
): Promise<number> {
  const { timeZone } = await programOf(db)
  const today = dayOf(now, timeZone)
  if (now < momentOf(today, eight, timeZone, 'first')) return 0
  let sent = 0
  while (!stopped() && (await venuesToRemind(db, today, 1)).length > 0) {
    sent += await db.transaction((tx) => remindSome(tx, today, now))
    await pause(forOthers)
  }
  return sent
}

async function remindSome(tx: Tx, today: Day, now: Date): Promise<number> {
  const venueIds = await venuesToRemind(tx, today, chunk)
  if (venueIds.length === 0) return 0
  const program = await programOf(tx)
  const people = await toldPeople(tx, venueIds)
  const everywhere = [...new Set([...venueIds, ...people.flatMap((person) => person.venueIds)])]
  const rows = await duesToTell(tx, everywhere, today)
  const around = await aroundDues(tx, everywhere, program, now)
  const ids = people.map(({ id }) => id)
  const { told, writtenToday } = await toldBefore(tx, ids, today)
  const rowsOf = groupedBy(rows, ({ venueId }) => venueId)
  const toldOf = groupedBy(told, ({ personId }) => personId)

  const waiting = new Set<DueRow>()
  let sent = 0
  for (const person of people) {
    const own = person.venueIds.flatMap((venueId) => rowsOf(venueId))
    const renewing = (venueId: VenueAround['venueId']) => around(venueId).renewing
    const things = thingsFor(person, own, toldOf(person.id), renewing, today)
    if (things.length === 0) continue
    if (writtenToday.has(person.id)) {
      for (const { row } of things) waiting.add(row)
      continue
    }
    const rowsToTell = things.map(({ row }) => row)
    const mailId = await queueEmail(
      tx,
      person,
      'things-due',
      dueMail(person, rowsToTell, around),
      now,
    )
    const personId = person.id
    await tx.insert(reminderDays).values({ personId, on: today, mailId })
    await tx.insert(reminders).values(
      things.map(({ row: { venueId, subject, dueOn }, milestone }) => {
        return { personId, venueId, subject, dueOn, milestone, on: today, mailId }
      }),
    )
    const facts = { things: things.length }
    await recordEvent(tx, {
      kind: 'reminder.sent',
      actor: null,
      origin: null,
      at: now,
      subjectId: personId,
      facts,
    })
    sent += 1
  }
  const here = new Set(venueIds)
  const looked = rows.filter(({ venueId }) => here.has(venueId))
  await lookAgain(tx, looked, waiting, today)
  return sent
}

/** Sets when each thing is looked at next: those of one venue with the same day in one statement. */
async function lookAgain(tx: Tx, rows: DueRow[], waiting: ReadonlySet<DueRow>, today: Day) {
  const planned = rows.map((row) => {
    const remindOn = lookAgainOn(row, waiting.has(row), today)
    return { ...row, remindOn, key: `${row.venueId} ${remindOn}` }
  })
  const alike = groupedBy(planned, ({ key }) => key)
  for (const key of new Set(planned.map((each) => each.key))) {
    const group = alike(key)
    const [first] = group
    if (!first) continue
    const subjects = group.map(({ subject }) => subject)
    await tx
      .update(dues)
      .set({ remindOn: first.remindOn })
      .where(and(eq(dues.venueId, first.venueId), inArray(dues.subject, subjects)))
  }
}
