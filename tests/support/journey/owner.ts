import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { PDFDocument } from 'pdf-lib'
import { aPng } from '~tests/files/pictures'
import { writeWithButtons } from './policy-editor'
import { codeIn, mailTo } from './sign-in'
import { arrived, follow, press, type Window } from './window'

/** The owner of the letter opens its address, confirms an email address by the code sent there, and joins. */
export async function claim(window: Window, code: string, name: string, email: string) {
  const { page } = window
  await window.open('/claim')
  await window.look('claim')
  await page.getByLabel('The code in the letter').fill(code.toLowerCase())
  await press(window, 'Go on')
  await arrived(window, /^Welcome, /)
  await window.look('claim with a code')
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Your email address').fill(email)
  await press(window, 'Send me a code by email')
  await arrived(window, 'Type the code from your email')
  await window.look('confirm an address')
  const back = page.url()
  const typed = codeIn(await mailTo(window, email, /code/i), /[0-9A-Z]{4}-[0-9A-Z]{4}/)
  await window.open(back)
  await page.getByLabel('The code from the email').fill(typed)
  await press(window, 'Confirm and go on')
  await expect(page).toHaveURL(/\/venue\/ven_\w+$/)
  await window.look('home of a new venue')
}

/** A code that has run out, or was used, opens nothing and says why. */
export async function refusedCode(window: Window, code: string, why: string): Promise<void> {
  const { page } = window
  await window.open('/claim')
  await page.getByLabel('The code in the letter').fill(code)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.locator('main')).toContainText(why)
  await window.look(`code that opens nothing: ${why}`)
  // The page of a used code is a 404, and the browser notes that.
  const noted = window.troubles.splice(0)
  expect(noted.filter((trouble) => !/status of 404 .*\/claim\//.test(trouble))).toEqual([])
}

/** Before anything is written there is nothing to share, whatever is posted. */
export async function nothingToShare(window: Window, venue: string): Promise<void> {
  const { page, site } = window
  await window.open(`${venue}/share`)
  await expect(page.locator('main')).toContainText('There is nothing to share yet.')
  await expect(page.getByRole('button', { name: 'Share with your liaison' })).toHaveCount(0)
  await window.look('nothing to share')
  const answer = await page.request.post(`${venue}/share`, {
    form: { words: 'Here it is.' },
    headers: { Origin: site.url },
  })
  expect(answer.status()).toBe(422)
  expect(await answer.text()).toContain('There is nothing to share yet.')
  await window.open(venue)
}

export async function begin(window: Window): Promise<void> {
  await follow(window, 'Start your application')
  await arrived(window, 'Start your application')
  await window.look('start an application')
  await press(window, 'Start your application')
  await arrived(window, 'Your task list')
  await window.look('task list')
}

export const passage = 'Two people look at every card before anybody is turned away.'

/** A policy from a template: it saves itself where scripts run, and by its button everywhere. */
export async function writePolicy(window: Window, venue: string): Promise<void> {
  const { page } = window
  await window.open(`${venue}/standards/SRV-1`)
  await window.look('standard')
  await follow(window, 'Write it from our template')
  await arrived(window, 'Start a policy')
  await window.look('start a policy')
  await press(window, 'Start writing')
  await arrived(window, 'Age and ID')
  await window.look('policy')
  const section = page.locator('section', {
    has: page.getByRole('heading', { name: 'When an ID looks doubtful' }),
  })
  if (window.scripts) await section.getByRole('toolbar').waitFor()
  await section.getByRole('textbox').fill(`We stay friendly at the door. ${passage}`)
  if (window.scripts) {
    await expect(section.getByRole('status')).toContainText(/^Saved \d/)
  } else {
    await press(window, section.getByRole('button', { name: /^Save/ }))
    await arrived(window, 'Age and ID')
  }
  await window.open(page.url().split('#')[0] ?? page.url())
  await expect(section.locator('textarea')).toHaveValue(new RegExp(passage))
  if (window.scripts) await writeWithButtons(window)
}

export const housePolicy = 'House rules'

/** One document on paper, put beside one standard, and then pointed to from every other that asks for a policy. */
export async function uploadPolicy(window: Window, venue: string, others: readonly string[]) {
  const { page } = window
  await window.open(`${venue}/standards/SRV-2`)
  await follow(window, 'Upload yours')
  await arrived(window, 'Upload a policy')
  await window.look('upload a policy')
  await page.getByLabel('Name of the policy').fill(housePolicy)
  const [file] = [{ name: 'house rules.pdf', mimeType: 'application/pdf', buffer: await aPdf() }]
  await page.getByLabel('The policy', { exact: true }).setInputFiles(file)
  await press(window, 'Upload this policy')
  await expect(page).toHaveURL(/\/standards\/SRV-2$/)
  await expect(page.locator('#policy')).toContainText('In place')
  await window.look('standard with a file')
  for (const code of others) {
    await window.open(`${venue}/standards/${code}`)
    const policy = page.locator('#policy')
    await policy.locator('summary').click()
    await policy.getByRole('combobox', { name: 'Policy' }).selectOption({ label: housePolicy })
    await press(window, policy.getByRole('button', { name: 'Use this policy' }))
    await expect(policy).toContainText('In place')
  }
}

async function aPdf(): Promise<Buffer> {
  const document = await PDFDocument.create()
  const sheet = document.addPage()
  sheet.drawText('House rules: how we look after our guests.', { x: 50, y: 700, size: 14 })
  return Buffer.from(await document.save())
}

/** The staff list of a real-looking venue: preview, import, and the coverage that follows, with its denominator. */
export async function importRoster(window: Window, venue: string): Promise<void> {
  const { page } = window
  await window.open(`${venue}/team`)
  await window.look('team, empty')
  await follow(window, 'Import a list')
  await arrived(window, 'Import a staff list')
  await window.look('import a staff list')
  await page
    .getByLabel('Your list')
    .setInputFiles({ name: 'team.csv', mimeType: 'text/csv', buffer: rosterOfToday() })
  await press(window, 'Show what would happen')
  await arrived(window, 'What “team.csv” would do')
  await expect(page.locator('main')).toContainText('Nothing has been written yet.')
  await window.look('preview of a staff list')
  await press(window, page.locator('main').getByRole('button', { name: /^Import/ }))
  await arrived(window, '“team.csv” is imported')
  await window.look('report of a staff list')
  await follow(window, 'See the team')
  await arrived(window, 'Team and training')
  const coverage = page.getByRole('list', { name: 'Coverage' })
  await expect(coverage.getByRole('link', { name: /Serving responsibly/ })).toContainText(
    /\d+ of \d+ people current/,
  )
  await expect(page.getByRole('list', { name: 'People' })).toContainText('Castillo')
  await window.look('team')
}

/** The roster was written for one day; each of its dates moves along with today. */
function rosterOfToday(): Buffer {
  const text = readFileSync('tests/support/rosters/0-lantern-room.csv', 'utf8')
  const written = Date.UTC(2026, 10, 22)
  const days = Math.floor((Date.now() - written) / 86_400_000)
  return Buffer.from(
    text.replace(/\d{4}-\d\d-\d\d/g, (day) =>
      new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10),
    ),
  )
}

type Fill = (page: Window['page'], scope: ReturnType<Window['page']['locator']>) => Promise<void>

const signature: Fill = (_, scope) =>
  scope.getByLabel('Your name, as you would sign').fill('Rosa Alvarez')
const photo: Fill = (_, scope) =>
  scope
    .getByLabel('Photo', { exact: true })
    .setInputFiles({ name: 'sign.png', mimeType: 'image/png', buffer: Buffer.from(aPng()) })

/** Every essential in its thinnest true form, apart from policies and training. */
const thinnest: [code: string, kind: string, button: string, fill: Fill][] = [
  ['SRV-3', 'attestation', 'Sign this statement', signature],
  ['CARE-1', 'attestation', 'Sign this statement', signature],
  [
    'OPS-2',
    'blank_form',
    'Add this form',
    async (_, scope) =>
      scope
        .getByLabel('Blank form', { exact: true })
        .setInputFiles({ name: 'form.pdf', mimeType: 'application/pdf', buffer: await aPdf() }),
  ],
  ['OPS-2', 'attestation', 'Sign this statement', signature],
  ['OPS-3', 'photo', 'Add this photo', photo],
  [
    'HOME-1',
    'acknowledgement',
    'Save this note',
    (_, scope) => scope.getByLabel(/^Our door team knows/).check(),
  ],
  [
    'MGT-1',
    'count',
    'Save this count',
    async (page, scope) => {
      await scope.getByLabel('People on your team').fill('12')
      await scope.getByLabel(/how many have read/).fill('11')
      await signature(page, scope)
    },
  ],
  [
    'MGT-2',
    'contact',
    'Save this contact',
    async (_, scope) => {
      await scope.getByLabel('Name or role').fill('Night manager')
      await scope.getByLabel('Phone number or email address').fill('202-555-0142')
    },
  ],
  [
    'MGT-2',
    'conversation',
    'Save this talk',
    async (_, scope) => {
      await scope.getByLabel('Whom did you talk with?').fill('Sgt. Marcus Reed')
    },
  ],
]

export async function putInPlace(window: Window, venue: string): Promise<void> {
  const { page } = window
  for (const [code, kind, button, fill] of thinnest) {
    await putBeside(window, venue, { code, kind, button, fill })
    await window.look(`standard ${code}, ${kind}`)
  }
  await window.open(`${venue}/profile`)
  await window.look('profile')
  await page.getByLabel('No', { exact: true }).check()
  await press(window, 'Save')
  await arrived(window, 'Your task list')
}

type Beside = { code: string; kind: string; button: string; fill: Fill }

async function putBeside(window: Window, venue: string, { code, kind, button, fill }: Beside) {
  const { page } = window
  await window.open(`${venue}/standards/${code}`)
  const ask = page.locator(`#${kind}`)
  await fill(page, ask)
  await press(window, ask.getByRole('button', { name: button }))
  await expect(ask).toContainText('In place')
}

export function addHomePhoto(window: Window, venue: string): Promise<void> {
  return putBeside(window, venue, {
    code: 'HOME-1',
    kind: 'photo',
    button: 'Add this photo',
    fill: photo,
  })
}

/** Check your answers, share, and the receipt; gives the receipt's address. */
export async function share(window: Window, venue: string, words: string, open: string | null) {
  const { page } = window
  await window.open(`${venue}/share`)
  await arrived(window, 'Check your answers')
  const main = page.locator('main')
  if (open) await expect(main).toContainText('1 essential is still open')
  else await expect(main).toContainText('Every essential standard has what it asks for.')
  await expect(main).toContainText('Sgt. Marcus Reed')
  await expect(main).toContainText('public-records law')
  await window.look(`check your answers${open ? '' : ', everything in place'}`)
  await page.getByLabel(/^A word to your liaison/).fill(words)
  await press(window, 'Share with your liaison')
  await arrived(window, 'Your application is shared')
  await expect(main).toContainText(words)
  await window.look('receipt')
}

/** Reads the letter, proposes another date, and replies. */
export async function answerLetter(window: Window, venue: string, strength: string) {
  const { page } = window
  await window.open(venue)
  await window.look('home with a letter')
  await follow(window, 'Read the letter')
  await arrived(window, /^A letter for /)
  const letter = page.locator('article.letter')
  await expect(letter).toContainText(strength)
  await expect(letter).toContainText(passage)
  await window.look('letter')
  const read = page.url()

  await page.getByRole('link', { name: /^Another date/ }).click()
  await arrived(window, 'Your answer to this step')
  await window.look('answer to a step')
  await page.getByLabel('The date that suits you').fill(dayFromNow(30))
  await page.getByLabel(/^A word about it/).fill('Our sign maker needs two weeks.')
  await press(window, 'Send your answer')
  await arrived(window, /^A letter for /)
  await expect(letter).toContainText('You chose another date')

  await window.open(read)
  await page.getByLabel(/^Write to /).fill('Thank you. The sign goes up this month.')
  await press(window, 'Send the reply')
  await arrived(window, /^A letter for /)
  await expect(page.getByRole('list', { name: 'Replies' })).toContainText('The sign goes up')
  await window.look('letter, answered')
}

export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
