import { expect } from '@playwright/test'
import { onEachScreen } from '~tests/support/journey/screens'
import { arrived, follow } from '~tests/support/journey/window'

onEachScreen(
  'a partner reviewer',
  async (screen) => {
    const window = await screen.enter('Henrik Dahl')
    await arrived(window, 'Welcome, Henrik Dahl')
    await expect(window.page.locator('main')).toContainText('nothing is waiting for you')
    await window.look('home of a partner')
    await follow(window, 'page of all standards')
    await arrived(window, 'The standards')

    const answer = await window.page.request.get('/liaison')
    expect(answer.status()).toBe(403)
  },
  'desk',
)
