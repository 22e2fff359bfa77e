import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startSession } from '~/domain/accounts/session.server'
import { showCheckCode } from '~/domain/certificates/check-code'
import type { Context } from '~/domain/context'
import { sessionCookie } from '~/http/session.server'
import {
  action as issue,
  loader as issuePage,
} from '~/routes/liaison.applications.$applicationId.certificate'
import { loader as page } from '~/routes/venue.$venueId.certificate._index'
import { action as pause, loader as pausePage } from '~/routes/venue.$venueId.certificate.pause'
import { action as resume, loader as resumePage } from '~/routes/venue.$venueId.certificate.resume'
import { loader as pdf } from '~/routes/venue.$venueId.certificate[.]pdf'
import type { Database } from '~db/open.server'
import { anAccreditedVenue, aReadyVenue, certificateRow } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import { anOwner, aProgram, aVenue, contextFor, testNow } from '~tests/support/factories'
import { checkWithQpdf, infoOf, readQr, textOf } from '~tests/support/judge-pdf'
import { answerOf, routeArgs } from '~tests/support/route-args'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: testNow }))
afterEach(() => void vi.useRealTimers())

type Sent = { params: Record<string, string>; form?: Record<string, string> }

/** What Remix would give a route for a request of this person, signed in with all factors. */
async function as({ db, actor }: Context, path: string, sent: Sent) {
  const { id } = actor.person
  const factors = [...actor.factors]
  const token = await db.transaction((tx) => startSession(tx, id, factors, testNow))
  const cookies = [(await sessionCookie(token)).split(';')[0] ?? '']
  return routeArgs(db, path, { ...sent, cookies })
}

async function anAccredited() {
  const db = aDatabase()
  await aProgram(db)
  return { db, ...(await anAccreditedVenue(db)) }
}

async function download({ owner, venueId }: { owner: Context; venueId: string }, etag?: string) {
  const args = await as(owner, `/venue/${venueId}/certificate.pdf`, { params: { venueId } })
  if (etag) args.request.headers.set('If-None-Match', etag)
  return answerOf(pdf(args))
}

describe('the certificate as a file', () => {
  it('is a valid PDF that says its facts and leads to its check page', async () => {
    const venue = await anAccredited()
    const answer = await download(venue)
    const { number, checkCode, facts } = venue.certificate
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('application/pdf')
    expect(answer.headers.get('Content-Disposition')).toBe(
      `attachment; filename="certificate-${number}.pdf"`,
    )
    const bytes = new Uint8Array(await answer.arrayBuffer())
    // The judges measure their own time.
    vi.useRealTimers()
    const { valid, output } = await checkWithQpdf(bytes)
    expect([valid, output]).toEqual([true, expect.any(String)])

    const text = await textOf(bytes)
    const address = `https://lamplight.example.gov/check/${showCheckCode(checkCode)}`
    for (const said of [
      'Certificate of Accreditation',
      'The Lantern Room',
      'November 22, 2026',
      'November 21, 2027',
      number,
      showCheckCode(checkCode),
      address,
    ]) {
      expect(text).toContain(said)
    }
    expect(facts.checkUrl).toBe(address)
    expect(await readQr(bytes)).toBe(address)
    expect(await infoOf(bytes)).toMatchObject({ pages: 1, tagged: true, links: [address] })
  }, 30_000)

  it('is the same at each download, and is not sent again to a browser that has it', async () => {
    const venue = await anAccredited()
    const [first, second] = [await download(venue), await download(venue)]
    const [one, other] = [await first.arrayBuffer(), await second.arrayBuffer()]
    expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(0)
    const again = await download(venue, first.headers.get('ETag') ?? '')
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect((await download(venue, '"another"')).status).toBe(200)
  })

  it('is absent for another venue’s people, and before there is one', async () => {
    const { db, venueId, liaison } = await anAccredited()
    const bare = await aVenue(db)
    const other = await contextFor(db, await anOwner(db, bare))
    for (const [owner, asked] of [
      [other, venueId],
      [liaison, venueId],
      [other, bare],
      [other, 'ven_0000000000000000'],
    ] as const) {
      const answer = await download({ owner, venueId: asked })
      expect([answer.status, await answer.text()]).toEqual([404, '""'])
    }
  })

  it('leads to sign-in without a session', async () => {
    const { db, venueId } = await anAccredited()
    const path = `/venue/${venueId}/certificate.pdf`
    const answer = await answerOf(pdf(routeArgs(db, path, { params: { venueId } })))
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toMatch(/^\/sign-in\?/)
  })
})

describe('issuing in the browser', () => {
  const issuing = async (db: Database, who: Context, applicationId: string, form?: Sent['form']) =>
    as({ ...who, db }, `/liaison/applications/${applicationId}/certificate`, {
      params: { applicationId },
      ...(form && { form }),
    })

  it('shows the facts, issues, and leads to what can be bookmarked', async () => {
    const db = aDatabase()
    await aProgram(db)
    const { liaison, applicationId, venueId } = await aReadyVenue(db)
    const shown = await issuePage(await issuing(db, liaison, applicationId))
    expect(shown).toMatchObject({ step: 'check', refusal: null })

    const answer = await answerOf(issue(await issuing(db, liaison, applicationId, { a: '' })))
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toBe(
      `/liaison/applications/${applicationId}/certificate`,
    )
    const { number, checkCode, facts } = await certificateRow(db, venueId)
    expect(facts.checkUrl).toMatch(new RegExp(`^http://[^/]+/check/${showCheckCode(checkCode)}$`))
    const issued = await issuePage(await issuing(db, liaison, applicationId))
    expect(issued).toMatchObject({ step: 'issued', check: `/check/${showCheckCode(checkCode)}` })
    expect(JSON.stringify(issued)).toContain(number)

    const second = await answerOf(issue(await issuing(db, liaison, applicationId, { b: '' })))
    expect(second.status).toBe(409)
    expect((await second.json()).errors['']).toContain('issued this certificate on')
  })

  it('is not for owners, and knows no application of another district', async () => {
    const db = aDatabase()
    await aProgram(db)
    const { owner, applicationId } = await aReadyVenue(db)
    const { liaison: elsewhere } = await aReadyVenue(db)
    const absent = await answerOf(issuePage(await issuing(db, elsewhere, 'app_0000000000000000')))
    const foreign = await answerOf(issuePage(await issuing(db, elsewhere, applicationId)))
    expect([foreign.status, await foreign.text()]).toEqual([absent.status, await absent.text()])
    expect(foreign.status).toBe(404)
    for (const who of [owner, elsewhere]) {
      const answer = await answerOf(issue(await issuing(db, who, applicationId, { a: '' })))
      expect([403, 404]).toContain(answer.status)
    }
    expect((await answerOf(issuePage(await issuing(db, owner, applicationId)))).status).toBe(403)
  })
})

describe('the venue’s own pages', () => {
  it('pause and pick up, and ask only where that would change something', async () => {
    const { owner, venueId } = await anAccredited()
    const at = (path: string, form?: Sent['form']) =>
      as(owner, `/venue/${venueId}/certificate${path}`, {
        params: { venueId },
        ...(form && { form }),
      })
    const own = `/venue/${venueId}/certificate`

    expect(await page(await at(''))).toMatchObject({ label: 'Valid', mayPause: true })
    expect(await pausePage(await at('/pause'))).toMatchObject({ sentence: expect.any(String) })
    const early = await answerOf(resumePage(await at('/resume')))
    expect([early.status, early.headers.get('Location')]).toEqual([302, own])

    const paused = await answerOf(pause(await at('/pause', { a: '' })))
    expect([paused.status, paused.headers.get('Location')]).toEqual([302, own])
    expect(await page(await at(''))).toMatchObject({ label: 'Paused', mayResume: true })
    const twice = await answerOf(pause(await at('/pause', { b: '' })))
    expect(twice.status).toBe(409)

    const back = await answerOf(resume(await at('/resume', { a: '' })))
    expect(back.headers.get('Location')).toBe(own)
    expect(await page(await at(''))).toMatchObject({ label: 'Valid', mayResume: false })
  })
})
