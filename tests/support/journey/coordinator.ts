import { expect } from '@playwright/test'
import { arrived, follow, press, type Window } from './window'

export const listFile = 'db/real-data/dc-licensees-2016.csv'

/** The license list comes in: a preview, districts, the import; and once more, which changes nothing. */
export async function importLicenseList(window: Window): Promise<void> {
  const { page } = window
  await window.open('/coordinator')
  await window.look('coordinator, empty')
  await follow(window, 'Import a license list')
  await arrived(window, 'Import a license list')
  await window.look('import a list')
  await chooseList(window)
  await arrived(window, 'What this list would bring')
  const facts = page.locator('dl.facts')
  await expect(facts).toContainText('Rows in the file1,259')
  await expect(facts).toContainText('Venues1,256')
  await expect(facts).toContainText('Would be added1,256')
  await window.look('preview of a list')
  await press(window, 'Import 1,256 venues')
  await arrived(window, 'The list is in')
  await expect(facts).toContainText('Added1,256')
  await window.look('report of a list')

  await window.open('/coordinator/imports/new')
  await chooseList(window)
  await expect(page.locator('main')).toContainText('Nothing would change')
  await press(window, 'Import it once more')
  await arrived(window, 'Nothing changed')
  await expect(facts).toContainText('Added0')

  await window.open('/coordinator/districts')
  await window.look('districts')
}

async function chooseList(window: Window): Promise<void> {
  await window.page.getByLabel('The list, saved as CSV').setInputFiles(listFile)
  await press(window, 'See what it would bring')
}

/** Finds a venue of the list and writes its letter; gives the claim code, the venue's id and its district. */
export async function invite(window: Window, venue: string, email: string) {
  const { page } = window
  await window.open('/coordinator/venues')
  await page.getByLabel('Name or address').fill(venue)
  await press(window, 'Show')
  await expect(page.locator('main')).toContainText('1 venue fits')
  await window.look('venues')
  await follow(window, new RegExp(venue))
  await arrived(window, venue)
  await window.look('venue of the coordinator')
  const id = /ven_\w+/.exec(page.url())?.[0] as `ven_${string}`
  const district = await page
    .locator('dl.facts > div', { hasText: /^District/ })
    .locator('dd')
    .first()
    .innerText()

  await follow(window, 'Invite this venue')
  await arrived(window, `Invite ${venue}`)
  await window.look('invite')
  await page.getByLabel('Email address of the venue').fill(email)
  await press(window, 'Write the letter')
  await expect(page).toHaveURL(/\/coordinator\/invitations\//)
  await window.look('letter of invitation')
  const letter = await page.locator('main').innerText()
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(letter)?.[0] ?? ''
  expect(code).not.toBe('')
  return { id, district, code }
}
