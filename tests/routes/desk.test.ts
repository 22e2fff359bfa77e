import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { PersonId } from '~/domain/ids'
import { sessionCookie } from '~/http/session.server'
import { paths } from '~/paths'
import { applications, responseItems } from '~db/schema'
import { aDatabase } from '~tests/support/database'
import { aCoordinator, aLiaison } from '~tests/support/factories'
import { aSentResponse, aSharedRound } from '~tests/support/rounds'
import { signedInAs } from '~tests/support/sessions'
import { wholeSite } from '~tests/support/whole-site'

test('a venue goes from hand to hand by forms alone, and whoever stepped back finds nothing', async () => {
  const db = aDatabase()
  const { applicationId, liaisonId, districtId } = await aSharedRound(db)
  const colleagueId = await aLiaison(db, districtId)
  const { open, post } = await siteFor(db, liaisonId)
  expect(await open(paths.desk())).toContain('In nobody’s hands yet')
  expect(await post(paths.takeOn(applicationId), {})).toBe(paths.review(applicationId))
  expect(await open(paths.desk())).toContain('In your hands')

  expect(await open(paths.assign(applicationId))).toContain('Who answers this venue?')
  const handed = { to: colleagueId, words: 'They ask about rides.', seen: liaisonId }
  expect(await post(paths.assign(applicationId), handed)).toBe(paths.review(applicationId))
  expect(await open(paths.review(applicationId))).toContain('They ask about rides.')
  const [row] = await db.select().from(applications).where(eq(applications.id, applicationId))
  expect(row?.liaisonId).toBe(colleagueId)

  expect(await open(paths.stepBack(applicationId))).toContain('Only coordinators read this.')
  const away = paths.desk({ done: 'stepped_back' })
  expect(await post(paths.stepBack(applicationId), { reason: 'A friend.' })).toBe(away)
  expect(await open(away)).toContain('You stepped back.')
  expect(await open(paths.review(applicationId))).toBe(404)

  const coordinator = await siteFor(db, await aCoordinator(db))
  const review = String(await coordinator.open(paths.review(applicationId)))
  expect(review).toContain('A friend.')
  const end = /\/coordinator\/recusals\/acc_\w+\/end/.exec(review)?.[0] ?? ''
  expect(await coordinator.open(end)).toContain('speak with them first')
  expect(await coordinator.post(end, {})).toBe(paths.review(applicationId))
  expect(await open(paths.review(applicationId))).toContain('In whose hands')
})

test('promises, outreach, trainings and what is new are kept from the desk', async () => {
  const db = aDatabase()
  const { liaisonId } = await aSentResponse(db)
  const { open, post } = await siteFor(db, liaisonId)
  const [step] = await db.select().from(responseItems).where(eq(responseItems.kind, 'next_step'))
  expect(await open(paths.desk())).toContain('My promises: 1 open')
  expect(await open(paths.promises())).toContain('I can send sample wording.')
  expect(await post(paths.tickPromise(step?.id ?? ''), {})).toBe(paths.promises())
  expect(await open(paths.promises({ show: 'given' }))).toContain('Given on')

  expect(await post(paths.looked(), { until: String(Date.now()) })).toBe(paths.desk())
  expect(await open(paths.desk())).toContain('Nothing has changed since you last looked')
  expect(await open(paths.outreach())).toContain('The Lantern Room')

  const guardian = { kind: 'guardian', completedOn: '2025-01-10', expiresOn: '' }
  expect(await post(paths.ownTrainings(), guardian)).toBe(paths.ownTrainings())
  expect(await open(paths.ownTrainings())).toContain('January 10, 2027')
  const coordinator = await siteFor(db, await aCoordinator(db))
  expect(await coordinator.open(paths.programPerson(liaisonId))).toContain('Guardian training')
})

async function siteFor(db: ReturnType<typeof aDatabase>, personId: PersonId) {
  const { token } = await signedInAs(db, personId, ['password', 'totp'], new Date())
  const [site, cookie] = [wholeSite(db), await sessionCookie(token)]
  return {
    /** What the page says, or its status where it does not open. */
    async open(path: string) {
      const answer = await site.ask(path, { cookie })
      return answer.status === 200 ? await answer.text() : answer.status
    },
    /** Where the form leads. */
    async post(path: string, form: Record<string, string>) {
      const answer = await site.ask(path, { cookie, form })
      return answer.headers.get('Location') ?? `${answer.status} ${await answer.text()}`
    },
  }
}
