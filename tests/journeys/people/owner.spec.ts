import { expect } from '@playwright/test'
import { venueNamed } from '~tests/support/journey/demo'
import { onEachScreen } from '~tests/support/journey/screens'
import { arrived, follow, press, type Window } from '~tests/support/journey/window'

onEachScreen(
  'an owner',
  async (screen) => {
    const marta = await screen.enter('Marta Castillo')
    const lanternRoom = `/venue/${venueNamed(screen.site, 'The Lantern Room')}`
    await acknowledgesAZone(marta, lanternRoom)
    await asksForReminders(marta)
    await seesWhatFallsDue(marta, lanternRoom)
    await seesClasses(marta, lanternRoom)
    await seesACertificate(await screen.enter('Grace Kim'))
    await refreshes(
      await screen.enter('Phạm Thu Thảo'),
      `/venue/${venueNamed(screen.site, 'Netmaker’s Rest')}`,
    )
  },
  'desk',
)

/** One tap says that door staff know; the zone asks no more, and it counts for a safe way home. */
async function acknowledgesAZone(window: Window, venue: string): Promise<void> {
  const { page } = window
  await arrived(window, 'The Lantern Room')
  const near = page.getByRole('list', { name: 'Loading zones near you' })
  await expect(near.getByRole('listitem').filter({ hasText: 'Old Ferry House' })).toContainText(
    'ell your door staff',
  )
  await window.look('home with a zone')
  await follow(window, 'Hours, places and words for your door staff')
  await arrived(window, 'Loading zones near you')
  const zone = page.getByRole('article').filter({ hasText: 'Old Ferry House' })
  await expect(zone).toContainText('9 PM to 3 AM')
  await expect(
    page.getByRole('img', { name: /^Loading zones near The Lantern Room/ }),
  ).toBeVisible()
  await window.look('zones near a venue')
  await press(window, zone.getByRole('button', { name: /Our door staff know/ }))
  await expect(zone).toContainText('Your door staff know')
  await expect(zone.getByRole('button')).toHaveCount(0)
  await window.look('zones near a venue, all known')

  await window.open(venue)
  await expect(near.getByRole('listitem').filter({ hasText: 'Old Ferry House' })).not.toContainText(
    'ell your door staff',
  )
  await window.open(`${venue}/standards/HOME-1`)
  await expect(page.locator('#acknowledgement')).toContainText('Old Ferry House')
  await expect(page.locator('#acknowledgement')).toContainText('In place')
  await window.look('a safe way home')
}

async function asksForReminders(window: Window): Promise<void> {
  const { page } = window
  await window.open('/home')
  await follow(window, 'Hours, places and words for your door staff')
  await follow(window, 'Ask for reminders')
  await arrived(window, 'Reminders before service nights')
  await window.look('reminders')
  await page.getByLabel('Yes, remind me in the afternoon').check()
  await press(window, 'Save')
  await arrived(window, 'Loading zones near you')
  await expect(page.locator('main')).toContainText('You get one email in the afternoon')
}

/** Names and dates that run out, the soonest first, for the venue alone. */
async function seesWhatFallsDue(window: Window, venue: string): Promise<void> {
  const { page } = window
  await window.open(venue)
  await follow(window, 'What falls due')
  await arrived(window, 'What falls due')
  const main = page.locator('main')
  await expect(main).toContainText(/\d+ things?, the soonest first/)
  await expect(main).toContainText('stay with your venue')
  await window.look('what falls due')
  await main.locator('.tasks a.row').first().click()
  await expect(page).toHaveURL(new RegExp(`${venue}/`))
}

async function seesClasses(window: Window, venue: string): Promise<void> {
  const { page } = window
  await window.open(venue)
  await page.getByRole('region', { name: /class/i }).getByRole('link').click()
  await arrived(window, 'Classes near you')
  await expect(page.getByRole('heading', { name: 'Stepping in, the full class' })).toBeVisible()
  await expect(page.locator('main')).toContainText('Old Ferry House, upper room')
  await window.look('classes')
}

async function seesACertificate(window: Window): Promise<void> {
  const { page } = window
  await arrived(window, 'Anchor & Oak')
  await window.look('home of an accredited venue')
  await follow(window, 'Certificate')
  await arrived(window, 'Your certificate')
  await expect(page.getByRole('link', { name: 'Download the certificate (PDF)' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What keeps it alive' })).toBeVisible()
  await window.look('certificate')
}

/** What ran out is said first, with the way to mend it; the paper itself is not taken away. */
async function refreshes(window: Window, venue: string): Promise<void> {
  const { page } = window
  await window.look('home of somebody with two venues')
  await follow(window, /Netmaker’s Rest/)
  await arrived(window, 'Netmaker’s Rest')
  await window.look('home of a venue being refreshed')
  await window.open(`${venue}/certificate`)
  await expect(page.locator('main')).toContainText('Being refreshed')
  await window.look('certificate being refreshed')
  await window.open(`${venue}/due`)
  await window.look('what is overdue')
}
