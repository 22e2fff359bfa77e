import { expect, test } from 'vitest'
import type { PersonId } from '~/domain/ids'
import { sessionCookie } from '~/http/session.server'
import { paths } from '~/paths'
import { pulseAsks } from '~db/schema'
import type { Factor } from '~db/vocabulary'
import { aDatabase } from '~tests/support/database'
import { aSentResponse } from '~tests/support/rounds'
import { signedInAs } from '~tests/support/sessions'
import { wholeSite } from '~tests/support/whole-site'

test('a word on whether the letter helped is taken without a script, and the liaison reads how many', async () => {
  const { site, owner, liaison, venueId, applicationId, responseId } = await twoSides()
  const helped = paths.letterHelped(venueId, responseId)
  const letter = paths.letter(venueId, responseId)
  const reads = async (address: string, cookie: string) =>
    (await site.ask(address, { cookie })).text()
  expect(await reads(letter, owner)).toContain('Did this letter help?')
  expect((await site.ask(helped, { cookie: owner, form: { helped: 'perhaps' } })).status).toBe(422)

  const said = await site.ask(helped, { cookie: owner, form: { helped: 'yes' } })
  expect([said.status, said.headers.get('Location')]).toEqual([302, `${letter}#helped`])
  expect(await reads(letter, owner)).toContain('Thank you. You said that this letter helped.')
  const theirs = await reads(paths.reviewLetter(applicationId, responseId), liaison)
  expect(theirs).toContain('One of the team says that it helped.')
  expect((await site.ask(helped, { cookie: liaison, form: { helped: 'no' } })).status).toBe(404)
})

test('a part is settled and reopened by either side, and each is led back to its own page', async () => {
  const { site, owner, liaison, venueId, applicationId, responseId } = await twoSides()
  const letter = paths.letter(venueId, responseId)
  const review = paths.reviewLetter(applicationId, responseId)
  const settle = { cookie: owner, form: { about: '' } }
  const settled = await site.ask(paths.settleLetter(responseId), settle)
  expect([settled.status, settled.headers.get('Location')]).toEqual([302, `${letter}#settled`])
  const read = await (await site.ask(review, { cookie: liaison })).text()
  expect(read).toContain('Settled on')
  const reopen = { cookie: liaison, form: { about: '' } }
  const opened = await site.ask(paths.reopenLetter(responseId), reopen)
  expect([opened.status, opened.headers.get('Location')]).toEqual([302, `${review}#settled`])
  expect(await (await site.ask(letter, { cookie: owner })).text()).not.toContain('Settled on')
})

test('the pulse is answered once, without a script and without a name', async () => {
  const { db, site, owner, liaison, venueId, applicationId, responseId } = await twoSides()
  await db.transaction((tx) => tx.update(pulseAsks).set({ askedAt: new Date() }))
  const pulse = paths.letterPulse(venueId, responseId)
  const reads = async (address: string, cookie: string) =>
    (await site.ask(address, { cookie })).text()
  for (const address of [paths.venue(venueId), paths.letter(venueId, responseId)]) {
    expect(await reads(address, owner)).toContain('A minute for how it went?')
  }
  expect(await reads(paths.desk(), liaison)).toContain('The Lantern Room, without your name')
  expect(await reads(pulse, owner)).toContain('Nobody can see who said what')
  expect((await site.ask(pulse, { cookie: owner, form: { 'scores.listened': '' } })).status).toBe(
    422,
  )
  expect((await site.ask(pulse, { cookie: owner, form: { 'scores.listened': '6' } })).status).toBe(
    422,
  )

  const form = { 'scores.listened': '4', 'scores.respect': '' }
  const taken = await site.ask(pulse, { cookie: owner, form })
  expect([taken.status, taken.headers.get('Location')]).toEqual([302, pulse])
  expect(await reads(pulse, owner)).toContain('Thank you: your answer is in')
  expect(await reads(paths.venue(venueId), owner)).not.toContain('A minute for how it went?')
  expect((await site.ask(pulse, { cookie: owner, form })).status).toBe(409)
  const review = paths.reviewPulse(applicationId, responseId)
  const theirs = await site.ask(review, { cookie: liaison, form: { 'scores.learned': '5' } })
  expect(theirs.status).toBe(302)
  expect(await reads(paths.pulse(), liaison)).toContain('Shown once at least five have answered')
})

async function twoSides() {
  const db = aDatabase()
  const sent = await aSentResponse(db)
  const cookieOf = async (personId: PersonId, factors: Factor[]) =>
    sessionCookie((await signedInAs(db, personId, factors, new Date())).token)
  return {
    ...sent,
    db,
    site: wholeSite(db),
    owner: await cookieOf(sent.owner.actor.person.id, ['email_code']),
    liaison: await cookieOf(sent.liaisonId, ['password', 'totp']),
  }
}

test('the letter goes to both sides as a PDF, and its page says whom to call', async () => {
  const { site, owner, liaison, venueId, applicationId, responseId } = await twoSides()
  for (const [page, pdf, cookie] of [
    [paths.letter(venueId, responseId), paths.letterPdf(venueId, responseId), owner],
    [
      paths.reviewLetter(applicationId, responseId),
      paths.reviewLetterPdf(applicationId, responseId),
      liaison,
    ],
  ] as const) {
    const read = await (await site.ask(page, { cookie })).text()
    expect(read).toContain('Who to call')
    expect(read).toContain('href="tel:2025550117"')
    expect(read).toContain(`href="${pdf}"`)
    const answer = await site.ask(pdf, { cookie })
    expect(answer.headers.get('Content-Disposition')).toContain('attachment')
    expect((await answer.text()).slice(0, 5)).toBe('%PDF-')
  }
  const other = paths.reviewLetterPdf('app_0000000000000000', responseId)
  expect((await site.ask(other, { cookie: liaison })).status).toBe(404)
})
