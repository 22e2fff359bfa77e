import { letZoneSay, storedValue } from '~tests/support/journey/demo'
import { expect, test } from '~tests/support/journey/watched-test'
import { infoOf, readQr, textOf } from '~tests/support/judge-pdf'
import { type RunningLamplight, startLamplight } from '~tests/support/server'

/** The card for the door, printed as a venue prints it: one sheet, with every word. */

let lamplight: RunningLamplight
let slug = ''

test.beforeAll(async () => {
  lamplight = await startLamplight({ demo: true })
  slug = storedValue(
    lamplight,
    `SELECT slug FROM zones JOIN zone_versions ON zone_id = zones.id AND number = version
     WHERE status IN ('pilot', 'permanent') ORDER BY slug`,
  )
})
test.afterAll(() => lamplight.stop())

const filled = (start: string, length: number) =>
  `${start} ${'corner by the lamp '.repeat(40)}`.slice(0, length).trim()

const points = [
  { latitude: 38.9, longitude: -77.03 },
  { latitude: 38.9, longitude: -77.0288 },
]

const cards = {
  short: {
    name: 'Harbor East',
    facts: {
      segments: [{ id: 'one', street: 'Harbor Street', between: 'from 9th to 10th', points }],
      hours: [{ nights: ['thu', 'fri', 'sat'], opens: '21:00', closes: '03:00' }],
      doorScript: 'Rides stop one block to your left.',
    },
  },
  'as long as big type takes it': {
    name: filled('Washington', 24),
    facts: {
      segments: [{ id: 'one', street: 'Harbor Street', between: filled('from', 80), points }],
      hours: [{ nights: ['mon', 'wed', 'fri'], opens: '21:30', closes: '02:30' }],
      doorScript: filled('Rides stop', 80),
    },
  },
  'as long as medium type takes it': {
    name: filled('Washington Wharf', 50),
    facts: {
      segments: [
        { id: 'one', street: 'Harbor Street', between: filled('from', 150), points },
        { id: 'two', street: 'Mill Lane', between: filled('from', 100), points },
      ],
      hours: [
        { nights: ['mon', 'wed', 'fri'], opens: '21:30', closes: '02:30' },
        { nights: ['sun', 'tue', 'thu'], opens: '20:30', closes: '01:30' },
      ],
      doorScript: filled('Rides stop', 280),
    },
  },
  'as long as the form takes it': {
    name: filled('Washington Wharf', 80),
    facts: {
      segments: [1, 2, 3, 4, 5, 6].map((number) => ({
        id: `stretch ${number}`,
        street: filled(`Street ${number}`, 120),
        between: filled(`from ${number}`, 160),
        points,
      })),
      hours: [
        { nights: ['mon', 'wed'], opens: '21:30', closes: '02:30' },
        { nights: ['tue', 'thu'], opens: '20:30', closes: '01:30' },
        { nights: ['fri', 'sun'], opens: '22:30', closes: '04:30' },
        { nights: ['sat'], opens: '19:30', closes: '05:30' },
      ],
      doorScript: filled('Rides stop', 600),
    },
  },
}

for (const [name, said] of Object.entries(cards)) {
  for (const [format, size] of [
    ['Letter', [612, 792]],
    ['A4', [596, 843]],
  ] as const) {
    test(`a card that is ${name} is one sheet of ${format} with every word`, async ({
      browser,
    }) => {
      letZoneSay(lamplight, slug, said)
      const page = await browser.newPage({ baseURL: lamplight.url })
      await page.goto(`/zones/${slug}/card`)
      const shown = (await page.locator('.door-card').innerText()).replace(/\s+/g, ' ')
      const bytes = new Uint8Array(await page.pdf({ format }))
      await page.close()

      const info = await infoOf(bytes)
      expect(info.pages).toBe(1)
      expect(info.size.map(Math.round)).toEqual(size)
      const letters = (text: string) => text.replace(/\s+/g, '')
      expect(letters(await textOf(bytes))).toBe(letters(shown))
      expect(shown).toContain(said.name)
      expect(shown).toContain(said.facts.doorScript)
      for (const { street, between } of said.facts.segments) {
        expect(shown).toContain(`${street}, ${between}`)
      }
      expect(await readQr(bytes, 300)).toBe(`${lamplight.url}/zones/${slug}`)
    })
  }
}
