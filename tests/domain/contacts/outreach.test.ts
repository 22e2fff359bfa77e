import { expect, it } from 'vitest'
import { stepBack } from '~/domain/applications/step-back.server'
import { outreachPage } from '~/domain/contacts/outreach.server'
import type { Day } from '~/domain/dates'
import type { ContactId } from '~/domain/ids'
import { startPolicy } from '~/domain/policies/start-policy.server'
import { contacts } from '~db/schema'
import { contactKinds } from '~db/vocabulary'
import { countQueries } from '~tests/support/count-queries'
import { aDatabase } from '~tests/support/database'
import {
  aDistrict,
  aLiaison,
  anOwner,
  atMoment,
  aVenue,
  contextFor,
} from '~tests/support/factories'
import { aSentResponse } from '~tests/support/rounds'

const all = { words: '', district: '', after: '' }

it('has the venues of one’s districts, those first that were never reached or not for longest', async () => {
  const db = aDatabase()
  const { liaison, districtId } = await aSentResponse(db)
  const quiet = await aVenue(db, { districtId, name: 'The Quiet Corner', phone: '(202) 555-0100' })
  await aVenue(db, { districtId: await aDistrict(db), name: 'Far Away' })
  const later = atMoment(liaison, new Date(liaison.now.getTime() + 3 * 86_400_000))
  const { rows, total } = await outreachPage(later, all)
  expect([total, rows.map(({ name, last }) => [name, last])]).toEqual([
    2,
    [
      ['The Quiet Corner', 'Never in touch yet'],
      ['The Lantern Room', 'Last in touch 3 days ago, on November 22, 2026'],
    ],
  ])
  expect([rows[0]?.id, rows[0]?.phone, rows[0]?.standing]).toEqual([
    quiet,
    '(202) 555-0100',
    'Not invited yet',
  ])
  const found = await outreachPage(later, { ...all, words: 'lantern' })
  expect(found.rows.map(({ name }) => name)).toEqual(['The Lantern Room'])
})

it('counts what the log of contacts says, on the day on which it happened', async () => {
  const db = aDatabase()
  const { liaison, districtId, venueId } = await aSentResponse(db)
  const met = await aVenue(db, { districtId, name: 'The Corner' })
  const wrote = { venueId: met, kind: contactKinds[0], begunBy: 'program', topic: 'Rides' } as const
  const written = { writtenAs: 'program', writtenBy: liaison.actor.person.id } as const
  const log = (id: string, happenedOn: Day, enforcement: boolean) =>
    db.transaction((tx) =>
      tx.insert(contacts).values({
        ...{ id: id as ContactId, ...wrote, ...written, happenedOn, enforcement },
        writtenAt: liaison.now,
      }),
    )
  await log('con_one', '2026-11-02', false)
  await log('con_two', '2026-11-20', true)
  const { rows } = await outreachPage(liaison, all)
  expect(rows.map(({ id, last }) => [id, last])).toEqual([
    [met, 'Last in touch 20 days ago, on November 2, 2026'],
    [venueId, 'Last in touch today'],
  ])
})

it('knows nothing of drafts, and leaves a venue to colleagues that somebody stepped back from', async () => {
  const db = aDatabase()
  const { liaison, districtId, applicationId } = await aSentResponse(db)
  const drafting = await aVenue(db, { districtId, name: 'The Drafting Room' })
  const owner = await contextFor(db, await anOwner(db, drafting))
  await startPolicy(owner, drafting, { template: '', title: 'A draft' })
  const names = async () => (await outreachPage(liaison, all)).rows.map(({ name }) => name)
  const [first] = (await outreachPage(liaison, all)).rows
  expect([first?.name, first?.last, first?.standing]).toEqual([
    'The Drafting Room',
    'Never in touch yet',
    'Has joined',
  ])
  expect(await names()).toContain('The Lantern Room')
  await stepBack(liaison, applicationId, { reason: '', to: null })
  expect(await names()).toEqual(['The Drafting Room'])
})

it('turns its pages by key, each venue once, and asks as often for many as for one', async () => {
  const db = aDatabase()
  const { liaison, districtId } = await aSentResponse(db)
  const asked = async () => {
    await outreachPage(liaison, all)
    return countQueries(() => outreachPage(liaison, all))
  }
  const one = await asked()
  for (let made = 0; made < 26; made += 1) await aVenue(db, { districtId })
  expect(await asked()).toBe(one)
  const first = await outreachPage(liaison, all)
  const second = await outreachPage(liaison, { ...all, after: first.next ?? '' })
  expect([first.rows.length, second.rows.length, second.next]).toEqual([25, 2, null])
  const seen = [...first.rows, ...second.rows].map(({ id }) => id)
  expect(new Set(seen).size).toBe(27)
  const nobody = await contextFor(db, await aLiaison(db, await aDistrict(db)))
  expect((await outreachPage(nobody, all)).rows).toEqual([])
})
