import { expect } from '@playwright/test'
import type { Window } from './window'

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
