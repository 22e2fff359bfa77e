import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sessionCookie } from '~/http/session.server'
import { paths } from '~/paths'
import { reviewerAgreements } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aSharedRound } from '~tests/support/rounds'
import { kindsOf, signedInAs } from '~tests/support/sessions'
import { wholeSite } from '~tests/support/whole-site'

const day = 86_400_000

test('without this year’s agreement no review page opens, and nothing is written there', async () => {
  const { db, site, cookie, applicationId, agreedOn } = await aReviewer()
  const review = paths.review(applicationId)
  const start = paths.startResponse(applicationId)
  await agreedOn(Date.now() - 364 * day)
  expect((await site.ask(review, { cookie })).status).toBe(200)

  await agreedOn(Date.now() - 366 * day)
  const led = await site.ask(review, { cookie })
  expect([led.status, led.headers.get('Location')]).toEqual([302, paths.agreement(review)])
  expect((await site.ask(start, { cookie, form: {} })).status).toBe(403)
  expect(await kindsOf(db)).not.toContain('response.started')
})

test('whoever ticks the box is led back to what they wanted to read', async () => {
  const { db, site, cookie, applicationId, agreedOn } = await aReviewer()
  const review = paths.review(applicationId)
  await agreedOn(null)
  const page = await site.ask(paths.agreement(review), { cookie })
  expect(await page.text()).toContain('Never “rejected”')

  const unticked = await site.ask(paths.agreement(), { cookie, form: { returnTo: review } })
  expect(unticked.status).toBe(422)
  const accept = (returnTo: string) =>
    site.ask(paths.agreement(), { cookie, form: { accept: 'yes', returnTo } })
  expect((await accept(review)).headers.get('Location')).toBe(review)
  expect((await accept('https://elsewhere.example')).headers.get('Location')).toBe(paths.desk())
  expect((await kindsOf(db)).filter((kind) => kind === 'liaison.agreed')).toHaveLength(1)
  expect((await site.ask(review, { cookie })).status).toBe(200)
})

async function aReviewer() {
  const db = aDatabase()
  const { applicationId, liaisonId } = await aSharedRound(db)
  const { token } = await signedInAs(db, liaisonId, ['password', 'totp'], new Date())
  return {
    db,
    applicationId,
    site: wholeSite(db),
    cookie: await sessionCookie(token),
    async agreedOn(at: number | null) {
      await db.transaction(async (tx) => {
        await tx.delete(reviewerAgreements).where(eq(reviewerAgreements.personId, liaisonId))
        if (at === null) return
        const acceptedAt = new Date(at)
        await tx.insert(reviewerAgreements).values({ personId: liaisonId, acceptedAt })
      })
    },
  }
}
