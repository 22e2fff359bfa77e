import { expect, test } from 'vitest'
import { startSession } from '~/domain/accounts/session.server'
import type { PersonId } from '~/domain/ids'
import { sessionCookie } from '~/http/session.server'
import { paths } from '~/paths'
import { policies } from '~db/schema'
import type { Factor } from '~db/vocabulary'
import { aDatabase } from '~tests/support/database'
import naughty from '~tests/support/naughty-strings.json'
import { formsOf } from '~tests/support/page-forms'
import { aSentResponse } from '~tests/support/rounds'
import { wholeSite } from '~tests/support/whole-site'
import '~tests/support/visits'

const separators = ['a\u2028b', 'a\u2029b', 'a\u0000b', 'a\u0085b', 'a\vb']
const typed = [
  ...naughty.filter((_, index) => index % 24 === 0),
  ...separators,
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  'x'.repeat(200_000),
]

async function aSite() {
  const db = aDatabase()
  const story = await aSentResponse(db)
  const site = wholeSite(db)
  const cookieOf = async (id: PersonId, factors: Factor[]) => {
    const token = await db.transaction((tx) => startSession(tx, id, factors, new Date()))
    return (await sessionCookie(token)).split(';')[0] ?? ''
  }
  const owner = await cookieOf(story.ownerId, ['email_code'])
  const liaison = await cookieOf(story.liaisonId, ['password', 'totp'])
  return { ...story, db, site, owner, liaison }
}

test('whatever is typed is taken or refused with a sentence, and read back as text', async () => {
  const { site, owner, liaison, venueId, policyId, responseId, applicationId } = await aSite()
  const section = `${paths.policy(venueId, policyId)}/sections/what-we-do`
  const forms: [string, (text: string) => Record<string, string>][] = [
    [`${paths.policies(venueId)}/new`, (title) => ({ template: 'blank', title })],
    [section, (body) => ({ body, revision: '1' })],
    [`${paths.letter(venueId, responseId)}/replies`, (words) => ({ words, about: '' })],
    [`${paths.team(venueId)}/new`, (name) => ({ name, position: 'host', another: 'yes' })],
    [`/venue/${venueId}/standards/HOME-1/answer`, (words) => ({ stance: 'another_way', words })],
  ]
  for (const text of typed) {
    for (const [path, form] of forms) {
      const answer = await site.ask(path, { cookie: owner, form: form(text) })
      expect([302, 409, 422], `${path}: ${text.slice(0, 60)}`).toContain(answer.status)
      if (text.length > 100_000) expect([path, answer.status]).toEqual([path, 422])
    }
    const asked = encodeURIComponent(text.slice(0, 300))
    for (const path of [
      `/venues?words=${asked}&district=${asked}&after=${asked}`,
      `/join?words=${asked}`,
      `/check?code=${asked}`,
      `/sign-in?returnTo=${asked}`,
    ]) {
      expect((await site.ask(path)).status, path).toBeLessThan(500)
    }
    const desk = `/liaison?view=${asked}&words=${asked}&after=${asked}`
    expect((await site.ask(desk, { cookie: liaison })).status).toBe(200)
  }
  const check = await (await site.ask(paths.share(venueId), { cookie: owner })).text()
  const fields = formsOf(check, paths.share(venueId)).flatMap((form) => form.fields)
  const seen = fields.find(({ name }) => name === 'seen')
  const words = typed.at(-3) ?? ''
  const unseen = await site.ask(paths.share(venueId), {
    cookie: owner,
    form: { words, seen: 'mine' },
  })
  // The page of what goes along comes back, with what was typed.
  expect([unseen.status, await unseen.text()]).toEqual([409, expect.stringContaining('alert(1)')])
  const form = { words, seen: seen?.value ?? '' }
  expect((await site.ask(paths.share(venueId), { cookie: owner, form })).status).toBe(302)

  const pages: [string, string][] = [
    [paths.policies(venueId), owner],
    [paths.policy(venueId, policyId), owner],
    [paths.letter(venueId, responseId), owner],
    [paths.team(venueId), owner],
    [paths.review(applicationId), liaison],
    [paths.reviewLetter(applicationId, responseId), liaison],
  ]
  for (const [path, cookie] of pages) {
    const answer = await site.ask(path, { cookie })
    expect([path, answer.status]).toEqual([path, 200])
    const html = await answer.text()
    expect(html).not.toMatch(/<script>alert|<img src=x|href="javascript:/i)
    // The team's names are on the list above, and nowhere for staff.
    expect(html.includes('Marisol')).toBe(path === paths.team(venueId))
  }
  expect(site.lines.filter((line) => line.includes('"event":"error"'))).toEqual([])
  expect(site.lines.join()).not.toContain('Marisol')
})

test.each(separators)(
  'a title with a line break or a control in it is refused: %j',
  async (title) => {
    const { db, site, owner, venueId } = await aSite()
    const before = await db.$count(policies)
    const path = `${paths.policies(venueId)}/new`
    const answer = await site.ask(path, { cookie: owner, form: { template: 'blank', title } })
    expect(answer.status).toBe(422)
    expect(await db.$count(policies)).toBe(before)
  },
)
