import { expect, test } from '~tests/support/journey/watched-test'
import { openWindow } from '~tests/support/journey/window'
import { type RunningLamplight, startLamplight } from '~tests/support/server'

/** The journeys count what goes wrong in their windows; here something does. */

let lamplight: RunningLamplight

test.beforeAll(async () => {
  lamplight = await startLamplight({ demo: true, planted: true })
})
test.afterAll(() => lamplight.stop())

test('a window with scripts notes a violation, an error and a console error', async ({
  browser,
  violations,
}) => {
  const window = await openWindow(browser, lamplight, { scripts: true })
  await window.open('/sign-in')
  expect(window.troubles).toEqual([])
  await window.page.evaluate(() => {
    const planted = document.createElement('script')
    planted.textContent = 'document.title = "planted"'
    document.body.append(planted)
  })
  await expect.poll(() => window.troubles.join()).toContain('policy: script-src-elem')
  await window.page.evaluate(() => {
    setTimeout(() => {
      throw new Error('planted')
    })
    console.error('a planted word')
  })
  await expect.poll(() => window.troubles.join()).toContain('error: planted')
  await expect.poll(() => window.troubles.join()).toContain('console: a planted word')
  await window.close()
  expect(violations.splice(0).join()).toContain('policy: script-src-elem')
})

test('a page that a journey opens by itself is watched too', async ({ browser, violations }) => {
  const page = await browser.newPage()
  await page.goto(`${lamplight.url}/sign-in`)
  await page.evaluate(() => document.body.setAttribute('onclick', 'planted()'))
  await expect.poll(() => violations.join()).toContain('policy: script-src-attr')
  await page.close()
  violations.length = 0
})

test('a window without scripts notes a violation too', async ({ browser, violations }) => {
  const window = await openWindow(browser, lamplight, { scripts: false })
  await window.page.route('**/sign-in', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace(
      '</main>',
      '<p style="color: red">planted</p></main>',
    )
    await route.fulfill({ response: answer, body })
  })
  await window.open('/sign-in')
  await expect.poll(() => window.troubles.join()).toMatch(/style-src|inline style/)
  await window.close()
  expect(violations.splice(0).join()).toMatch(/style-src|inline style/)
})

test('a window that looks finds what axe finds, and what sticks out', async ({ browser }) => {
  for (const scripts of [true, false]) {
    const window = await openWindow(browser, lamplight, { scripts })
    await window.page.route('**/check', async (route) => {
      const answer = await route.fetch()
      const wide = `<img src="/favicon.svg"><nobr>${'wide '.repeat(100)}</nobr>`
      const body = (await answer.text()).replace('</main>', `${wide}</main>`)
      await route.fulfill({ response: answer, body })
    })
    await window.open('/check')
    await expect(window.look('planted')).rejects.toThrow(/image-alt/)
    if (!scripts) await expect(window.look('planted again')).rejects.toThrow(/px wide/)
    await window.close()
  }
})
