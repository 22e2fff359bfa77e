import { readFileSync } from 'node:fs'
import { expect, type Locator } from '@playwright/test'
import { listFile } from '~tests/support/journey/coordinator'
import { storedValue } from '~tests/support/journey/demo'
import { onEachScreen, type Screen } from '~tests/support/journey/screens'
import { mailTo } from '~tests/support/journey/sign-in'
import { arrived, follow, press, type Window } from '~tests/support/journey/window'

onEachScreen(
  'a coordinator',
  async (screen) => {
    const keisha = await screen.enter('Keisha Monroe')
    await seesTheProgram(keisha)
    await letsAHeldMailGoOut(keisha)
    await entersAZone(keisha, screen)
    await changesIt(keisha)
    await followsAListAndTakesItBack(keisha)
    await invitesByKeysAlone(keisha)
  },
  'phone',
)

/** The funnel and who waits for whom, each figure with what it is. */
async function seesTheProgram(window: Window): Promise<void> {
  const { page } = window
  await arrived(window, 'The program')
  const funnel = page.getByRole('table', { name: /came to each step/ })
  for (const step of ['Invited', 'Joined', 'Shared for the first time', 'Accredited']) {
    await expect(funnel.getByRole('row', { name: new RegExp(`^${step} `) })).toBeVisible()
  }
  await page.getByText('What each figure is').click()
  const waiting = page.getByRole('list', { name: 'Waiting for a liaison' })
  await expect(waiting).toContainText('Saltmarsh')
  await window.look('program')
  if (window.scripts) expect(await ofTheMap(window)).toEqual([])
  await window.open('/coordinator/waiting')
  await window.look('who waits')
}

/** A mail that came back goes out once more, now that somebody has looked at it. */
async function letsAHeldMailGoOut(window: Window): Promise<void> {
  const { page } = window
  const address = 'hello@gullandgate.example'
  await window.open('/coordinator')
  await follow(window, 'See all of it')
  await arrived(window, 'Mail that did not go out')
  await window.look('held mail')
  await expect(page.locator('main')).toContainText(address)
  await follow(window, /^Let it go out/)
  await arrived(window, 'Let this mail go out?')
  await window.look('release a mail')
  await press(window, 'Let it go out')
  await expect(page.getByText('It is back in the line')).toBeVisible()
  await mailTo(window, address, /./)
}

/** A zone is entered, on the map where scripts run, and the owner of a venue within reach reads of it. */
async function entersAZone(window: Window, { site, scripts }: Screen): Promise<void> {
  const { page } = window
  await window.open('/coordinator/zones')
  await arrived(window, 'Loading zones')
  await window.look('zones of the coordinator')
  await follow(window, 'Enter a zone')
  await page.getByLabel('District').selectOption({ label: 'Harbor Street' })
  await press(window, 'Go on')
  await arrived(window, 'Enter a loading zone')

  await press(window, 'Save and tell the venues')
  await expect(page.getByRole('alert').or(page.locator('.summary'))).toContainText(
    'Give the zone a name',
  )
  await window.look('a zone that is refused')
  await page.getByLabel('Name', { exact: true }).fill('Sailmaker’s Corner')
  await page.getByLabel('Street', { exact: true }).first().fill('Harbor Street')
  await page
    .getByLabel(/^From where to where/)
    .first()
    .fill('from 140 to 150, south side')
  const at = (part: string) =>
    Number(storedValue(site, `SELECT ${part} FROM venues WHERE name = ?`, 'The Lantern Room'))
  const points = page.getByLabel('Points along the curb').first()
  await points.fill(`${at('latitude')}, ${at('longitude')}`)
  if (scripts) await addOnTheMap(window)
  else
    await points.fill(`${await points.inputValue()}\n${at('latitude')}, ${at('longitude') + 5e-4}`)
  const hours = page.getByRole('group', { name: 'Hours 1' })
  for (const night of ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']) {
    await hours.getByLabel(night, { exact: true }).check()
  }
  await hours.getByLabel('Opens').fill('22:00')
  await hours.getByLabel('Closes').fill('02:00')
  await page.getByLabel('What door staff can say to a guest').fill('Around the sail, to the left.')
  await press(window, 'Save and tell the venues')

  await arrived(window, 'Sailmaker’s Corner')
  await expect(
    page.getByText(/^The zone is entered\. \d+ venues within reach were told\.$/),
  ).toBeVisible()
  await expect(page.getByRole('img', { name: /^Sailmaker’s Corner\. Map/ })).toBeVisible()
  await window.look('a zone that was entered')
  const back = page.url().split('?')[0] ?? ''
  const mail = await mailTo(window, 'marta@lanternroom.example', /Sailmaker’s Corner/)
  expect(mail).toContain('10 PM to 2 AM')
  await window.open(back)
}

/** Keys alone: the crosshair goes to the right, and Enter adds a point there; Backspace takes one back. */
async function addOnTheMap(window: Window): Promise<void> {
  const { page } = window
  const points = page.getByLabel('Points along the curb').first()
  const map = page.getByRole('application', { name: /Points along the curb/ }).first()
  await expect(map.locator('.map-pin')).toHaveCount(1)
  expect(await ofTheMap(window)).toHaveLength(3)
  await map.focus()
  await page.keyboard.press('ArrowRight')
  const status = page.locator('.point-map .status').first()
  await expect(status).toContainText(/^Crosshair at 38\.\d{5}, -76\.\d{5}/)
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(map.locator('.map-pin')).toHaveCount(3)
  await page.keyboard.press('Backspace')
  await expect(map.locator('.map-pin')).toHaveCount(2)
  await expect(status).toHaveText('Point 3 removed. 2 points are left.')
  expect(await points.inputValue()).toMatch(/^38\.\d+, -76\.\d+\n38\.\d{5}, -76\.\d{5}$/)
}

/** What the page loaded for a map to draw on: nothing, unless there is one. */
function ofTheMap({ page }: Window): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => /leaflet|map-canvas/.test(name)),
  )
}

async function changesIt(window: Window): Promise<void> {
  const { page } = window
  await follow(window, 'Change it')
  await arrived(window, 'Change Sailmaker’s Corner')
  await window.look('change a zone')
  await page.getByRole('group', { name: 'Hours 1' }).getByLabel('Opens').fill('21:00')
  await page.getByLabel(/^What changed, in a sentence/).fill('The zone opens an hour earlier.')
  await press(window, 'Save and tell the venues')
  await arrived(window, 'Sailmaker’s Corner')
  await expect(
    page.getByText(/^The change is saved\. \d+ venues within reach were told\.$/),
  ).toBeVisible()
  await expect(page.getByRole('list', { name: 'Versions' })).toContainText('version 2')
  const mail = await mailTo(window, 'marta@lanternroom.example', /Sailmaker’s Corner .*changed/)
  expect(mail).toContain('The zone opens an hour earlier.')
}

/** A newer list lacks two licenses: nothing is deleted, and the list can be taken back. */
async function followsAListAndTakesItBack(window: Window): Promise<void> {
  const { page } = window
  await window.open('/coordinator/imports/new')
  await page
    .getByLabel('The list, saved as CSV')
    .setInputFiles({ name: 'newer-list.csv', mimeType: 'text/csv', buffer: newerList() })
  await press(window, 'See what it would bring')
  await arrived(window, 'What this list would bring')
  const facts = page.locator('dl.facts')
  await expect(facts).toContainText('Not on this list2')
  await expect(facts).toContainText('Would change1')
  await window.look('preview of a newer list')
  await press(window, page.locator('main').getByRole('button', { name: /^Import / }))
  await expect(facts).toContainText('Changed1')
  await window.look('report of a newer list')
  const report = page.url()

  await window.open('/coordinator/vanished')
  await arrived(window, 'Not on the license list any more')
  await expect(page.getByText('2 venues, by name.')).toBeVisible()
  await expect(page.getByRole('list', { name: /not on the list/ })).toContainText('The Monocle')
  await window.look('vanished licenses')

  await window.open(`${report.split('?')[0]}/undo`)
  await arrived(window, 'Take “newer-list.csv” back?')
  await window.look('take a list back')
  await press(window, 'Take the list back')
  await expect(page.locator('main')).toContainText(/taken back/)
  await window.look('a list that was taken back')
  await window.open('/coordinator/vanished')
  await expect(page.locator('main')).toContainText('Every venue is on the newest list')
}

/** A liaison is invited to two districts at once, and no pointer is used. */
async function invitesByKeysAlone(window: Window): Promise<void> {
  const { page } = window
  const { keyboard } = page
  await window.open('/coordinator/people')
  await tabTo(window, page.getByRole('link', { name: 'Invite somebody' }))
  await keyboard.press('Enter')
  await arrived(window, 'Invite somebody to the program')
  await expect(
    page.getByRole('link', { name: 'People', exact: true, includeHidden: true }).first(),
  ).toHaveAttribute('aria-current', 'true')
  await window.look('invite to the program')
  const role = page.getByRole('radio', { name: 'Coordinator' })
  await tabTo(window, role)
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Liaison' })).toBeChecked()
  for (const district of ['Harbor Street', 'Old Mill']) {
    await tabTo(window, page.getByRole('checkbox', { name: district }))
    await keyboard.press('Space')
  }
  for (const [label, words] of [
    ['Their name', 'Noor Haddad'],
    ['Their email address', 'noor.haddad@police.example'],
  ] as const) {
    await tabTo(window, page.getByLabel(label))
    await keyboard.type(words)
  }
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  await arrived(window, 'Now call Noor Haddad')
  const mail = await mailTo(window, 'noor.haddad@police.example', /invites you/)
  expect(mail.replace(/\s+/g, ' ')).toContain('a liaison for Harbor Street and Old Mill')
}

/** Goes on with Tab until the focus is there, and has a ring that can be seen. */
async function tabTo({ page }: Window, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement)
  for (let steps = 0; steps < 60 && !(await isThere()); steps += 1) {
    await page.keyboard.press('Tab')
  }
  expect(await isThere(), `the focus reaches ${target}`).toBe(true)
  const ring = await target.evaluate((element) => getComputedStyle(element).outlineStyle)
  expect(ring).toBe('solid')
}

/** The list of the demo once more, without two licenses and with another name for a third. */
function newerList(): Buffer {
  const rows = readFileSync(listFile, 'utf8').split('\n')
  const kept = rows.filter((row) => !/^(ABRA000377|ABRA000259),/.test(row))
  const changed = kept.map((row) =>
    row.startsWith('ABRA000168,') ? row.replace(/trio rest & fox & hounds lounge/, 'trio') : row,
  )
  return Buffer.from(changed.join('\n'))
}
