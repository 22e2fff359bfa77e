import { expect } from '@playwright/test'
import { onEachScreen } from '~tests/support/journey/screens'
import { arrived, follow, type Window } from '~tests/support/journey/window'
import { checkWithQpdf } from '~tests/support/judge-pdf'

/** Venues of Harbor Street that are not accredited: nothing names them here. */
const onTheirWay = ['The Lantern Room', 'Saltmarsh', 'Copper Kettle', 'The Slow Tide']

onEachScreen(
  'a district viewer',
  async (screen) => {
    await seesTheDistrict(await screen.enter('Ruth Feldman'))
    await seesSmallDistricts(await screen.enter('Jonah Adler'))
  },
  'phone',
)

async function seesTheDistrict(window: Window): Promise<void> {
  const { page } = window
  await arrived(window, 'How Harbor Street is doing')
  const main = page.locator('main')
  await expect(page.getByRole('group', { name: /^Accredited venues/ })).toBeVisible()
  await expect(main).toContainText('Foghorn Hall')
  for (const name of onTheirWay) await expect(main).not.toContainText(name)
  await window.look('district')

  const paper = await fetched(window, 'One page to print (PDF)')
  expect(paper.type).toBe('application/pdf')
  expect(await checkWithQpdf(new Uint8Array(paper.body))).toMatchObject({ valid: true })

  const sheet = await fetched(window, 'Figures for a spreadsheet (CSV)')
  expect(sheet.type).toContain('text/csv')
  const text = sheet.body.toString('utf8')
  expect(text).toContain('Foghorn Hall')
  for (const name of onTheirWay) expect(text).not.toContain(name)

  await follow(window, 'Foghorn Hall')
  await arrived(window, 'Foghorn Hall')
}

/** Where almost everything is under five, the page says so and lets nobody work out the rest. */
async function seesSmallDistricts(window: Window): Promise<void> {
  const { page } = window
  await arrived(window, 'Where to, Jonah Adler?')
  await window.look('two districts')
  await follow(window, 'Old Mill')
  await arrived(window, 'How Old Mill is doing')
  await expect(page.locator('main')).toContainText(/ewer than five/)
  await window.look('district of small counts')
  const answer = await page.request.get('/districts/harbor-street/status')
  expect(answer.status()).toBe(404)
}

async function fetched({ page }: Window, name: string) {
  const href = await page.getByRole('link', { name }).first().getAttribute('href')
  const answer = await page.request.get(href ?? '')
  expect(answer.status()).toBe(200)
  return { type: answer.headers()['content-type'] ?? '', body: await answer.body() }
}
