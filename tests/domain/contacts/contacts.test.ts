import { beforeEach, expect, test } from 'vitest'
import { answerHelpful } from '~/domain/contacts/answer-helpful.server'
import { contactTitle, isPositive } from '~/domain/contacts/contact'
import { contactVenuePage } from '~/domain/contacts/contact-venue.server'
import { contactsPage } from '~/domain/contacts/contacts-page.server'
import { ContactForm } from '~/domain/contacts/forms'
import { logContact } from '~/domain/contacts/log-contact.server'
import { lastContactsOf } from '~/domain/contacts/queries.server'
import { putContactBack, takeContactBack } from '~/domain/contacts/take-contact-back.server'
import type { Context } from '~/domain/context'
import { Conflict, Invalid, NotFound, NotPermitted } from '~/domain/errors'
import type { VenueId } from '~/domain/ids'
import { mergeVenue } from '~/domain/venues/merge-venue.server'
import type { Database } from '~db/open.server'
import { contacts, events } from '~db/schema'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  anOwner,
  aProgram,
  aVenue,
  contextFor,
} from '~tests/support/factories'

let db: Database
let venueId: VenueId
let owner: Context
let liaison: Context
let elsewhere: Context

beforeEach(async () => {
  db = aDatabase()
  await aProgram(db)
  const districtId = await aDistrict(db)
  venueId = await aVenue(db, { districtId })
  owner = await contextFor(db, await anOwner(db, venueId))
  liaison = await contextFor(db, await aLiaison(db, districtId))
  elsewhere = await contextFor(db, await aLiaison(db, await aDistrict(db)))
})

function typed(facts: Record<string, string> = {}) {
  const usual = { kind: 'call', begunBy: 'program', happenedOn: '2026-11-20' }
  return ContactForm.parse({ ...usual, ...facts })
}

const log = async (side: 'venue' | 'program', ctx: Context, filter = {}) =>
  (await contactsPage(ctx, side, venueId, filter)).log

test('a positive contact is none of enforcement, and none that the venue found unhelpful', () => {
  const all = [false, true].flatMap((enforcement) =>
    (['yes', 'no', null] as const).map((helpful) => isPositive({ enforcement, helpful })),
  )
  expect(all).toEqual([true, false, true, false, false, false])
  const dropIn = { kind: 'walk_in' as const }
  expect(contactTitle({ ...dropIn, enforcement: true })).toBe('Enforcement')
  expect(contactTitle({ ...dropIn, enforcement: false })).toBe('Walk-in')
})

test('both sides write in one log, and the venue says what was helpful', async () => {
  const first = await logContact(liaison, 'program', venueId, typed({ topic: ' New  ID book ' }))
  const later = { ...owner, now: new Date(owner.now.getTime() + 60_000) }
  await logContact(later, 'venue', venueId, typed({ kind: 'message', begunBy: 'venue' }))
  await expect(
    logContact(owner, 'venue', venueId, typed({ happenedOn: '2026-11-23' })),
  ).rejects.toThrow(Invalid)
  await answerHelpful(owner, venueId, first, 'no')
  await answerHelpful(owner, venueId, first, 'yes')

  const read = await log('program', liaison)
  expect(read.rows).toMatchObject([
    { title: 'Message', helpful: null, takeBackTo: null, helpfulTo: null },
    { title: 'Call', topic: 'New ID book', helpfulWords: 'The venue says: it was helpful.' },
  ])
  expect(read.count).toBe('2 contacts')
  expect((await log('venue', owner)).rows.map(({ id }) => id)).toEqual(
    read.rows.map(({ id }) => id),
  )
  const happened = (await db.select().from(events)).filter(({ kind }) => /^contact/.test(kind))
  expect(happened.map(({ kind }) => kind)).toEqual([
    ...['contact.logged', 'contact.logged', 'contact.answered', 'contact.answered'],
  ])
})

test('the side that wrote a contact takes it back, and puts it back', async () => {
  const id = await logContact(liaison, 'program', venueId, typed())
  await expect(takeContactBack(owner, 'venue', venueId, id)).rejects.toThrow(Conflict)
  await takeContactBack(liaison, 'program', venueId, id)
  await takeContactBack(liaison, 'program', venueId, id)
  expect((await log('venue', owner, { gone: id })).rows).toEqual([])
  await expect(answerHelpful(owner, venueId, id, 'yes')).rejects.toThrow(Conflict)
  await putContactBack(liaison, 'program', venueId, id)
  expect((await log('venue', owner)).rows).toHaveLength(1)
  const forged = await log('venue', owner, { saved: '../../leave', gone: '../x' })
  expect([forged.saved, forged.gone]).toEqual([null, null])
})

test('the log is for the confirmed people of the venue and the liaisons of its district', async () => {
  const quay = await aVenue(db)
  const unknown = await contextFor(db, await anOwner(db, quay, { confirmed: false }))
  const id = await logContact(liaison, 'program', venueId, typed())
  await expect(contactsPage(unknown, 'venue', quay, {})).rejects.toThrow(NotPermitted)
  await expect(log('program', elsewhere)).rejects.toThrow(NotFound)
  await expect(log('program', owner)).rejects.toThrow(NotFound)
  await expect(takeContactBack(elsewhere, 'program', venueId, id)).rejects.toThrow(NotFound)
})

test('pages of the log cost the same, however long it is', async () => {
  const days = Array.from({ length: 30 }, (_, at) => `2026-10-${String(at + 1).padStart(2, '0')}`)
  for (const happenedOn of days)
    await logContact(liaison, 'program', venueId, typed({ happenedOn }))
  const first = await log('program', liaison)
  const after = new URL(first.next ?? '', 'http://x').searchParams.get('after')
  const second = await log('program', liaison, { after })
  expect([...first.rows, ...second.rows].map(({ at }) => at)).toEqual(days.reverse())
  expect(second.next).toBeNull()
  expect(await countQueries(() => log('venue', owner))).toBeLessThanOrEqual(4)
  expect(await countQueries(() => contactVenuePage(liaison, venueId, {}))).toBeLessThanOrEqual(5)
})

test('tells when venues were last met, with what was written of an entry merged into them', async () => {
  const coordinator = await contextFor(db, await aCoordinator(db))
  const twin = await aVenue(db)
  const unmet = await aVenue(db)
  const helped = await logContact(coordinator, 'program', twin, typed({ happenedOn: '2026-11-01' }))
  await logContact(liaison, 'program', venueId, typed({ enforcement: 'yes' }))
  await mergeVenue(coordinator, twin, venueId)
  const met = { lastOn: '2026-11-20', lastPositiveOn: '2026-11-01', contacts: 2, positive: 1 }
  expect(await lastContactsOf(db, [venueId, unmet])).toEqual(new Map([[venueId, met]]))
  expect((await log('program', liaison)).rows).toHaveLength(2)

  await answerHelpful(owner, venueId, helped, 'no')
  const rows = await db.select().from(contacts)
  const answer = await lastContactsOf(db, [venueId])
  expect(answer.get(venueId)?.positive).toBe(rows.filter(isPositive).length)
})
