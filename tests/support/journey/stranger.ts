import { expect } from '@playwright/test'
import { checkWithQpdf, readQr } from '~tests/support/judge-pdf'
import { arrived, follow, press, type Window } from './window'

/** The owner downloads the paper; gives its bytes and the code and address that the page names. */
export async function download(window: Window, venue: string) {
  const { page } = window
  await window.open(`${venue}/certificate`)
  await arrived(window, 'Your certificate')
  await window.look('certificate')
  const link = page.getByRole('link', { name: 'Download the certificate (PDF)' })
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(answer.headers()['content-type']).toBe('application/pdf')
  const bytes = new Uint8Array(await answer.body())
  const row = (term: string) =>
    page
      .locator('dl.facts > div', { hasText: new RegExp(`^${term}`) })
      .locator('dd')
      .first()
  return {
    bytes,
    code: await row('Check code').innerText(),
    url: await row('Check page').innerText(),
  }
}

/** The paper is valid, and its square leads to the page that the portal names. */
export async function judge(bytes: Uint8Array, url: string): Promise<void> {
  expect(await checkWithQpdf(bytes)).toMatchObject({ valid: true })
  expect(await readQr(bytes)).toBe(url)
}

/** Somebody without an account checks the code, by typing it and by its address, and finds the venue in the list. */
export async function checkAndFind(
  window: Window,
  facts: { venue: string; code: string; url: string; district: string },
): Promise<void> {
  const { page } = window
  const { venue, code, url, district } = facts
  await window.open('/check')
  await window.look('check')
  await page.getByLabel('Check code').fill(code.toLowerCase().replaceAll('-', ' '))
  await press(window, 'Check')
  await arrived(window, venue)
  await window.look('checked certificate')
  expect(page.url()).toBe(url)
  await window.open(url)
  await arrived(window, venue)

  await window.open('/venues')
  await window.look('directory')
  await page.getByLabel('Name or address').fill(venue.split(' ')[0] ?? venue)
  await press(window, 'Search')
  const found = page.getByRole('list', { name: 'Accredited venues' }).getByRole('link')
  await expect(found).toHaveCount(1)
  await window.open('/venues')
  await page.getByLabel('District').selectOption({ label: district })
  await press(window, 'Search')
  await expect(found).toHaveCount(1)
  const [other] = (await page.getByLabel('District').locator('option').allInnerTexts()).filter(
    (name) => name !== district && name !== 'All districts',
  )
  await page.getByLabel('District').selectOption({ label: other })
  await press(window, 'Search')
  await expect(found).toHaveCount(0)
  await window.look('directory, nothing found')
  await window.open(`/venues?words=${encodeURIComponent(venue)}`)
  await follow(window, new RegExp(venue))
  await arrived(window, venue)
  await window.look('public venue')
}
