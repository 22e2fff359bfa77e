import type { Page } from '@playwright/test'
import { patternFinder } from '~tests/support/journey/route-patterns'
import { enterAs } from '~tests/support/journey/sign-in'
import { expect, test } from '~tests/support/journey/watched-test'
import { openWindow } from '~tests/support/journey/window'
import { type RunningLamplight, startLamplight } from '~tests/support/server'

/**
 * Each person of the demo follows every link that they are given: each page loads, axe finds nothing on
 * it, and it does not scroll sideways at 320 px. One page of each pattern is looked at for each person, or a few.
 */

let lamplight: RunningLamplight

test.beforeAll(async () => {
  lamplight = await startLamplight({ demo: true })
})
test.afterAll(() => lamplight.stop())

const patternOf = patternFinder()

/** What the public reads is judged by quiet.spec.ts, and once here, for whoever is still on the way in. */
const open = /^\/(standards|program|styleguide|venues|zones|readiness|check|join|claim|sign-in|$)/

/** Files, and the demo's own doors. */
const elsewhere = /\.(pdf|csv|zip|docx|html|ics)$|\/files\/|\/body$|^\/(mailbox|demo)/

/** `each` pages of one pattern are looked at, where one alone does not lead on to all of the others. */
const cast: [person: string, atLeast: number, more?: { alsoOpen?: true; each?: number }][] = [
  ['Wei Zhang', 12, { alsoOpen: true }],
  ['Marta Castillo', 25],
  ['Devon Wright', 20],
  ['Dana Whitfield', 5, { each: 3 }],
  ['Ruth Feldman', 1],
  ['Henrik Dahl', 1],
  ['Daniel Osei', 15],
]

for (const [person, atLeast, { alsoOpen, each = 1 } = {}] of cast) {
  test(`every page that ${person} is led to`, async ({ browser }) => {
    test.setTimeout(240_000)
    const window = await openWindow(browser, lamplight, { scripts: false })
    await enterAs(window, person)
    const waiting = ['/home']
    const seen = new Map<string, string[]>()
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const bare = path.split(/[?#]/)[0] ?? path
      const pattern = patternOf(bare)
      const skipped = elsewhere.test(bare) || (open.test(bare) && !alsoOpen)
      const before = seen.get(pattern ?? '') ?? []
      if (!pattern || skipped || before.includes(path) || before.length >= each) continue
      seen.set(pattern, [...before, path])
      const answer = await window.page.goto(path)
      expect(answer?.status(), path).toBe(200)
      await window.look(path)
      waiting.push(...(await linksOf(window.page)))
    }
    expect(seen.size).toBeGreaterThanOrEqual(atLeast)
    expect(window.troubles).toEqual([])
    await window.close()
  })
}

function linksOf(page: Page): Promise<string[]> {
  return page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '/'))
}
