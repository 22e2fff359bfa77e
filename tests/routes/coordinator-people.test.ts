import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { inviteToPlace, type PlaceOffer } from '~/domain/accounts/invite-to-place.server'
import { recoverStaff } from '~/domain/accounts/recover-staff.server'
import { startSession } from '~/domain/accounts/session.server'
import { withdrawPlaceInvitation } from '~/domain/accounts/withdraw-invitation.server'
import type { PersonId, PlaceInvitationId } from '~/domain/ids'
import { sessionCookie } from '~/http/session.server'
import { loader as list } from '~/routes/coordinator.people._index/route'
import { loader as person } from '~/routes/coordinator.people.$personId._index'
import { action as back, loader as backPage } from '~/routes/coordinator.people.$personId.back'
import { action as leave, loader as leavePage } from '~/routes/coordinator.people.$personId.leave'
import { action as change } from '~/routes/coordinator.people.$personId.places.$membershipId._index'
import { action as end } from '~/routes/coordinator.people.$personId.places.$membershipId.end'
import { action as recover } from '~/routes/coordinator.people.$personId.recover._index'
import { action as withdrawLink } from '~/routes/coordinator.people.$personId.recover.withdraw'
import { action as remove } from '~/routes/coordinator.people.$personId.remove'
import {
  action as unlock,
  loader as unlockPage,
} from '~/routes/coordinator.people.$personId.unlock'
import {
  action as renew,
  loader as renewPage,
} from '~/routes/coordinator.people.invitations.$placeInvitationId.renew'
import {
  action as withdraw,
  loader as withdrawPage,
} from '~/routes/coordinator.people.invitations.$placeInvitationId.withdraw'
import { action as invite, loader as invitePage } from '~/routes/coordinator.people.new'
import type { Database } from '~db/open.server'
import { memberships, placeInvitations, sessions, signInLocks, staffSetups } from '~db/schema'
import type { Factor } from '~db/vocabulary'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  aMembership,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
} from '~tests/support/factories'
import { answerOf, routeArgs } from '~tests/support/route-args'
import { kindsOf } from '~tests/support/sessions'
import { queuedMail } from '~tests/support/visits'

type Params = Record<string, string>

async function signedIn(
  db: Database,
  personId: PersonId,
  factors: Factor[] = ['password', 'totp'],
  at = new Date(),
) {
  const token = await db.transaction((tx) => startSession(tx, personId, factors, at))
  return [(await sessionCookie(token)).split(';')[0] ?? '']
}

/** A coordinator at her desk, a second one, and a liaison of the harbor with a colleague. */
async function aDesk() {
  const db = aDatabase()
  await aProgram(db)
  const harbor = await aDistrict(db, 'Harbor')
  const uptown = await aDistrict(db, 'Uptown')
  const danaId = await aCoordinator(db)
  const kimId = await aCoordinator(db)
  const leeId = await aLiaison(db, harbor)
  const cookies = await signedIn(db, danaId)
  const open = (params: Params = {}, path = '/coordinator/people') =>
    routeArgs(db, path, { params, cookies })
  const post = (form: Params = {}, params: Params = {}) =>
    routeArgs(db, '/coordinator/people', { params, cookies, form })
  return { db, harbor, uptown, danaId, kimId, leeId, open, post }
}

type Desk = Awaited<ReturnType<typeof aDesk>>

async function invited({ db, danaId, harbor }: Desk, facts: Partial<PlaceOffer> = {}) {
  const place = { role: 'liaison' as const, venueId: null, districtId: harbor, field: null }
  const offer = { name: 'Cam Lee', email: 'cam@example.com', title: 'Sgt.', ...place, ...facts }
  return inviteToPlace(await contextFor(db, danaId, new Date()), offer)
}

async function placesOf(db: Database, personId: PersonId) {
  const rows = await db.select().from(memberships).where(eq(memberships.personId, personId))
  return rows.filter(({ endedAt }) => endedAt === null)
}

async function placeIdOf(db: Database, personId: PersonId): Promise<string> {
  return (await placesOf(db, personId))[0]?.id ?? ''
}

const cam = { name: 'Cam Lee', email: 'Cam@Example.com ', title: 'Sgt.' }

describe('an invitation to the program', () => {
  test('of a liaison gives the coordinator a word once, and mails a link without it', async () => {
    const desk = await aDesk()
    const { db, harbor, post } = desk
    const answer = await answerOf(invite(post({ ...cam, role: 'liaison', districts: harbor })))
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    const { told } = await answer.json()
    expect(told).toEqual({
      word: expect.stringMatching(/^[a-z]+-[a-z]+-\d\d$/),
      name: 'Sgt. Cam Lee',
      email: 'cam@example.com',
    })
    const [mail] = await queuedMail(db)
    expect([mail?.kind, mail?.address, mail?.facts.offer]).toEqual([
      'place-invitation',
      'cam@example.com',
      { role: 'liaison', field: null, venue: null, district: 'Harbor' },
    ])
    expect(JSON.stringify(mail)).not.toContain(told.word)
    expect(JSON.stringify(await db.select().from(placeInvitations))).not.toContain(told.word)
    expect(await kindsOf(db)).toContain('place.invited')
    expect(await db.$count(memberships, eq(memberships.role, 'liaison'))).toBe(1)
  })

  test.each([
    ['coordinator', { districts: 'dis_nowhere', field: 'fire' }, null, null],
    ['partner', { field: 'advocate' }, null, 'advocate'],
  ])('of a %s keeps only what the role has', async (role, more, districtId, field) => {
    const { db, post } = await aDesk()
    const answer = await answerOf(invite(post({ ...cam, role, ...more })))
    expect((await answer.json()).told.word).toMatch(/-\d\d$/)
    const [kept] = await db.select().from(placeInvitations)
    expect(kept).toMatchObject({ role, districtId, field, venueId: null, title: 'Sgt.' })
  })

  test('of a district viewer needs no word: they sign in by email', async () => {
    const { db, harbor, post } = await aDesk()
    const form = { ...cam, title: '', role: 'district_viewer', districts: harbor }
    const answer = await answerOf(invite(post(form)))
    expect(answer.headers.get('Location')).toBe('/coordinator/people?done=invited')
    const [kept] = await db.select().from(placeInvitations)
    expect(kept).toMatchObject({ spokenHash: null, title: null, districtId: harbor })
  })

  test.each([
    [{ role: '', name: '', email: 'cam' }, ['email', 'name', 'role']],
    [{ role: 'owner' }, ['role']],
    [{ role: 'liaison' }, ['districts']],
    [{ role: 'district_viewer' }, ['districts']],
    [{ role: 'liaison', districts: 'dis_nowhere' }, ['districts']],
    [{ role: 'partner' }, ['field']],
    [{ role: 'partner', field: 'police' }, ['field']],
    [{ role: 'coordinator', title: 'x'.repeat(41) }, ['title']],
  ])('that is not complete, %o, gets a sentence beside the field', async (wrong, fields) => {
    const { db, post } = await aDesk()
    const typed = { ...cam, ...wrong }
    const answer = await answerOf(invite(post(typed)))
    const { errors, values } = await answer.json()
    expect([answer.status, Object.keys(errors).sort()]).toEqual([422, fields])
    expect(Object.values(errors).join()).not.toContain('Invalid input')
    expect(values).toEqual(typed)
    expect(await db.$count(placeInvitations)).toBe(0)
  })

  test('sent twice with one form is one, and the word is the same', async () => {
    const { db, post } = await aDesk()
    const form = { ...cam, role: 'coordinator', _submission: 'one.form.of.this.page' }
    const first = await (await answerOf(invite(post(form)))).json()
    const second = await (await answerOf(invite(post(form)))).json()
    expect(second).toEqual(first)
    expect(await db.$count(placeInvitations)).toBe(1)
    expect(await queuedMail(db)).toHaveLength(1)
    const another = await answerOf(invite(post({ ...form, _submission: 'another.form.of.it' })))
    expect((await another.json()).errors.email).toContain('is open')
  })

  test('to a place that somebody has already is refused', async () => {
    const { db, harbor, post } = await aDesk()
    const held = await aPerson(db, { email: 'cam@example.com' })
    await aMembership(db, held, 'liaison', { districtId: harbor })
    const form = { ...cam, role: 'liaison', districts: harbor }
    const answer = await answerOf(invite(post(form)))
    expect((await answer.json()).errors.email).toContain('has that place already')
  })

  test('is counted, and the next hundred wait', async () => {
    const { post } = await aDesk()
    for (let sent = 0; sent < 100; sent += 1) {
      await answerOf(invite(post({ ...cam, role: 'liaison', districts: 'dis_nowhere' })))
    }
    const late = await answerOf(invite(post({ ...cam, role: 'coordinator' })))
    expect(late.status).toBe(429)
    expect((await late.json()).errors['']).toContain('Many invitations went out')
  })

  test('asks who it is once more, and keeps what was typed', async () => {
    const { db, danaId } = await aDesk()
    const cookies = await signedIn(db, danaId, ['password', 'totp'], minutesAgo(25))
    const asked = await answerOf(invitePage(routeArgs(db, '/coordinator/people/new', { cookies })))
    expect(asked.headers.get('Location')).toContain('/prove')
    const form = { ...cam, role: 'coordinator' }
    const sent = await answerOf(invite(routeArgs(db, '/coordinator/people/new', { cookies, form })))
    expect([sent.status, (await sent.json()).prove]).toEqual([401, true])
    expect(await db.$count(placeInvitations)).toBe(0)
  })
})

const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000)

describe('open invitations', () => {
  test('stand in the list: to whom, for what, until when, and how they stand', async () => {
    const desk = await aDesk()
    await invited(desk)
    const late = await invited(desk, { email: 'ola@example.com', name: 'Ola' })
    await expire(desk.db, late.id)
    const gone = await invited(desk, { email: 'ida@example.com', name: 'Ida' })
    await withdrawPlaceInvitation(await contextFor(desk.db, desk.danaId, new Date()), gone.id)
    const { invitations } = await (await answerOf(list(desk.open()))).json()
    const seen = invitations.map((each: Record<string, string>) => [
      ...[each.name, each.email, each.what, each.standing, each.words],
    ])
    expect(seen.sort()).toEqual([
      ['Sgt. Cam Lee', 'cam@example.com', 'a liaison for Harbor', 'open', 'Waiting to be accepted'],
      ['Sgt. Ida', 'ida@example.com', 'a liaison for Harbor', 'withdrawn', 'Taken back'],
      ['Sgt. Ola', 'ola@example.com', 'a liaison for Harbor', 'expired', 'Run out'],
    ])
    expect(JSON.stringify(invitations)).not.toMatch(/hash|token/i)
  })

  test('of a venue do not, and cannot be managed from there', async () => {
    const desk = await aDesk()
    const { db, open, post } = desk
    const venueId = await aVenue(db)
    const owner = await contextFor(db, await anOwner(db, venueId), new Date())
    const place = { role: 'manager' as const, venueId, districtId: null, field: null, title: null }
    const { id } = await inviteToPlace(owner, { name: 'Bo', email: 'bo@example.com', ...place })
    expect((await (await answerOf(list(open()))).json()).invitations).toEqual([])
    // A coordinator who also owns that venue finds it with the venue alone.
    await aMembership(db, desk.danaId, 'owner', { venueId })
    const params = { placeInvitationId: id }
    const answers = [renewPage(open(params)), withdrawPage(open(params))]
    const posts = [renew(post({}, params)), withdraw(post({}, params))]
    for (const work of [...answers, ...posts]) expect((await answerOf(work)).status).toBe(404)
  })

  test('are sent again with a new link and a new word', async () => {
    const desk = await aDesk()
    const { db, open, post } = desk
    const { id, spokenWord } = await invited(desk)
    const [before] = await db.select().from(placeInvitations)
    expect(await (await answerOf(renewPage(open({ placeInvitationId: id })))).json()).toEqual({
      name: 'Sgt. Cam Lee',
      email: 'cam@example.com',
      what: 'a liaison for Harbor',
      spoken: true,
      over: false,
    })
    const again = { _submission: 'again.and.once.more' }
    const first = await (await answerOf(renew(post(again, { placeInvitationId: id })))).json()
    const second = await (await answerOf(renew(post(again, { placeInvitationId: id })))).json()
    expect(second).toEqual(first)
    expect(first.word).not.toBe(spokenWord)
    const [after] = await db.select().from(placeInvitations)
    expect(after?.tokenHash).not.toBe(before?.tokenHash)
    expect(after?.spokenHash).not.toBe(before?.spokenHash)
    expect(await queuedMail(db)).toHaveLength(2)
    expect(await kindsOf(db)).toContain('place.invitation_renewed')
  })

  test('give their word only to who has just proved who they are', async () => {
    const desk = await aDesk()
    const { db, danaId } = desk
    const { id } = await invited(desk)
    const cookies = await signedIn(db, danaId, ['password', 'totp'], minutesAgo(25))
    const sent = { cookies, params: { placeInvitationId: id }, form: {} }
    const answer = await answerOf(renew(routeArgs(db, '/coordinator/people', sent)))
    expect(answer.status).toBe(401)
    expect(await queuedMail(db)).toHaveLength(1)
  })

  test('are taken back once, and then say that nothing is left to do', async () => {
    const desk = await aDesk()
    const { db, open, post } = desk
    const { id } = await invited(desk)
    const params = { placeInvitationId: id }
    for (let times = 0; times < 2; times += 1) {
      const answer = await answerOf(withdraw(post({}, params)))
      expect(answer.headers.get('Location')).toBe('/coordinator/people?done=withdrawn')
    }
    const kinds = await kindsOf(db)
    expect(kinds.filter((kind) => kind === 'place.invitation_withdrawn')).toHaveLength(1)
    expect(await (await answerOf(withdrawPage(open(params)))).json()).toMatchObject({ over: true })
    const late = await answerOf(renew(post({}, params)))
    expect([late.status, await late.text()]).toEqual([
      409,
      expect.stringContaining('taken back, so no new link was sent'),
    ])
  })
})

async function expire(db: Database, id: PlaceInvitationId) {
  const expiresAt = minutesAgo(1)
  await db.transaction((tx) =>
    tx.update(placeInvitations).set({ expiresAt }).where(eq(placeInvitations.id, id)),
  )
}

describe('the people of the program', () => {
  test('are listed, searched and opened one by one', async () => {
    const { leeId, open } = await aDesk()
    const page = await (await answerOf(list(open()))).json()
    expect([page.all, page.people.length]).toEqual([3, 3])
    const one = await (await answerOf(list(open({}, '/coordinator/people?role=liaison')))).json()
    expect(one.people.map(({ id }: { id: string }) => id)).toEqual([leeId])
    const lee = await (await answerOf(person(open({ personId: leeId })))).json()
    expect(lee).toMatchObject({ id: leeId, liaison: true, mayRecover: true })
    expect(lee.places).toEqual([expect.objectContaining({ words: 'Liaison, Harbor' })])
  })

  test('have no owner of a venue among them', async () => {
    const { db, open } = await aDesk()
    const owner = await anOwner(db, await aVenue(db))
    expect((await answerOf(person(open({ personId: owner })))).status).toBe(404)
  })

  test('get another district, or lose a place', async () => {
    const { db, leeId, kimId, uptown, harbor, post } = await aDesk()
    const lee = { personId: leeId, membershipId: await placeIdOf(db, leeId) }
    const none = await answerOf(change(post({}, lee)))
    expect((await none.json()).errors.districts).toContain('at least one district')
    const done = await answerOf(change(post({ districts: uptown }, lee)))
    expect(done.headers.get('Location')).toBe(`/coordinator/people/${leeId}?done=changed`)
    expect((await placesOf(db, leeId)).map(({ districtId }) => districtId)).toEqual([uptown])
    expect(harbor).not.toBe(uptown)

    const kim = { personId: kimId, membershipId: await placeIdOf(db, kimId) }
    expect((await answerOf(end(post({}, kim)))).status).toBe(302)
    expect(await placesOf(db, kimId)).toEqual([])
  })

  test('hand their districts to a colleague for a leave, and have them back', async () => {
    const { db, leeId, harbor, uptown, open, post } = await aDesk()
    const noorId = await aLiaison(db, uptown)
    const lee = { personId: leeId }
    const page = await (await answerOf(leavePage(open(lee)))).json()
    expect(page.districts).toEqual([expect.objectContaining({ id: harbor, name: 'Harbor' })])
    const away = async () => (await (await answerOf(backPage(open(lee)))).json()).away
    expect(await away()).toBe(false)
    const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
    const to = { [`to.${harbor}`]: noorId }
    const unending = await answerOf(leave(post({ how: 'leave', ...to }, lee)))
    expect((await unending.json()).errors.until).toContain('Choose the day')
    const left = await answerOf(leave(post({ how: 'leave', until, ...to }, lee)))
    expect(left.headers.get('Location')).toBe('/coordinator/people?done=left')
    expect((await placesOf(db, noorId)).map(({ districtId }) => districtId)).toContain(harbor)
    expect(await away()).toBe(true)
    const returned = await answerOf(back(post({}, lee)))
    expect(returned.headers.get('Location')).toBe(`/coordinator/people/${leeId}?done=back`)
    expect((await placesOf(db, leeId)).map(({ districtId }) => districtId)).toEqual([harbor])
  })

  test('get a new sign-in with a word that is shown once; the link can be taken back', async () => {
    const { db, danaId, leeId, post } = await aDesk()
    const lee = { personId: leeId }
    const answer = await answerOf(recover(post({}, lee)))
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect((await answer.json()).word).toMatch(/-\d\d$/)
    const links = () => db.$count(staffSetups, eq(staffSetups.personId, leeId))
    expect(await links()).toBe(1)
    const taken = await answerOf(withdrawLink(post({}, lee)))
    expect(taken.headers.get('Location')).toContain('done=recovery_withdrawn')
    const self = await answerOf(recover(post({}, { personId: danaId })))
    expect(self.status).toBe(403)
    await recoverStaff(await contextFor(db, danaId, new Date()), leeId)
  })

  test('meet each button once, also where it is pressed twice', async () => {
    const { db, leeId, kimId, uptown, post } = await aDesk()
    const once = { _submission: 'one.form.of.this.page' }
    const lee = { personId: leeId, membershipId: await placeIdOf(db, leeId) }
    const kim = { personId: kimId, membershipId: await placeIdOf(db, kimId) }
    const twice = [
      () => change(post({ ...once, districts: uptown }, lee)),
      () => end(post(once, kim)),
      () => remove(post(once, { personId: leeId })),
    ]
    for (const press of twice) {
      const first = await answerOf(press())
      const mails = (await queuedMail(db)).length
      const second = await answerOf(press())
      expect(first.status).toBe(302)
      expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
      expect(await queuedMail(db)).toHaveLength(mails)
    }
  })

  test('are released after a lock', async () => {
    const { db, leeId, open, post } = await aDesk()
    await db.transaction((tx) =>
      tx.insert(signInLocks).values({ personId: leeId, lockedAt: new Date() }),
    )
    const seen = async () => (await answerOf(unlockPage(open({ personId: leeId })))).json()
    expect((await seen()).locked).toBe(true)
    const answer = await answerOf(unlock(post({}, { personId: leeId })))
    expect(answer.headers.get('Location')).toBe(`/coordinator/people/${leeId}?done=unlocked`)
    expect(await db.$count(signInLocks)).toBe(0)
    expect((await seen()).locked).toBe(false)
  })

  test('are taken out, and signed out; nobody takes out themselves', async () => {
    const { db, danaId, leeId, post } = await aDesk()
    await signedIn(db, leeId)
    expect(await db.$count(sessions, eq(sessions.personId, leeId))).toBe(1)
    const answer = await answerOf(remove(post({}, { personId: leeId })))
    expect(answer.headers.get('Location')).toBe('/coordinator/people?done=removed')
    expect(await placesOf(db, leeId)).toEqual([])
    expect((await answerOf(remove(post({}, { personId: danaId })))).status).toBe(403)
  })
})

describe('anybody else', () => {
  test.each([
    'liaison',
    'partner',
    'district_viewer',
    'owner',
    'half a coordinator',
    'stranger',
  ] as const)('is refused on every page: %s', async (who) => {
    const desk = await aDesk()
    const { db, leeId, kimId, harbor } = desk
    const { id } = await invited(desk)
    const cookies = await cookiesOfA(desk, who)
    const params = {
      personId: leeId,
      membershipId: await placeIdOf(db, leeId),
      placeInvitationId: id,
    }
    const form = { ...cam, role: 'coordinator', districts: harbor, how: 'good' }
    const before = await db.select().from(memberships)
    const read = routeArgs(db, '/coordinator/people', { params, cookies })
    for (const page of [list, person, leavePage, invitePage, renewPage, withdrawPage]) {
      expect([302, 403, 404]).toContain((await answerOf(page(read))).status)
    }
    const actions = [invite, renew, withdraw, change, end, leave, back, recover, withdrawLink]
    for (const action of [...actions, remove, unlock]) {
      const args = routeArgs(db, '/coordinator/people', { params, cookies, form })
      expect([401, 302, 403, 404]).toContain((await answerOf(action(args))).status)
    }
    expect(await db.select().from(memberships)).toEqual(before)
    expect(await db.$count(placeInvitations)).toBe(1)
    expect(await placesOf(db, kimId)).toHaveLength(1)
  })
})

async function cookiesOfA({ db, danaId, harbor, leeId }: Desk, who: string): Promise<string[]> {
  if (who === 'stranger') return []
  if (who === 'liaison') return signedIn(db, leeId)
  if (who === 'half a coordinator') return signedIn(db, danaId, ['password'])
  if (who === 'owner') return signedIn(db, await anOwner(db, await aVenue(db)), ['email_code'])
  const personId = await aPerson(db)
  if (who === 'partner') {
    await aMembership(db, personId, 'partner', { field: 'fire' })
    return signedIn(db, personId)
  }
  await aMembership(db, personId, 'district_viewer', { districtId: harbor })
  return signedIn(db, personId, ['email_code'])
}
