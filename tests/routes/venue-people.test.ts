import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { startSession } from '~/domain/accounts/session.server'
import type { PersonId } from '~/domain/ids'
import { sessionCookie } from '~/http/session.server'
import { loader as list } from '~/routes/venue.$venueId.people._index/route'
import {
  action as change,
  loader as changePage,
} from '~/routes/venue.$venueId.people.$membershipId._index'
import { action as end, loader as endPage } from '~/routes/venue.$venueId.people.$membershipId.end'
import {
  action as handOver,
  loader as handOverPage,
} from '~/routes/venue.$venueId.people.hand-over'
import { action as renew } from '~/routes/venue.$venueId.people.invitations.$invitationId.renew'
import { action as withdraw } from '~/routes/venue.$venueId.people.invitations.$invitationId.withdraw'
import { action as invite, loader as invitePage } from '~/routes/venue.$venueId.people.new'
import type { Database } from '~db/open.server'
import { memberships, placeInvitations } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue } from '~tests/support/factories'
import { answerOf, routeArgs } from '~tests/support/route-args'
import { kindsOf } from '~tests/support/sessions'
import { queuedMail } from '~tests/support/visits'

type Fields = Record<string, string>

async function signedIn(db: Database, personId: PersonId, at = new Date()) {
  const token = await db.transaction((tx) => startSession(tx, personId, ['email_code'], at))
  return [(await sessionCookie(token)).split(';')[0] ?? '']
}

/** The Lantern, with one of each; `marta` owns it, and her hand is on what is sent. */
async function aTeam() {
  const db = aDatabase()
  await aProgram(db)
  const venueId = await aVenue(db, { name: 'The Lantern' })
  const someone = async (role: 'owner' | 'manager' | 'helper', name: string) => {
    const id = await anOwner(db, venueId, { role, name })
    const [held] = await db.select().from(memberships).where(eq(memberships.personId, id))
    return { id, place: held?.id ?? '', cookies: await signedIn(db, id) }
  }
  const marta = await someone('owner', 'Marta')
  const jose = await someone('manager', 'José')
  const noor = await someone('helper', 'Noor')
  const path = `/venue/${venueId}/people`
  const open = (cookies: string[], params: Fields = {}) =>
    routeArgs(db, path, { params: { venueId, ...params }, cookies })
  const post = (cookies: string[], form: Fields = {}, params: Fields = {}) =>
    routeArgs(db, path, { params: { venueId, ...params }, cookies, form })
  return { db, venueId, path, marta, jose, noor, open, post }
}

const cam = { name: 'Cam Lee', email: 'cam@example.com', role: 'manager' }

async function roleOf(db: Database, personId: PersonId) {
  const rows = await db.select().from(memberships).where(eq(memberships.personId, personId))
  return rows.map(({ role, endedAt }) => (endedAt ? 'ended' : role)).join()
}

describe('the people of a venue', () => {
  test('are listed for all of them, with what each may do about it', async () => {
    const { marta, jose, noor, open } = await aTeam()
    const seen = async (cookies: string[]) => {
      const page = await (await answerOf(list(open(cookies)))).json()
      const people = page.people.map((each: Record<string, unknown>) =>
        [each.name, each.mayChange && 'change', each.mayEnd && 'end'].filter(Boolean).join(' '),
      )
      return [people.sort(), page.mayInvite, page.mayHandOver]
    }
    expect(await seen(marta.cookies)).toEqual([
      ['José change end', 'Marta change end', 'Noor change end'],
      true,
      true,
    ])
    expect(await seen(jose.cookies)).toEqual([['José end', 'Marta', 'Noor end'], true, false])
    expect(await seen(noor.cookies)).toEqual([['José', 'Marta', 'Noor end'], false, false])
  })

  test('are changed by an owner alone', async () => {
    const { db, path, marta, jose, noor, open, post } = await aTeam()
    const of = { membershipId: noor.place }
    for (const { cookies } of [jose, noor]) {
      expect((await answerOf(changePage(open(cookies, of)))).status).toBe(403)
      expect((await answerOf(change(post(cookies, { role: 'owner' }, of)))).status).toBe(403)
    }
    const wrong = await answerOf(change(post(marta.cookies, { role: 'liaison' }, of)))
    expect([wrong.status, (await wrong.json()).errors.role]).toEqual([
      422,
      'Choose what this person is to the venue.',
    ])
    const done = await answerOf(change(post(marta.cookies, { role: 'manager' }, of)))
    expect(done.headers.get('Location')).toBe(`${path}?done=changed`)
    expect(await roleOf(db, noor.id)).toBe('manager')
  })

  test('lose their access at once, or leave by themselves', async () => {
    const { db, path, marta, jose, noor, post } = await aTeam()
    const refused = await answerOf(end(post(jose.cookies, {}, { membershipId: marta.place })))
    expect(refused.status).toBe(403)
    const once = { _submission: 'one.form.of.this.page' }
    for (let times = 0; times < 2; times += 1) {
      const ended = await answerOf(end(post(marta.cookies, once, { membershipId: noor.place })))
      expect(ended.headers.get('Location')).toBe(`${path}?done=ended`)
    }
    expect(await roleOf(db, noor.id)).toBe('ended')
    const left = await answerOf(end(post(jose.cookies, {}, { membershipId: jose.place })))
    expect(left.headers.get('Location')).toBe('/home')
  })

  test('keep their last owner, and the page says how to go on', async () => {
    const { db, marta, open, post } = await aTeam()
    const of = { membershipId: marta.place }
    const page = await (await answerOf(endPage(open(marta.cookies, of)))).json()
    expect(page).toEqual({
      name: 'Marta',
      self: true,
      hindrance: expect.stringContaining('without an owner'),
    })
    for (const work of [
      end(post(marta.cookies, {}, of)),
      change(post(marta.cookies, { role: 'helper' }, of)),
    ]) {
      const answer = await answerOf(work)
      expect([403, 409, 422]).toContain(answer.status)
      expect(await answer.text()).toContain('without an owner')
    }
    expect(await roleOf(db, marta.id)).toBe('owner')
  })
})

describe('an invitation to a venue', () => {
  test('goes out with a link and without a word, once for each form', async () => {
    const { db, path, marta, post } = await aTeam()
    const form = { ...cam, _submission: 'one.form.of.this.page' }
    for (let times = 0; times < 2; times += 1) {
      const answer = await answerOf(invite(post(marta.cookies, form)))
      expect(answer.headers.get('Location')).toBe(`${path}?done=invited`)
    }
    expect((await queuedMail(db)).map(({ kind, address }) => [kind, address])).toEqual([
      ['place-invitation', 'cam@example.com'],
    ])
    expect(await db.select().from(placeInvitations)).toEqual([
      expect.objectContaining({ role: 'manager', spokenHash: null }),
    ])
    const again = await answerOf(invite(post(marta.cookies, cam)))
    expect((await again.json()).errors.email).toContain('is open')
  })

  test('that is not complete keeps what was typed, beside a sentence for each field', async () => {
    const { db, marta, post } = await aTeam()
    const typed = { name: '', email: 'cam', role: 'liaison' }
    const answer = await answerOf(invite(post(marta.cookies, typed)))
    expect([answer.status, await answer.json()]).toEqual([
      422,
      {
        values: typed,
        errors: {
          name: 'Type the name of the person, as you would write it on a letter.',
          email: 'Type their email address, like name@example.com.',
          role: 'Choose what this person is to the venue.',
        },
      },
    ])
    expect(await db.$count(placeInvitations)).toBe(0)
  })

  test('is a manager’s to send to helpers, and not a helper’s at all', async () => {
    const { db, path, jose, noor, open, post } = await aTeam()
    const page = await (await answerOf(invitePage(open(jose.cookies)))).json()
    expect(page.roles.map(({ value }: { value: string }) => value)).toEqual(['helper'])
    expect((await answerOf(invite(post(jose.cookies, cam)))).status).toBe(403)
    const helper = await answerOf(invite(post(jose.cookies, { ...cam, role: 'helper' })))
    expect(helper.headers.get('Location')).toBe(`${path}?done=invited`)
    expect((await answerOf(invitePage(open(noor.cookies)))).status).toBe(403)
    expect((await answerOf(invite(post(noor.cookies, cam)))).status).toBe(403)
    expect(await db.$count(placeInvitations)).toBe(1)
  })

  test('is sent again, and taken back, by those who may send it', async () => {
    const { db, path, marta, jose, noor, open, post } = await aTeam()
    await answerOf(invite(post(marta.cookies, cam)))
    const [sent] = await db.select().from(placeInvitations)
    const of = { invitationId: sent?.id ?? '' }
    for (const { cookies } of [jose, noor]) {
      expect((await answerOf(renew(post(cookies, {}, of)))).status).toBe(403)
      expect((await answerOf(withdraw(post(cookies, {}, of)))).status).toBe(403)
    }
    const renewed = await answerOf(renew(post(marta.cookies, {}, of)))
    expect(renewed.headers.get('Location')).toBe(`${path}?done=renewed`)
    expect(await queuedMail(db)).toHaveLength(2)
    const taken = await answerOf(withdraw(post(marta.cookies, {}, of)))
    expect(taken.headers.get('Location')).toBe(`${path}?done=withdrawn`)
    expect((await answerOf(renew(post(marta.cookies, {}, of)))).status).toBe(409)
    const page = await (await answerOf(list(open(marta.cookies)))).json()
    expect(page.invitations).toEqual([
      expect.objectContaining({ what: 'a manager', standing: 'withdrawn', words: 'Taken back' }),
    ])
    expect(await kindsOf(db)).toEqual(
      expect.arrayContaining([
        'place.invited',
        'place.invitation_renewed',
        'place.invitation_withdrawn',
      ]),
    )
  })

  test('hands the venue over, from an owner alone, and changes nothing before it is accepted', async () => {
    const { db, path, marta, jose, open, post } = await aTeam()
    const form = { name: 'Rosa', email: 'rosa@example.com', handOver: 'leaves' }
    expect((await answerOf(handOverPage(open(jose.cookies)))).status).toBe(403)
    expect((await answerOf(handOver(post(jose.cookies, form)))).status).toBe(403)
    const { handOver: _, ...unsaid } = form
    const asked = await answerOf(handOver(post(marta.cookies, unsaid)))
    expect((await asked.json()).errors.handOver).toContain('Choose what you do')
    const sent = await answerOf(handOver(post(marta.cookies, form)))
    expect(sent.headers.get('Location')).toBe(`${path}?done=invited`)
    expect(await db.select().from(placeInvitations)).toEqual([
      expect.objectContaining({ role: 'owner', handOver: 'leaves' }),
    ])
    expect(await roleOf(db, marta.id)).toBe('owner')
  })

  test('needs a fresh proof of who sends it', async () => {
    const { db, venueId, path, marta } = await aTeam()
    const cookies = await signedIn(db, marta.id, new Date(Date.now() - 3_600_000))
    const sent = { params: { venueId }, cookies }
    const read = await answerOf(invitePage(routeArgs(db, `${path}/new`, sent)))
    expect(read.headers.get('Location')).toContain('/prove')
    const posted = await answerOf(invite(routeArgs(db, `${path}/new`, { ...sent, form: cam })))
    expect([posted.status, (await posted.json()).prove]).toEqual([401, true])
    expect(await db.$count(placeInvitations)).toBe(0)
  })
})

describe('the people of another venue', () => {
  test('find nothing of this one', async () => {
    const { db, marta, open, post } = await aTeam()
    await answerOf(invite(post(marta.cookies, cam)))
    const [sent] = await db.select().from(placeInvitations)
    const stranger = await signedIn(db, await anOwner(db, await aVenue(db)))
    const of = { membershipId: marta.place, invitationId: sent?.id ?? '' }
    for (const page of [list, invitePage, changePage, endPage, handOverPage]) {
      expect((await answerOf(page(open(stranger, of)))).status).toBe(404)
    }
    for (const action of [invite, change, end, handOver, renew, withdraw]) {
      expect((await answerOf(action(post(stranger, cam, of)))).status).toBe(404)
    }
    expect(await roleOf(db, marta.id)).toBe('owner')
  })
})
