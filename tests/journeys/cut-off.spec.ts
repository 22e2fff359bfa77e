import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import Sqlite from 'better-sqlite3'
import { venueNamed } from '~tests/support/journey/demo'
import { requestsOf } from '~tests/support/journey/requests-of'
import { expect, test } from '~tests/support/journey/watched-test'
import { startLamplight } from '~tests/support/server'

/** How often the server is killed at a random moment; `CUTS=50` does it far more often than every run. */
const cuts = Number(process.env.CUTS ?? 1)
const listed = 6_000

/** As `kill -9` or a power cut does it, from the confirmation on. */
test('an import that is cut off wrote all of its list or nothing, and can be done again', async () => {
  test.setTimeout((cuts + 2) * 60_000)
  let site = await startLamplight({ demo: true })
  try {
    const venueId = venueNamed(site, 'The Lantern Room')
    const team = `/venue/${venueId}/team`
    // The first one runs to its end, so that it is known how long there is to cut.
    const first = await requestsOf(site, 'Marta Castillo')
    const list = await confirmed(first, team, 'Whole')
    const begun = performance.now()
    await imported(first, list)
    const longest = performance.now() - begun

    for (let cut = 0; cut < cuts; cut += 1) {
      const before = wholeTeam(site.dataDir, venueId)
      const page = await confirmed(await requestsOf(site, 'Marta Castillo'), team, `Cut ${cut}`)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * longest))
      await site.kill()
      site = await startLamplight({ demo: true, dataDir: site.dataDir })

      const after = wholeTeam(site.dataDir, venueId)
      expect([before, before + listed]).toContain(after)
      const owner = await requestsOf(site, 'Marta Castillo')
      expect(await headingOf(owner, page)).toBe(after === before ? undoneWords : doneWords)
      if (after === before) {
        await confirm(owner, page)
        await imported(owner, page)
        expect(wholeTeam(site.dataDir, venueId)).toBe(before + listed)
      }
    }
  } finally {
    await site.stop()
  }
})

/** Uploads a list of people whom nobody knows yet, and confirms its preview; gives its page. */
async function confirmed(owner: APIRequestContext, team: string, surname: string): Promise<string> {
  const people = Array.from(
    { length: listed },
    (_, i) => `Person ${i} ${surname},Server,2025-01-02`,
  )
  const buffer = Buffer.from(['Name,Role,Hire date', ...people].join('\n'))
  const file = { name: 'long.csv', mimeType: 'text/csv', buffer }
  const uploaded = await owner.post(`${team}/import`, { multipart: { file }, maxRedirects: 0 })
  const page = uploaded.headers().location ?? ''
  await confirm(owner, page)
  return page
}

async function confirm(owner: APIRequestContext, page: string): Promise<void> {
  const text = await (await owner.get(page)).text()
  const seen = /name="seen" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? ''
  const answer = await owner.post(`${page}?index`, { form: { seen }, maxRedirects: 0 })
  expect(answer.status()).toBe(302)
}

async function imported(owner: APIRequestContext, page: string): Promise<void> {
  await expect.poll(() => headingOf(owner, page), { timeout: 60_000 }).toBe(doneWords)
}

const undoneWords = 'This list was not imported'
const doneWords = '“long.csv” is imported'

/** What the page of an import says first: of one that was cut off, or as its title. */
async function headingOf(owner: APIRequestContext, page: string): Promise<string | undefined> {
  const text = (await (await owner.get(page)).text()).replaceAll('<!-- -->', '')
  return text.includes(undoneWords) ? undoneWords : /<h1>(.*?)<\/h1>/.exec(text)?.[1]
}

/** How many people a venue has, in a database that is whole. */
function wholeTeam(dataDir: string, venueId: string): number {
  const db = new Sqlite(join(dataDir, 'lamplight.sqlite'), { readonly: true })
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    const count = db.prepare('SELECT count(*) FROM staff WHERE venue_id = ?').pluck()
    return Number(count.get(venueId))
  } finally {
    db.close()
  }
}
