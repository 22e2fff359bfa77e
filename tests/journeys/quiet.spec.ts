import { storedValue } from '~tests/support/journey/demo'
import { expect, test } from '~tests/support/journey/watched-test'
import { openWindow, widthFaults } from '~tests/support/journey/window'
import { type RunningLamplight, startLamplight } from '~tests/support/server'

/** What the public reads: no script, little weight, and nothing that sticks out of a narrow screen. */

let lamplight: RunningLamplight

test.beforeAll(async () => {
  lamplight = await startLamplight({ demo: true })
})
test.afterAll(() => lamplight.stop())

const pages: [name: string, path: () => string, status: number][] = [
  ['home', () => '/', 200],
  ['standards', () => '/standards', 200],
  ['who may do what', () => '/program/permissions', 200],
  ['directory', () => '/venues', 200],
  ['venue', () => `/venues/${slugOf('Foghorn Hall')}`, 200],
  ['readiness check', () => '/readiness', 200],
  ['zones', () => '/zones', 200],
  ['zone', () => `/zones/${aZoneOf('pilot')}`, 200],
  ['zone on hold', () => `/zones/${aZoneOf('suspended')}`, 200],
  ['door card', () => `/zones/${aZoneOf('pilot')}/card`, 200],
  ['check', () => '/check', 200],
  [
    'certificate',
    () => `/check/${storedValue(lamplight, 'SELECT check_code FROM certificates')}`,
    200,
  ],
  ['code of no certificate', () => '/check/0000-0000-0000-00', 404],
  ['nowhere', () => '/no/such/page', 404],
]

for (const [name, path, status] of pages) {
  test(`${name}: no script, light, and whole at 320 px`, async ({ browser }) => {
    const context = await browser.newContext({
      baseURL: lamplight.url,
      viewport: { width: 320, height: 640 },
    })
    const page = await context.newPage()
    const weights: { type: string; bytes: number }[] = []
    const weighed: Promise<void>[] = []
    page.on('requestfinished', (request) => {
      const weigh = async () => {
        const { responseBodySize } = await request.sizes()
        weights.push({ type: request.resourceType(), bytes: responseBodySize })
      }
      weighed.push(weigh())
    })
    const answer = await page.goto(path(), { waitUntil: 'networkidle' })
    await Promise.all(weighed)
    expect(answer?.status()).toBe(status)

    expect(await page.locator('script').count()).toBe(0)
    const sum = (types: RegExp) =>
      weights.filter(({ type }) => types.test(type)).reduce((total, { bytes }) => total + bytes, 0)
    expect(sum(/^script$/)).toBe(0)
    expect(sum(/^stylesheet$/)).toBeGreaterThan(0)
    expect(sum(/^stylesheet$/)).toBeLessThanOrEqual(16 * 1024)
    expect(sum(/^(?!font$)/)).toBeLessThanOrEqual(50 * 1024)
    expect(await widthFaults(page)).toEqual([])
    await context.close()
  })

  test(`${name}: axe finds nothing, in light and in dark`, async ({ browser }) => {
    const window = await openWindow(browser, lamplight, { scripts: true })
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.page.emulateMedia({ colorScheme })
      await window.open(path())
      await window.look(colorScheme)
    }
    expect(window.troubles.filter((trouble) => !/status of 404/.test(trouble))).toEqual([])
    await window.close()
  })
}

function aZoneOf(status: string): string {
  return storedValue(
    lamplight,
    `SELECT slug FROM zones JOIN zone_versions ON zone_id = zones.id AND number = version
     WHERE status = ? ORDER BY slug`,
    status,
  )
}

function slugOf(venue: string): string {
  return storedValue(lamplight, 'SELECT slug FROM venues WHERE name = ?', venue)
}
