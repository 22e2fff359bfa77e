import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from '~tests/support/journey/watched-test'
import { type RunningLamplight, startLamplight } from '~tests/support/server'

/** Passkeys as a browser makes and uses them, with an authenticator that Chromium plays. */

let lamplight: RunningLamplight
let site: string

test.beforeAll(async () => {
  lamplight = await startLamplight({ demo: true })
  site = lamplight.url.replace('127.0.0.1', 'localhost')
})
test.afterAll(() => lamplight.stop())

for (const person of ['Marta Castillo', 'Dana Whitfield']) {
  test(`${person} adds a passkey, signs in with it, proves it, and removes it`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: site })
    const page = await context.newPage()
    await withAuthenticator(context, page)
    await page.goto('/demo')
    await page.getByRole('button', { name: person }).first().click()
    await page.goto('/account')
    await page.getByRole('link', { name: 'Add a passkey' }).click()
    await page.getByLabel('A name for it').fill('My test key')
    await page.getByRole('button', { name: 'Make the passkey' }).click()
    await expect(page).toHaveURL('/account')
    await expect(page.locator('main')).toContainText('My test key')
    await expect(page.locator('main')).toContainText('Not used yet')

    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await page.goto('/sign-in/passkey?returnTo=/account')
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await expect(page).toHaveURL('/account')
    await expect(page.locator('main')).not.toContainText('Not used yet')

    await page.goto('/account/prove')
    await page.getByRole('button', { name: 'Use your passkey' }).click()
    await expect(page).not.toHaveURL(/prove/)

    await page.goto('/account')
    await page.getByRole('link', { name: 'Remove My test key' }).click()
    await page.getByRole('button', { name: 'Remove the passkey' }).click()
    await expect(page).toHaveURL('/account')
    await expect(page.locator('main')).not.toContainText('My test key')
    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await page.goto('/sign-in/passkey')
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await expect(page.locator('main')).toContainText('That passkey did not fit')
    await context.close()
  })
}

test('at a number, the page leads to the name', async ({ browser }) => {
  const page = await browser.newPage()
  await page.goto(`${lamplight.url}/sign-in/passkey`)
  await page.getByRole('link', { name: 'Open this page at its name' }).click()
  await expect(page).toHaveURL(`${site}/sign-in/passkey`)
  await expect(page.getByRole('button', { name: 'Use a passkey' })).toBeVisible()
  await page.close()
})

async function withAuthenticator(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
