import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { venueNamed } from '~tests/support/journey/demo'
import { onEachScreen, type Screen } from '~tests/support/journey/screens'
import { arrived, follow, press, type Window } from '~tests/support/journey/window'

/** The rooms of the workspace that the way from a license list to a certificate does not pass. */
onEachScreen(
  'the rest of the workspace',
  async (screen) => {
    const marta = await screen.enter('Marta Castillo')
    const lanternRoom = `/venue/${venueNamed(screen.site, 'The Lantern Room')}`
    await checksItself(marta, lanternRoom)
    await hasItsPoliciesRead(marta, lanternRoom, screen)
    await pastesAList(marta, lanternRoom)
    await writesAClassDown(marta, lanternRoom)
    await printsAndDownloads(marta, lanternRoom)
    const devon = await screen.enter('Devon Wright')
    await keepsThingsTrue(devon, `/venue/${venueNamed(screen.site, 'Foghorn Hall')}`)
  },
  'phone',
)

/** Two minutes for an area, then the picture of all of them and the two numbers. */
async function checksItself(window: Window, venue: string): Promise<void> {
  const { page } = window
  await window.open(`${venue}/self-check`)
  await window.look('self-check')
  await page.getByRole('list', { name: 'Areas' }).getByRole('link').first().click()
  await expect(page).toHaveURL(/self-check\/\w+$/)
  for (const question of await page.locator('main fieldset').all()) {
    await question.getByLabel('Partly').check()
  }
  await window.look('self-check of an area')
  const area = page.url()
  await press(window, 'Save and go on')
  await expect(page).not.toHaveURL(area)
  await window.open(`${venue}/self-check`)
  await expect(page.locator('main')).toContainText('Nearly there')
  await follow(window, /(Set|Change) your ruler/)
  await arrived(window, 'Your ruler')
  await page
    .getByRole('group', { name: /How important/ })
    .getByLabel('8', { exact: true })
    .check()
  await page
    .getByRole('group', { name: /How confident/ })
    .getByLabel('5', { exact: true })
    .check()
  await window.look('ruler')
  await press(window, 'Save our ruler')
  await expect(page.locator('#ruler')).toContainText('8')
}

/** The team reads by the code on the poster, and signs without an account. */
async function hasItsPoliciesRead(window: Window, venue: string, screen: Screen): Promise<void> {
  const { page } = window
  await window.open(`${venue}/reading`)
  await window.look('read by the team')
  await follow(window, /^Choose the policies$|^Put a newer version to them$/)
  await arrived(window, 'What your team reads')
  await page.getByRole('group', { name: 'Which policies?' }).getByRole('checkbox').first().check()
  await window.look('what the team reads')
  await press(window, page.locator('main form').getByRole('button').first())
  await arrived(window, 'Read by your team')
  await follow(window, 'Print the poster')
  const code = page.locator('main svg').first()
  const shot = await sharp(await code.screenshot())
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const read = jsQR(new Uint8ClampedArray(shot.data), shot.info.width, shot.info.height)
  expect(read?.data).toMatch(/\/read\/\w+/)

  const phone = await screen.open()
  await phone.open(new URL(read?.data ?? '').pathname)
  await phone.look('what a colleague reads')
  await phone.page.getByLabel('Your name').fill('Kofi Mbeki')
  await phone.page.getByLabel(/^I have read these policies/).check()
  await press(phone, 'Sign')
  await expect(phone.page).toHaveURL(/\/signed$/)
  await phone.look('signed by a colleague')
  await window.open(`${venue}/reading`)
  await expect(page.locator('#signed')).toContainText('1 signature')
}

/** Cells out of a spreadsheet, with dates that read two ways: asked, answered, written, and taken back. */
async function pastesAList(window: Window, venue: string): Promise<void> {
  const { page } = window
  await window.open(`${venue}/team/import`)
  await page
    .getByLabel('Or paste the cells from your spreadsheet')
    .fill('Name\tRole\tHire date\nNoor Haddad\tServer\t03/04/2025\n')
  await press(window, 'Show what would happen')
  await arrived(window, 'What “Pasted cells” would do')
  await page.getByLabel('The day', { exact: true }).check()
  await window.look('a list with a question')
  await press(window, 'Show it with this answer')
  await expect(page.locator('main')).toContainText('since April 3, 2025')
  await press(window, page.locator('main').getByRole('button', { name: /^Import/ }))
  await arrived(window, '“Pasted cells” is imported')
  await follow(window, 'Take it back')
  await press(window, 'Take it back')
  await arrived(window, '“Pasted cells” was taken back')
}

async function writesAClassDown(window: Window, venue: string): Promise<void> {
  const { page } = window
  await window.open(`${venue}/team/standards/SRV-2`)
  await window.look('the team and one standard')
  await follow(window, 'Write down a class that your people have taken')
  await arrived(window, 'One class, several people')
  await window.look('one class, several people')
  const there = page.getByRole('group', { name: 'Who was there?' }).getByRole('checkbox')
  await there.nth(0).check()
  await there.nth(1).check()
  await page.getByLabel('Completed on').fill('2026-01-05')
  await press(window, 'Add the training for all of them')
  await arrived(window, 'Team and training')
  await expect(page.locator('main')).toContainText('on the list of 2 people now')
}

async function printsAndDownloads(window: Window, venue: string): Promise<void> {
  const { page } = window
  await window.open(`${venue}/team/calendar`)
  await window.look('calendar of trainings')
  await window.open(`${venue}/team/wall-sheet`)
  await window.look('wall sheet')
  await window.open(`${venue}/policies`)
  await window.look('policies')
  for (const [name, begins] of [
    [/PDF/, '%PDF'],
    [/Word/, 'PK'],
  ] as const) {
    const waits = page.waitForEvent('download')
    await page.locator('main').getByRole('link', { name }).first().click()
    const path = await (await waits).path()
    expect(readFileSync(path).subarray(0, begins.length).toString()).toBe(begins)
  }
  await page.locator('main').getByRole('list').getByRole('link').first().click()
  await follow(window, /versions/i)
  await window.look('versions of a policy')
  await press(window, 'Show what differs')
  await expect(page).toHaveURL(/compare\?from=/)
  await window.look('two versions compared')
}

/** After accreditation: one tap says that it is still true; what changed goes to the liaison when the venue likes. */
async function keepsThingsTrue(window: Window, venue: string): Promise<void> {
  const { page } = window
  await window.open(`${venue}/application`)
  await window.look('what an accredited venue stands on')
  const kept = page.locator('#keep').getByRole('listitem').first()
  await press(window, kept.getByRole('button').first())
  await expect(page.locator('#keep')).toContainText(/today|Still true/)
  await window.open(`${venue}/standards/MGT-2`)
  await window.look('a standard of an accredited venue')
  const contact = page.locator('#contact')
  await contact.locator('summary').first().click()
  await contact.getByLabel('Name or role').fill('Floor manager')
  await contact.getByLabel('Phone number or email address').fill('202-555-0177')
  await press(window, contact.getByRole('button', { name: 'Save this contact' }))
  await expect(contact).toContainText('Floor manager')
  await window.open(`${venue}/amend`)
  await window.look('share a change')
  await press(window, 'Share this change')
  await arrived(window, 'Your change is shared')
  await window.look('a change is shared')
}
