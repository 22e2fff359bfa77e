import { expect } from '@playwright/test'
import { storedValue } from '~tests/support/journey/demo'
import { onEachScreen } from '~tests/support/journey/screens'
import { arrived, follow, type Window } from '~tests/support/journey/window'

const venue = 'Saltmarsh Kitchen & Bar'
const words = 'You post the limit at the stand, so nobody has to guess when the room is full.'

onEachScreen(
  'a partner reviewer',
  async (screen) => {
    const henrik = await screen.enter('Henrik Dahl')
    await arrived(henrik, 'What you were asked about')
    await expect(henrik.page.locator('main')).toContainText('Nothing is waiting for you')
    await henrik.look('home of a partner')
    await follow(henrik, 'Read all standards')
    await arrived(henrik, 'The standards')
    const answer = await henrik.page.request.get('/liaison')
    expect(answer.status()).toBe(403)

    const dana = await screen.enter('Dana Whitfield')
    const id = storedValue(
      screen.site,
      'SELECT id FROM applications WHERE venue_id = (SELECT id FROM venues WHERE name = ?)',
      venue,
    )
    const response = `/liaison/applications/${id}/response`
    await asksForAPart(dana, response)
    await writesIt(henrik)
    await takesItAndSendsItEarly(dana, response)
  },
  'desk',
)

async function asksForAPart(dana: Window, response: string): Promise<void> {
  await dana.open(response)
  await dana.page.getByRole('button', { name: 'Read and write a response' }).click()
  await dana.page.getByRole('button', { name: 'Ask for a part' }).click()
  await arrived(dana, 'Ask for a part of the letter')
  await dana.look('question for a part')
  await dana.page.getByLabel('Who writes it').selectOption({ label: 'Henrik Dahl, Fire safety' })
  await dana.page.getByRole('button', { name: 'Ask them' }).click()
  await arrived(dana, 'Ask a colleague to read this first')
  await expect(dana.page.locator('main')).toContainText('for a part of the letter')
}

/** The partner sees their standards alone, begins with a strength, and hands it over. */
async function writesIt(henrik: Window): Promise<void> {
  const { page } = henrik
  await henrik.open('/parts')
  await follow(henrik, venue)
  await arrived(henrik, `Your part of the letter to ${venue}`)
  await expect(page.locator('#evidence')).not.toContainText('A safe way home')
  await page
    .getByRole('button', { name: /Note a strength here/ })
    .first()
    .click()
  await page.getByLabel('What they already do').fill(words)
  await page.getByLabel('Whom it helps').fill('Guests leave calmly.')
  await henrik.look('part of a letter')
  await page.getByRole('button', { name: 'Hand it over' }).click()
  await arrived(henrik, 'What you were asked about')
  await expect(page.locator('main')).toContainText('Handed over')
}

async function takesItAndSendsItEarly(dana: Window, response: string): Promise<void> {
  const { page } = dana
  await dana.open(response)
  await expect(page.locator('#response')).toContainText(words)
  await page.getByRole('button', { name: /Take it into the letter/ }).click()
  await expect(page.locator('#response')).toContainText('Henrik Dahl wrote this')
  await page.getByRole('button', { name: 'Send one area early' }).click()
  await arrived(dana, 'Send one area early')
  await follow(dana, 'Safe operation')
  await expect(page.locator('main')).toContainText('Written by Henrik Dahl')
  await dana.look('area that is sent early')
  await page.getByRole('button', { name: /^Send “Safe operation”/ }).click()
  await expect(page.locator('main .letter')).toContainText('about “Safe operation” alone')
  await dana.look('letter about one area')
}
