import { expect, type Locator, type Page } from '@playwright/test'
import { arrived, type Window } from './window'

/** The venue's workspace with Tab, Enter and Space alone: from the task list through a policy and an answer to the share page. */
export async function worksByKeyboard(window: Window, venue: string): Promise<void> {
  const { page } = window
  const main = page.locator('main')
  await window.open(`${venue}/application`)
  await enter(page, main.getByRole('link', { name: /Checking age and ID/ }))
  await arrived(window, 'Checking age and ID')
  const example = page.locator('details', { hasText: 'what good practice looks like' })
  await tabTo(page, example.locator('summary'))
  await page.keyboard.press('Space')
  await expect(example).toHaveAttribute('open')

  await enter(page, page.locator('#policy').getByRole('link', { name: 'Age and ID', exact: true }))
  await arrived(window, 'Age and ID')
  const section = page.locator('section.section').nth(1)
  await section.getByRole('toolbar').waitFor()
  await tabTo(page, section.getByRole('textbox'))
  await page.keyboard.type('Everybody who works the door.')
  await enter(page, section.getByRole('button', { name: /^Save/ }))
  await expect(section.getByRole('status')).toContainText(/^Saved \d/)

  await enter(page, page.getByRole('link', { name: 'Task list' }))
  await arrived(window, 'Your task list')
  await enter(page, main.getByRole('link', { name: /Good-neighbor closing/ }))
  await enter(page, page.getByRole('link', { name: 'Answer in another way' }))
  await arrived(window, 'How does your venue meet this?')
  await tabTo(page, page.getByLabel('We show it with evidence'))
  await page.keyboard.press('ArrowDown')
  await tabTo(page, page.getByLabel('In your words'))
  await page.keyboard.type('Our doors open to the rail yard alone.')
  await expect(main.getByRole('status').filter({ hasText: /^Saved \d/ })).toBeVisible()

  await enter(page, page.getByRole('link', { name: 'Task list' }))
  await enter(page, main.getByRole('link', { name: 'Check your answers' }))
  await arrived(window, 'Check your answers')
  await tabTo(page, page.getByLabel(/^A word to your liaison/))
  await page.keyboard.type('Hello.')
  await tabTo(page, page.getByRole('button', { name: 'Share with your liaison' }))
}

async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Goes on with Tab until the target has the focus, where it has to be seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let stops = 0; stops < 150; stops += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expect(target).toBeInViewport()
      await expect(target).not.toHaveCSS('outline-style', 'none')
      return
    }
  }
  throw new Error(`Tab does not lead to ${target}.`)
}
