import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { startSession } from '~/domain/accounts/session.server'
import { sessionCookie } from '~/http/session.server'
import { loader as page, action as showIt } from '~/routes/account.prove._index'
import { action as typeCode } from '~/routes/account.prove.code'
import { action as oneClick } from '~/routes/account.prove.demo'
import { action as sendCode } from '~/routes/account.prove.email'
import { loader as districtCsv } from '~/routes/districts.$slug.status[.]csv'
import { action as giveBack } from '~/routes/venue.$venueId.certificate.give-back'
import { certificates, districts, sessions } from '~db/schema'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import { aMembership, aPerson, aProgram } from '~tests/support/factories'
import { answerOf, cookiesOf, routeArgs } from '~tests/support/route-args'
import { codeFor } from '~tests/support/visits'

async function anHourOld() {
  const db = aDatabase()
  await aProgram(db)
  const venue = await anAccreditedVenue(db)
  const { person } = venue.owner.actor
  const token = await db.transaction((tx) =>
    startSession(tx, person.id, ['email_code'], new Date()),
  )
  const anHourAgo = new Date(Date.now() - 3_600_000)
  await db.transaction((tx) => tx.update(sessions).set({ createdAt: anHourAgo }))
  const cookies = [(await sessionCookie(token)).split(';')[0] ?? '']
  const path = `/venue/${venue.venueId}/certificate/give-back`
  const give = (form: Record<string, string>, by = cookies) =>
    answerOf(
      giveBack(routeArgs(db, path, { form, cookies: by, params: { venueId: venue.venueId } })),
    )
  return { db, ...venue, email: person.email, cookies, path, give }
}

test('what was typed waits for proof, and comes back filled and unsaved', async () => {
  const { db, email, cookies, path, give } = await anHourOld()
  const stopped = await give({ reason: 'We close for good.' })
  expect(stopped.status).toBe(401)
  const { prove, carry } = await stopped.json()
  expect([prove, JSON.stringify(carry)]).toEqual([true, expect.not.stringContaining('close')])
  expect(await db.select().from(certificates)).toMatchObject([{ endedOn: null }])

  const asked = await answerOf(
    showIt(routeArgs(db, '/account/prove', { form: { _carry: carry }, cookies })),
  )
  expect(await asked.json()).toEqual({ way: { returnTo: null, carry } })
  const sent = await answerOf(
    sendCode(routeArgs(db, '/account/prove/email', { form: { _carry: carry }, cookies })),
  )
  expect(await sent.json()).toEqual({ way: { returnTo: null, carry } })
  const wrong = await answerOf(
    typeCode(
      routeArgs(db, '/account/prove/code', { form: { code: '00000000', _carry: carry }, cookies }),
    ),
  )
  expect([wrong.status, (await wrong.json()).way.carry]).toEqual([422, carry])
  const code = await codeFor(db, email)
  const right = await answerOf(
    typeCode(routeArgs(db, '/account/prove/code', { form: { code, _carry: carry }, cookies })),
  )
  expect([right.status, right.headers.get('Location')]).toEqual([307, path])

  const renewed = cookiesOf(right)
  const filled = await give({ _carry: carry }, renewed)
  expect(await filled.json()).toMatchObject({
    values: { reason: 'We close for good.' },
    notice: expect.stringContaining('not saved yet'),
  })
  expect(await db.select().from(certificates)).toMatchObject([{ endedOn: null }])
  expect((await give({ reason: 'We close for good.' }, renewed)).status).toBe(302)
  expect((await give({ reason: 'x' }, cookies)).status).toBe(401)
})

test('a session that ends on the way takes what was typed along to sign-in', async () => {
  const { db, cookies, give } = await anHourOld()
  const { carry } = await (await give({ reason: 'We close for good.' })).json()
  await db.transaction((tx) => tx.update(sessions).set({ endedAt: new Date() }))
  const answer = await answerOf(
    typeCode(
      routeArgs(db, '/account/prove/code', { form: { code: '00000000', _carry: carry }, cookies }),
    ),
  )
  expect([answer.status, await answer.json()]).toEqual([
    401,
    expect.objectContaining({ signIn: true, carry }),
  ])
})

test('a download asks first, and then waits for a click', async () => {
  const { db, districtId } = await anHourOld()
  const viewer = await aPerson(db, { email: 'bo@example.com' })
  await aMembership(db, viewer, 'district_viewer', { districtId })
  const token = await db.transaction((tx) => startSession(tx, viewer, ['email_code'], new Date()))
  await db.transaction((tx) =>
    tx
      .update(sessions)
      .set({ createdAt: new Date(Date.now() - 3_600_000) })
      .where(eq(sessions.personId, viewer)),
  )
  const cookies = [(await sessionCookie(token)).split(';')[0] ?? '']
  const [district] = await db.select().from(districts)
  const file = `/districts/${district?.slug}/status.csv`
  const params = { slug: district?.slug ?? '' }
  const asked = await answerOf(districtCsv(routeArgs(db, file, { cookies, params })))
  const prove = `/account/prove?returnTo=${encodeURIComponent(file)}`
  expect(asked.headers.get('Location')).toBe(prove)

  const form = { _returnTo: file }
  const sent = await answerOf(sendCode(routeArgs(db, '/account/prove/email', { form, cookies })))
  expect(sent.headers.get('Location')).toBe(prove)
  const code = await codeFor(db, 'bo@example.com')
  const done = await answerOf(
    typeCode(routeArgs(db, '/account/prove/code', { form: { ...form, code }, cookies })),
  )
  expect(done.headers.get('Location')).toBe(prove)
  const ready = await answerOf(page(routeArgs(db, prove, { cookies: cookiesOf(done) })))
  expect((await ready.json()).ready).toBe(file)
  const given = await answerOf(
    districtCsv(routeArgs(db, file, { cookies: cookiesOf(done), params })),
  )
  expect([given.status, given.headers.get('Content-Type')]).toEqual([
    200,
    expect.stringContaining('text/csv'),
  ])
})

test('the way back stays on this site, and the one click is for the demo alone', async () => {
  const { db, cookies } = await anHourOld()
  const form = { _returnTo: '//elsewhere.example' }
  const shown = await answerOf(showIt(routeArgs(db, '/account/prove', { form, cookies })))
  expect(await shown.json()).toEqual({ way: { returnTo: null, carry: null } })
  for (const demoAllowed of [false, true]) {
    const click = routeArgs(db, '/account/prove/demo', { form: {}, cookies, demoAllowed })
    expect((await answerOf(oneClick(click))).status).toBe(404)
  }
})
