import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { endSessionsOf, storedValue, venueNamed } from '~tests/support/journey/demo'
import { codeIn, enterAs, mailTo } from '~tests/support/journey/sign-in'
import { everything } from '~tests/support/journey/submit-twice'
import { expect, test } from '~tests/support/journey/watched-test'
import { arrived, follow, openWindow, press, type Window } from '~tests/support/journey/window'
import { type RunningLamplight, startLamplight } from '~tests/support/server'

/** Each gets its sentence, and nothing is lost: where that takes a browser. The rest stands in tests/routes and tests/domain. */

let lamplight: RunningLamplight
const big = join(tmpdir(), `lamplight-big-${process.pid}.csv`)

test.beforeAll(async () => {
  lamplight = await startLamplight({ demo: true })
  writeFileSync(big, Buffer.alloc(50 * 1024 * 1024, 'Ada Lang,Server\n'))
})
test.afterAll(async () => {
  rmSync(big, { force: true })
  await lamplight.stop()
})

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test('two people edit one policy: the second reads who was first, and keeps both texts', async ({
      browser,
    }) => {
      const { page: first, ...jose } = await at(browser, scripts, 'José Núñez', policyOfLantern())
      const { page: second, ...marta } = await at(
        browser,
        scripts,
        'Marta Castillo',
        policyOfLantern(),
      )
      const [his, hers] = [`His words, ${scripts}.`, `Her words, ${scripts}.`]
      await write(first, his, scripts)
      if (scripts) await expect(statusOf(first)).toContainText(/^Saved \d/)
      else await first.getByRole('button', { name: `Save ${section}` }).click()

      await write(second, hers, scripts)
      if (!scripts) await second.getByRole('button', { name: `Save ${section}` }).click()
      const main = second.locator('main')
      await expect(main).toContainText('José Núñez')
      await expect(main.locator('blockquote')).toContainText(his)
      const box = scripts ? textOf(second) : second.getByLabel('Your text')
      await expect(box).toHaveValue(hers)
      await marta.look('two texts')

      await second
        .getByRole('button', { name: scripts ? `Save ${section}` : 'Save this section' })
        .click()
      if (scripts) await expect(statusOf(second)).toContainText(/^Saved \d/)
      else await arrived({ ...marta, page: second }, /./)
      await first.reload()
      await expect(textOf(first)).toHaveValue(hers)
      expect([...jose.troubles, ...marta.troubles]).toEqual([])
    })

    test('a session ends while a policy is written: the text comes back, filled and unsaved', async ({
      browser,
    }) => {
      const { window, typed } = await signedOutWhileWriting(browser, scripts)
      const { page } = window
      const before = everything(lamplight.dataDir)
      await signInWithCode(browser, window, 'marta@lanternroom.example')
      await expect(page.getByRole('textbox', { name: 'In your own words' })).toHaveValue(typed)
      await expect(page.locator('main')).toContainText('it is not saved yet')
      await window.look('a form that came back')
      expect(wordsKept(typed)).toBe('0')
      expect(everything(lamplight.dataDir).policy_sections).toBe(before.policy_sections)

      await page.getByRole('button', { name: 'Save this section' }).click()
      await expect(page).toHaveURL(/\/policies\/pol_\w+(#[\w-]+)?$/)
      expect(wordsKept(typed)).toBe('1')
      expect(window.troubles).toEqual([])
    })

    test('a session ends, and somebody else signs in: they get nothing of it', async ({
      browser,
    }) => {
      const { window, typed } = await signedOutWhileWriting(browser, scripts)
      const { page } = window
      await signInWithCode(browser, window, 'leila@saltmarsh.example')
      await expect(page).toHaveURL(/\/(home|venue\/ven_\w+)$/)
      expect(await page.content()).not.toContain(typed)
      expect(wordsKept(typed)).toBe('0')
      expect(window.troubles).toEqual([])
    })

    test('a program that is called a PDF is refused beside its field, and the rest stays typed', async ({
      browser,
    }) => {
      const path = `/venue/${venueNamed(lamplight, 'The Lantern Room')}/policies/upload`
      const { page, ...window } = await at(browser, scripts, 'Marta Castillo', path)
      const before = everything(lamplight.dataDir)
      await page.getByLabel('Name of the policy').fill('Closing time')
      const file = { name: 'closing.pdf', mimeType: 'application/pdf' }
      const buffer = Buffer.from(`\x7fELF\x02\x01\x01${'\0'.repeat(200)}`, 'latin1')
      await page.getByLabel('The policy', { exact: true }).setInputFiles({ ...file, buffer })
      await page.getByRole('button', { name: 'Upload this policy' }).click()
      await expect(page.locator('.field.bad')).toContainText('inside it is a program')
      await expect(page.getByLabel('Name of the policy')).toHaveValue('Closing time')
      await window.look('a refused file')
      expect(everything(lamplight.dataDir)).toEqual(before)
      expect(window.troubles).toEqual([])
    })

    test('a list too long to wait for goes on by itself, is found again, and is taken back whole', async ({
      browser,
    }) => {
      const venueId = venueNamed(lamplight, 'The Lantern Room')
      const path = `/venue/${venueId}/team`
      const window = await at(browser, scripts, 'Marta Castillo', `${path}/import`)
      const { page } = window
      const before = onTheTeam(venueId)
      const file = { name: 'long.csv', mimeType: 'text/csv', buffer: aLongList() }
      await page.getByLabel('Your list').setInputFiles(file)
      await page.getByRole('button', { name: 'Show what would happen' }).click()
      await arrived(window, 'What “long.csv” would do')
      await page
        .locator('main')
        .getByRole('button', { name: /^Import/ })
        .click()
      await arrived(window, '“long.csv” is being imported')
      await expect(page.getByRole('progressbar')).toBeVisible()
      await window.look('a long list under way')

      await window.open(path)
      await follow(window, /^See how far it is$|^long\.csv,/)
      await expect(async () => {
        if (!scripts) await page.reload()
        await arrived(window, '“long.csv” is imported')
      }).toPass({ timeout: 60_000 })
      await expect(page.locator('main')).toContainText('2,000 new')
      // So long a team is counted by the clock, in a thread of its own.
      await expect.poll(() => waitingToBeCounted(venueId), { timeout: 30_000 }).toBe('0')
      expect(Number(fallingDue(venueId))).toBeGreaterThan(1_000)
      await follow(window, 'Take it back')
      await press(window, 'Take it back')
      await arrived(window, '“long.csv” was taken back')
      expect(onTheTeam(venueId)).toBe(before)
      expect(window.troubles).toEqual([])
    })

    test('50 MB where a list is expected: the browser shows the sentence, and nothing is kept', async ({
      browser,
    }) => {
      const path = `/venue/${venueNamed(lamplight, 'The Lantern Room')}/team/import`
      const { page, ...window } = await at(browser, scripts, 'Marta Castillo', path)
      const before = everything(lamplight.dataDir)
      await page.getByLabel('Your list').setInputFiles(big)
      await page.getByRole('button', { name: 'Show what would happen' }).click()
      await expect(page.locator('main')).toContainText(/larger than \d+ MB|too large/)
      await window.look('more than we can take')
      expect(everything(lamplight.dataDir)).toEqual(before)
      expect(window.troubles).toEqual([])
    })
  })
}

test('a field called __proto__ changes nothing, at any depth', async ({ browser }) => {
  const path = policyOfLantern()
  const { page } = await at(browser, false, 'Marta Castillo', path)
  const sql = "SELECT revision FROM policy_sections WHERE policy_id = ? AND anchor = 'leads'"
  const form = new URLSearchParams([
    ['body', 'Plain words.'],
    ['revision', storedValue(lamplight, sql, path.split('/').at(-1) ?? '')],
    ['__proto__', 'polluted'],
    ['__proto__.polluted', 'yes'],
    ['items.__proto__.words', 'polluted'],
    ['constructor.prototype.polluted', 'yes'],
  ])
  const answer = await page.request.post(`${path}/sections/leads`, {
    headers: {
      Origin: lamplight.url,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    data: form.toString(),
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(302)
  const kept = storedValue(
    lamplight,
    "SELECT body FROM policy_sections WHERE body = 'Plain words.'",
  )
  expect(kept).toBe('Plain words.')
})

/** Of 8,000 trainings, more than is read while somebody waits. */
function aLongList(): Buffer {
  const lines = ['Employee ID,Name,Role,Course,Completed on,Certificate number']
  for (let i = 0; i < 8_000; i += 1) {
    const person = i % 2_000
    const day = `2026-0${1 + Math.floor(i / 2_000)}-11`
    lines.push(
      `${person},Ada Long${person},Server,Sexual assault intervention,${day},LONG-LIST-${i}`,
    )
  }
  return Buffer.from(lines.join('\n'))
}

function onTheTeam(venueId: string): string {
  const sql = 'SELECT count(*) FROM staff WHERE venue_id = ? AND removed_at IS NULL'
  return storedValue(lamplight, sql, venueId)
}

function waitingToBeCounted(venueId: string): string {
  return storedValue(lamplight, 'SELECT count(*) FROM venue_changes WHERE venue_id = ?', venueId)
}

function fallingDue(venueId: string): string {
  return storedValue(lamplight, 'SELECT count(*) FROM dues WHERE venue_id = ?', venueId)
}

const section = 'Words for saying no'

function policyOfLantern(): string {
  const venueId = venueNamed(lamplight, 'The Lantern Room')
  const sql =
    'SELECT p.id FROM policies p JOIN policy_sections s ON s.policy_id = p.id WHERE p.venue_id = ? AND s.heading = ?'
  const policyId = storedValue(lamplight, sql, venueId, section)
  expect(policyId).not.toBe('')
  return `/venue/${venueId}/policies/${policyId}`
}

async function at(browser: Browser, scripts: boolean, name: string, path: string) {
  const window = await openWindow(browser, lamplight, { scripts })
  await enterAs(window, name)
  await window.open(path)
  return window
}

function partOf(page: Window['page']) {
  return page.locator('section', { has: page.getByRole('heading', { name: section }) })
}

/** What would be posted: the editor writes into it where scripts run. */
function textOf(page: Window['page']) {
  return partOf(page).locator('textarea')
}

function statusOf(page: Window['page']) {
  return partOf(page).getByRole('status')
}

async function write(page: Window['page'], words: string, scripts: boolean): Promise<void> {
  if (scripts) await partOf(page).getByRole('toolbar').waitFor()
  await partOf(page).getByRole('textbox').fill(words)
}

/** Marta writes, her session ends, and she saves: the page that answers asks her to sign in. */
async function signedOutWhileWriting(browser: Browser, scripts: boolean) {
  const window = await at(browser, scripts, 'Marta Castillo', policyOfLantern())
  const { page } = window
  const typed = `Words that must not be lost, ${scripts}, ${Date.now()}.`
  endSessionsOf(lamplight, 'Marta Castillo')
  await write(page, typed, scripts)
  if (scripts) {
    await expect(page.locator('main')).toContainText('You were signed out; your text is still here')
    await page.getByRole('button', { name: 'Save and sign in' }).click()
  } else {
    await page.getByRole('button', { name: `Save ${section}` }).click()
  }
  await arrived(window, 'Please sign in again')
  await expect(page.locator('main')).toContainText('What you typed is kept on this page')
  await window.look('please sign in again')
  return { window, typed }
}

async function signInWithCode(browser: Browser, { page, scripts }: Window, email: string) {
  const form = page.getByRole('form', { name: 'Sign in by email' })
  await form.getByLabel('Your email address').fill(email)
  await form.getByRole('button', { name: 'Send me a code' }).click()
  const code = page.getByLabel('The code from the email').first()
  await expect(code).toBeVisible()
  // The newest mail is this one's as soon as none is on its way.
  const waiting = "SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')"
  await expect.poll(() => storedValue(lamplight, waiting)).toBe('0')
  const postbox = await openWindow(browser, lamplight, {
    scripts,
    looked: new Set(['mailbox', 'mail']),
  })
  const mail = await mailTo(postbox, email, /code/i)
  await postbox.close()
  await code.fill(codeIn(mail, /[0-9A-Z]{4}-[0-9A-Z]{4}/))
  await page.getByRole('button', { name: 'Sign in', exact: true }).first().click()
}

/** How many sections hold these words. */
function wordsKept(words: string): string {
  return storedValue(lamplight, 'SELECT count(*) FROM policy_sections WHERE body = ?', words)
}
