import { expect } from '@playwright/test'
import { venueNamed } from '~tests/support/journey/demo'
import { onEachScreen } from '~tests/support/journey/screens'
import { codeIn, mailTo } from '~tests/support/journey/sign-in'
import { arrived, follow, press, type Window } from '~tests/support/journey/window'

const cam = { name: 'Cam Lee', email: 'cam.lee@example.com' }

onEachScreen(
  'an owner, a manager and who has access',
  async (screen) => {
    const marta = await screen.enter('Marta Castillo')
    const venue = `/venue/${venueNamed(screen.site, 'The Lantern Room')}`
    await invites(marta, venue)
    const manager = await screen.open()
    await accepts(manager, venue)
    await changesAndEnds(marta, venue)

    await manager.open(venue)
    await expect(manager.page).toHaveURL(/\/sign-in\?/)
  },
  'phone',
)

async function invites(window: Window, venue: string): Promise<void> {
  const { page } = window
  await window.open(`${venue}/people`)
  await window.look('people with access')
  await follow(window, 'Invite somebody')
  await arrived(window, 'Invite somebody to your venue')
  await window.look('invite to a venue')
  await page.getByLabel('Their name').fill(cam.name)
  await page.getByLabel('Their email address').fill(cam.email)
  await page.getByLabel('Manager', { exact: true }).check()
  await press(window, 'Send the invitation')
  await arrived(window, 'People with access')
  await expect(page.locator('main')).toContainText('The invitation is on its way.')
  await expect(page.getByRole('region', { name: 'Invitations' })).toContainText(cam.email)
  await window.look('people with an invitation')
}

/** The link shows who invites to what; a code to the same address makes sure that it is them. */
async function accepts(window: Window, venue: string): Promise<void> {
  const { page } = window
  const mail = await mailTo(window, cam.email, /invites you to The Lantern Room/)
  await window.open(codeIn(mail, /\/invited\/[\w-]+/))
  await arrived(window, `Welcome, ${cam.name}`)
  await expect(page.locator('main')).toContainText('a manager of The Lantern Room')
  await window.look('invitation')
  await press(window, 'Send me a code by email')
  await arrived(window, 'Type the code from your email')
  const back = page.url()
  const code = codeIn(await mailTo(window, cam.email, /code/i), /[0-9A-Z]{4}-[0-9A-Z]{4}/)
  await window.open(back)
  await page.getByLabel('The code from the email').fill(code)
  await press(window, 'Confirm and go on')
  await expect(page).toHaveURL(new RegExp(`${venue}$`))
  await arrived(window, 'The Lantern Room')
}

async function changesAndEnds(window: Window, venue: string): Promise<void> {
  const { page } = window
  const person = page
    .getByRole('list', { name: 'People with access' })
    .getByRole('listitem')
    .filter({ hasText: cam.name })
  await window.open(`${venue}/people`)
  await expect(person).toContainText('Manager')
  await person.getByRole('link', { name: /^Change/ }).click()
  await arrived(window, `What ${cam.name} may do`)
  await window.look('change what somebody may do')
  await page.getByLabel('Helper', { exact: true }).check()
  await press(window, 'Change it')
  await arrived(window, 'People with access')
  await expect(person).toContainText('Helper')
  await person.getByRole('link', { name: /^Remove/ }).click()
  await arrived(window, `End the access of ${cam.name}?`)
  await window.look('end an access')
  await press(window, 'End the access')
  await arrived(window, 'People with access')
  await expect(person).toHaveCount(0)
}
