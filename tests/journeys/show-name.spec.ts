import { storedValue, venueNamed } from '~tests/support/journey/demo'
import { enterAs } from '~tests/support/journey/sign-in'
import { expect, test } from '~tests/support/journey/watched-test'
import { openWindow } from '~tests/support/journey/window'
import { type RunningLamplight, startLamplight } from '~tests/support/server'

/** A venue shows one name for a while, the liaison reads it, and the venue hides it; on a phone, without scripts too. */

let lamplight: RunningLamplight

test.beforeAll(async () => {
  lamplight = await startLamplight({ demo: true })
})
test.afterAll(() => lamplight.stop())

for (const [width, scripts] of [
  [1280, true],
  [390, false],
] as const) {
  test(`a name is shown and hidden again, ${width} px, scripts ${scripts}`, async ({ browser }) => {
    test.setTimeout(120_000)
    const venueId = venueNamed(lamplight, 'The Lantern Room')
    const one = (sql: string, ...given: string[]) => storedValue(lamplight, sql, ...given)
    const applicationId = one('SELECT id FROM applications WHERE venue_id = ?', venueId)
    const newest = 'SELECT id FROM rounds WHERE application_id = ? ORDER BY number DESC'
    const receipt = `/venue/${venueId}/rounds/${one(newest, applicationId)}`

    const owner = await openWindow(browser, lamplight, { width, scripts })
    await enterAs(owner, 'Marta Castillo')
    await owner.open(receipt)
    await owner.page.getByText('Each person by number').first().click()
    const people = owner.page.getByRole('table').first()
    const row = people.getByRole('row').nth(1)
    const alias = (await row.getByRole('rowheader').textContent()) ?? ''
    await owner.look('receipt before')
    await row.getByRole('link', { name: 'Show this name' }).click()
    await owner.look('show a name')
    await expect(owner.page.getByText('Who will be able to read it')).toBeVisible()
    await owner.page.getByLabel('3 days').check()
    await owner.page.getByRole('button', { name: 'Show the name' }).click()
    await expect(owner.page.getByText('Names that you show right now')).toBeVisible()
    await expect(
      owner.page.getByText('Nobody of the program has read it yet.').first(),
    ).toBeVisible()
    await owner.look('receipt with a shown name')
    await owner.open(`/venue/${venueId}/team`)
    await expect(owner.page.getByText(/You show 1 name of your team/)).toBeVisible()
    await owner.look('team with a shown name')

    const liaison = await openWindow(browser, lamplight, { width, scripts })
    await enterAs(liaison, 'Dana Whitfield')
    await liaison.open(`/liaison/applications/${applicationId}`)
    await expect(liaison.page.getByText('The venue shows you 1 name of its team')).toBeVisible()
    await expect(liaison.page.getByText(/Shown by the venue until/)).toBeVisible()
    await liaison.look('review with a shown name')

    await owner.open(receipt)
    await expect(owner.page.getByText(/Last read .* by .*Dana Whitfield/).first()).toBeVisible()
    await owner.page.getByRole('button', { name: `Hide again the name of ${alias}` }).click()
    await expect(owner.page.getByText('Names that you show right now')).toHaveCount(0)
    await liaison.open(`/liaison/applications/${applicationId}`)
    await expect(liaison.page.getByText(/Shown by the venue until/)).toHaveCount(0)
    expect([...owner.troubles, ...liaison.troubles]).toEqual([])
    await owner.close()
    await liaison.close()
  })
}
