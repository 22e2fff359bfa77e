import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from '@playwright/test'
import type { Window } from './window'

const fromWord = readFileSync(
  path.join(process.cwd(), 'tests/support/clipboard/word.html.txt'),
  'utf8',
)

const written = `We check **everyone**.

- door
- bar

### At the door

We check “**everyone**” who looks *under 40*.

- Hold it up
- Feel the edge

1. Ask once
2. Thank [them](https://example.com/how)

That’s all.`

/** Writes a section with the buttons and the keys, pastes from Word, and finds it saved as Markdown. */
export async function writeWithButtons({ page, look }: Window): Promise<void> {
  const section = page.locator('section#purpose')
  const box = section.getByRole('textbox')
  await section.getByRole('toolbar').waitFor()
  await box.click()
  await page.keyboard.type('We check ')
  await section.getByRole('button', { name: 'Bold' }).click()
  await page.keyboard.type('everyone')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('.')
  await page.keyboard.press('Enter')
  await section.getByRole('button', { name: 'List', exact: true }).click()
  for (const keys of ['door', 'Enter', 'bar', 'Enter', 'Enter']) {
    if (keys === 'Enter') await page.keyboard.press(keys)
    else await page.keyboard.type(keys)
  }
  await box.evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    const facts = { clipboardData, bubbles: true, cancelable: true }
    element.dispatchEvent(new ClipboardEvent('paste', facts))
  }, fromWord)
  await expect(section.locator('textarea')).toHaveValue(written)
  await expect(section.getByRole('status')).toContainText(/^Saved \d/)
  await look('policy with buttons')
  await page.reload()
  await section.getByRole('toolbar').waitFor()
  await expect(section.locator('textarea')).toHaveValue(written)
  await expect(box.getByRole('listitem')).toHaveText([
    'door',
    'bar',
    'Hold it up',
    'Feel the edge',
    'Ask once',
    'Thank them',
  ])
}
