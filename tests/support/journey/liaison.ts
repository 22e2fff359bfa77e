import { expect } from '@playwright/test'
import { dayFromNow, passage } from './owner'
import { arrived, follow, press, type Window } from './window'

export const strength = 'You have two people look at a doubtful card, so nobody decides alone.'

/** From the desk to the studio of the only venue that waits. */
async function openStudio(window: Window, venue: string): Promise<void> {
  const { page } = window
  await window.open('/liaison')
  await arrived(window, 'Your desk')
  await window.look('desk')
  await follow(window, new RegExp(venue))
  await arrived(window, venue)
  await expect(page.locator('main')).not.toContainText('Castillo')
  await window.look('shared application')
  await press(window, 'Read and write a response')
  await arrived(window, `Your response to ${venue}`)
  await expect(page.locator('main')).not.toContainText('Castillo')
}

const part = (window: Window, name: RegExp) =>
  window.page.getByRole('group', { name }).filter({ has: window.page.getByRole('textbox') })

/** A first response: refused without a strength, then with one that quotes the policy, and a step with help and a date. */
export async function respondWithStep(window: Window, venue: string): Promise<void> {
  const { page } = window
  await openStudio(window, venue)
  await window.look('studio')
  await page.getByLabel('Opening').fill('Thank you for the tour on Thursday.')
  await press(window, 'Preview the letter')
  await arrived(window, `As ${venue} will read it`)
  await expect(page.locator('main')).toContainText('Add at least one strength')
  await expect(page.getByRole('button', { name: `Send to ${venue}` })).toHaveCount(0)
  await window.look('preview, not ready')
  await refusedWhenPosted(window)

  await follow(window, 'Go on writing')
  await arrived(window, `Your response to ${venue}`)
  await press(
    window,
    page
      .locator('#SRV-1')
      .getByRole('button', { name: /^Note a strength/ })
      .first(),
  )
  const noted = part(window, /^Strength on “Checking age and ID”/)
  await noted.getByLabel('What they already do').fill(strength)
  await noted.getByLabel('Whom it helps').fill('Guests and the people at the door.')
  await noted.getByLabel('The passage').fill(passage)

  await press(
    window,
    page
      .locator('#HOME-1')
      .getByRole('button', { name: /^Note a strength/ })
      .first(),
  )
  const home = part(window, /^Strength on “A safe way home”/)
  await home.getByLabel('What they already do').fill('You told your door team where rides stop.')
  await home.getByLabel('Whom it helps').fill('Guests who leave late.')

  await press(
    window,
    page.locator('#HOME-1').getByRole('button', { name: /^Offer a next step on/ }),
  )
  const step = part(window, /^Next step on “A safe way home”/)
  await step.getByLabel('The step').fill('You must put up a sign where rides stop.')
  await toneHint(window)
  await step.getByLabel('The step').fill('A photo of a small sign that shows where rides stop.')
  await step.getByLabel('Why it helps them').fill('Guests find their ride sooner.')
  await step.getByLabel('The help that you offer').fill('I can bring our printed sign on Tuesday.')
  await step.getByLabel('The date that you propose').fill(dayFromNow(14))
  await window.look('studio with a response')
  await send(window, venue)
}

/** The draft is judged when it is sent, whatever the page offers. */
async function refusedWhenPosted({ page, site }: Window): Promise<void> {
  const [application] = /app_\w+/.exec(page.url()) ?? []
  const answer = await page.request.post(`/liaison/applications/${application}/response/send`, {
    form: { revision: '1' },
    headers: { Origin: site.url },
  })
  expect(answer.status()).toBe(422)
}

/** With scripts the hint appears while the liaison writes; without, once it is saved. */
async function toneHint(window: Window): Promise<void> {
  const { page, scripts } = window
  if (!scripts) await press(window, 'Save')
  const hints = page.getByRole('list', { name: 'Suggestions for the tone' })
  await expect(hints.filter({ hasText: 'the piece still open is' })).toHaveCount(1)
  await window.look('studio with a hint')
}

/** The last response: a strength, no step, and so everything is in place. */
export async function respondReady(window: Window, venue: string): Promise<void> {
  const { page } = window
  await openStudio(window, venue)
  await expect(page.locator('main')).toContainText('Every essential is in place.')
  await page.getByLabel('Opening').fill('You did it, all of it.')
  await press(
    window,
    page
      .locator('#HOME-1')
      .getByRole('button', { name: /^Note a strength/ })
      .first(),
  )
  const noted = part(window, /^Strength on “A safe way home”/)
  await noted.getByLabel('What they already do').fill('You show every guest where a ride stops.')
  await noted.getByLabel('Whom it helps').fill('Guests who leave late.')
  await send(window, venue)
}

async function send(window: Window, venue: string): Promise<void> {
  await press(window, 'Preview the letter')
  await arrived(window, `As ${venue} will read it`)
  await window.look('preview')
  await press(window, `Send to ${venue}`)
  await expect(window.page).toHaveURL(/\/letters\/res_\w+/)
  await window.look('letter on the desk')
}

/** The certificate; gives the address of its public page. */
export async function issue(window: Window, venue: string): Promise<void> {
  const { page } = window
  await window.open('/liaison?view=ready')
  await follow(window, new RegExp(venue))
  await arrived(window, venue)
  await follow(window, 'Issue the certificate')
  await arrived(window, `Issue the certificate of ${venue}`)
  await window.look('issue a certificate')
  await press(window, 'Issue the certificate')
  await arrived(window, `${venue} is accredited`)
  await window.look('certificate issued')
  await expect(
    page.getByRole('link', { name: 'See what anyone reads who checks it' }),
  ).toBeVisible()
}
