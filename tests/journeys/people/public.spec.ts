import { expect } from '@playwright/test'
import { storedValue } from '~tests/support/journey/demo'
import { onEachScreen, type Screen } from '~tests/support/journey/screens'
import { codeIn, mailTo } from '~tests/support/journey/sign-in'
import { arrived, follow, press, type Window } from '~tests/support/journey/window'

onEachScreen(
  'somebody without an account',
  async (screen) => {
    const window = await screen.open()
    await answersTheCheck(window)
    await startsWithTheAnswers(window)

    const guest = await screen.open()
    await findsAZone(guest, screen)
    await findsAVenue(guest, screen)
  },
  'phone',
)

/** Twelve questions without an account: a picture, and nothing kept anywhere. */
async function answersTheCheck(window: Window): Promise<void> {
  const { page } = window
  await window.open('/')
  await window.look('front page')
  await follow(window, /questions in two minutes/)
  await arrived(window, 'Twelve questions, two minutes')
  await window.look('readiness check')

  await press(window, 'Show my picture')
  await expect(page.getByText('There is nothing to show yet')).toBeVisible()
  const credentials = page.getByRole('group', { name: /current credential/ })
  await expect(credentials).toBeVisible()
  await answer(window, /Do security staff work/, 'No')
  await expect(credentials).toBeHidden()
  for (const yes of [/check age and ID/, /slow drinks down/, /write it down the same night/]) {
    await answer(window, yes, 'Yes')
  }
  await answer(window, /stepping in against sexual assault/, 'Partly')
  await answer(window, /where rides stop/, 'Not yet')
  await press(window, 'Show my picture')

  await arrived(window, /^Four of twelve essentials sound in place$/)
  await expect(page.locator('main')).toContainText('Nobody has looked, and nothing is stored.')
  await expect(page.locator('.open-ones > li').first()).toContainText('Nearly there')
  await window.look('picture')
  expect(await page.context().cookies()).toEqual([])
}

async function answer({ page }: Window, question: RegExp, words: string): Promise<void> {
  await page.getByRole('group', { name: question }).getByLabel(words, { exact: true }).check()
}

/** Whoever likes takes the answers along, into a venue that is typed in; only its own team reads them. */
async function startsWithTheAnswers(window: Window): Promise<void> {
  const { page } = window
  await page.locator('form.card').getByRole('button', { name: 'Start with these answers' }).click()
  await arrived(window, 'Your answers come along')
  await window.look('answers come along')
  await follow(window, 'Join with your venue')
  await page.getByLabel('Name or street of your venue').fill('Blue Finch Parlor')
  await press(window, 'Find my venue')
  await follow(window, 'Type it in')
  await arrived(window, 'Type in your venue')
  await window.look('type in a venue')
  await page.getByLabel('Name of the venue').fill('Blue Finch Parlor')
  await page.getByLabel('Street address').fill('1200 U St NW, Washington, DC')
  await page.getByLabel('Your name').fill('Ines Moreau')
  await page.getByLabel('Your email address').fill('ines@bluefinch.example.com')
  await press(window, 'Send me a code by email')
  await arrived(window, 'Type the code from your email')
  const back = page.url()
  const mail = await mailTo(window, 'ines@bluefinch.example.com', /code/i)
  await window.open(back)
  await page.getByLabel('The code from the email').fill(codeIn(mail, /[0-9A-Z]{4}-[0-9A-Z]{4}/))
  await press(window, 'Confirm and go on')

  await arrived(window, 'Blue Finch Parlor')
  await window.look('home of a typed venue')
  await follow(window, 'Start your application')
  await expect(page.getByLabel(/Take the answers along/)).toBeChecked()
  await window.look('start with the answers')
  await press(window, 'Start your application')
  await arrived(window, 'Your task list')
  await expect(page.locator('main')).toContainText('you said: nearly there')
  await window.look('task list with the answers')
}

/** Where rides stop tonight: the list, its map, one zone, and the card for a door. */
async function findsAZone(window: Window, { site }: Screen): Promise<void> {
  const { page } = window
  const name = storedValue(
    site,
    `SELECT v.name FROM zone_versions v JOIN zones z ON z.id = v.zone_id AND z.version = v.number
     WHERE v.status IN ('pilot', 'permanent') ORDER BY v.name`,
  )
  await window.open('/zones')
  await arrived(window, 'Ride-share loading zones')
  await expect(page.getByRole('img', { name: /^Where the loading zones are/ })).toBeVisible()
  await window.look('zones')
  await follow(window, new RegExp(name))
  await arrived(window, name)
  await expect(page.getByRole('heading', { name: 'The next seven days' })).toBeVisible()
  await window.look('zone')
  await follow(window, 'A card for the door, to print')
  await arrived(window, 'A card for your door')
  await expect(page.locator('.door-card')).toContainText(name)
  await window.look('door card')
}

/** An accredited venue, from the directory to its certificate. */
async function findsAVenue(window: Window, { site }: Screen): Promise<void> {
  const { page } = window
  await window.open('/venues')
  await window.look('directory')
  await page.getByLabel('Name or address').fill('Foghorn')
  await press(window, 'Search')
  await follow(window, /Foghorn Hall/)
  await arrived(window, 'Foghorn Hall')
  await window.look('public venue')
  const code = storedValue(
    site,
    `SELECT check_code FROM certificates WHERE venue_id = (SELECT id FROM venues WHERE name = ?)
     AND replaced_on IS NULL`,
    'Foghorn Hall',
  )
  await window.open('/check')
  await window.look('check')
  await page.getByLabel('Check code').fill(code.toLowerCase())
  await press(window, 'Check')
  await arrived(window, 'Foghorn Hall')
  await expect(page.locator('main')).toContainText('Valid')
  await window.look('checked certificate')
}
