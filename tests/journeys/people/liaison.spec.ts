import { expect } from '@playwright/test'
import { storedValue } from '~tests/support/journey/demo'
import { onEachScreen, type Screen } from '~tests/support/journey/screens'
import { arrived, type Window } from '~tests/support/journey/window'

onEachScreen(
  'a liaison',
  async (screen) => {
    const dana = await screen.enter('Dana Whitfield')
    await readsTheDesk(dana)
    await seesWhatIsBeingRefreshed(dana, screen)
  },
  'phone',
)

/** What waits, the oldest promise first, and each list of the desk. */
async function readsTheDesk(window: Window): Promise<void> {
  const { page } = window
  await arrived(window, 'Your desk')
  await expect(page.locator('main .tasks')).toContainText('Saltmarsh')
  await window.look('desk')
  const lists = page.getByRole('navigation', { name: 'Lists of your desk' }).getByRole('link')
  for (const list of await lists.all()) {
    await list.click()
    await expect(list).toHaveAttribute('aria-current', 'page')
    await window.look(`desk, ${await list.innerText()}`)
  }
}

/** Coverage that lapsed moved a certificate by itself: the desk, the application and the public say the same. */
async function seesWhatIsBeingRefreshed(window: Window, { site, open }: Screen): Promise<void> {
  const { page } = window
  await window.open('/liaison?view=with_venue')
  const row = page.locator('main .tasks li').filter({ hasText: 'The Ladder & Line' })
  await expect(row).toContainText('Refresh due')
  await row.getByRole('link', { name: 'The Ladder & Line' }).first().click()
  await arrived(window, /The Ladder & Line/)
  await window.look('application of a venue being refreshed')

  const code = storedValue(
    site,
    `SELECT check_code FROM certificates WHERE venue_id = (SELECT id FROM venues WHERE name = ?)
     AND replaced_on IS NULL`,
    'The Ladder & Line',
  )
  const guest = await open()
  await guest.open(`/check/${code}`)
  await arrived(guest, 'The Ladder & Line')
  await expect(guest.page.locator('main')).toContainText('Being refreshed')
  await guest.look('check of a certificate being refreshed')
}
