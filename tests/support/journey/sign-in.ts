import { expect } from '@playwright/test'
import { press, type Window } from './window'

/** In by the demo's door. */
export async function enterAs(window: Window, name: string): Promise<void> {
  await window.open('/demo')
  await window.page
    .getByRole('button', { name: new RegExp(`^Sign in as (Sgt\\. |Officer )?${name}$`) })
    .click()
  await expect(
    window.page.getByRole('button', { name: 'Sign out', includeHidden: true }).first(),
  ).toBeAttached()
}

/** The newest mail to an address with these words in its subject, as its text, read in the demo's mailbox. */
export async function mailTo(window: Window, address: string, subject: RegExp): Promise<string> {
  const { page } = window
  await expect(async () => {
    await window.open(`/mailbox?words=${encodeURIComponent(address)}`)
    const rows = page.getByRole('list', { name: 'Messages' }).getByRole('link', { name: subject })
    await expect(rows.first()).toBeVisible({ timeout: 300 })
  }).toPass({ timeout: 15_000 })
  await window.look('mailbox')
  const rows = page.getByRole('list', { name: 'Messages' }).getByRole('link', { name: subject })
  await rows.first().click()
  const text = await page.locator('pre.mail-text').innerText()
  await window.look('mail')
  return text
}

export function codeIn(text: string, form: RegExp): string {
  const [code] = form.exec(text) ?? []
  if (!code) throw new Error(`There is no code in this: ${text}`)
  return code
}

export async function signInByMail(window: Window, address: string): Promise<void> {
  const { page } = window
  await window.open('/sign-in')
  await window.look('sign-in')
  await page.getByLabel('Your email address').fill(address)
  await press(window, 'Send me a code')
  await expect(page.getByLabel('The code from the email').first()).toBeVisible()
  await window.look('sign-in code')
  const code = codeIn(await mailTo(window, address, /code/i), /[0-9A-Z]{4}-[0-9A-Z]{4}/)
  await window.open('/sign-in/code')
  await page.getByLabel('The code from the email').fill(code)
  await press(window, 'Sign in')
  await expect(
    page.getByRole('button', { name: 'Sign out', includeHidden: true }).first(),
  ).toBeAttached()
}
