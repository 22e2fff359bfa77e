import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paths } from '~/paths'
import { type Bench, cookieOf, formHeaders, idOf } from '../bench-context'
import { atMost, compared, type Finding, interleaved, quantile, rounded } from '../measure'
import { ours as ourSite, type Site } from '../sites'
import { inAProcess, pause, waits } from './beside'

const trainings = 100_000
const people = 20_000

/** A staff list with 100,000 trainings: by itself, in memory, and what other requests feel of it. */
export async function rosters(bench: Bench): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-bench-roster-'))
  try {
    const list = join(folder, 'list.csv')
    writeFileSync(list, listOf(trainings))
    const memories: { ours: number[]; floor: number[] } = { ours: [], floor: [] }
    const timed = (side: 'ours' | 'floor') => async () => {
      const { ms, peak } = inAProcess('roster-once.ts', side, list)
      memories[side].push(peak)
      return ms
    }
    const stated = {
      row: 'roster',
      what: `a staff list of ${trainings.toLocaleString('en-US')} trainings`,
      unit: 'ms',
      goal: 2.5,
      floor: 'parse plus bulk insert',
    }
    const found = compared(await interleaved(3, timed('ours'), timed('floor')))
    const [most, least] = [Math.max(...memories.ours), Math.min(...memories.floor)]
    return [
      atMost(stated, found),
      {
        row: 'roster',
        what: 'memory while it is imported',
        goal: 'at most 100 MB more',
        reached: most - least <= 100,
        figure: `${rounded(most - least)} MB more`,
        detail: `largest ${rounded(most)} MB against ${rounded(least)} MB for the floor, each in a process of its own`,
      },
      await felt(bench, list),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * What 99 of 100 other requests wait for at most: with the list uploaded, shown, confirmed and
 * imported through the pages, and with nothing of it just before and just after.
 */
async function felt(bench: Bench, list: string): Promise<Finding> {
  const site = await ourSite(bench.data.file)
  const ready = `${site.url}/health/ready`
  const quiet = () => waits(ready, () => pause(5_000))
  try {
    await quiet()
    const before = await quiet()
    let seconds = 0
    const during = await waits(ready, async () => {
      seconds = await importThroughPages(site, list)
    })
    const without = quantile([...before, ...(await quiet())], 0.99)
    const withIt = quantile(during, 0.99)
    return {
      row: 'roster',
      what: 'what others wait while it runs (99 of 100)',
      goal: 'at most 2 × as long',
      reached: withIt <= 2 * without,
      figure: `${rounded(withIt / without)} ×`,
      detail: `${rounded(withIt)} ms against ${rounded(without)} ms to hear whether the server is ready, which asks the database; longest ${rounded(Math.max(...during))} ms; the import took ${rounded(seconds)} s from its confirmation`,
    }
  } finally {
    await site.stop()
  }
}

/** As a browser does it. Answers the seconds from the confirmation to the report. */
async function importThroughPages(site: Site, list: string): Promise<number> {
  const venueId = idOf('ven', 0)
  const headers = await formHeaders(site.url, await cookieOf('owner'))
  const { 'content-type': _, ...plain } = headers
  const sent = { method: 'POST', redirect: 'manual' as const }
  const form = new FormData()
  form.set('file', new File([readFileSync(list)], 'list.csv', { type: 'text/csv' }))
  const upload = { ...sent, headers: plain, body: form }
  const where = (await fetch(site.url + paths.importRoster(venueId), upload)).headers.get(
    'location',
  )
  const page = async () => (await fetch(`${site.url}${where}`, { headers: plain })).text()
  const seen = /name="seen" value="([0-9a-f]{64})"/.exec(await page())?.[1]
  if (!seen) throw new Error('The list was not previewed.')
  const begun = performance.now()
  const body = new URLSearchParams({ seen })
  const { status } = await fetch(`${site.url}${where}?index`, { ...sent, headers, body })
  if (status !== 302) throw new Error(`The confirmation was answered with ${status}.`)
  for (;;) {
    const html = await page()
    if (html.includes('is imported</h1>')) break
    if (!html.includes('is being imported</h1>')) throw new Error('The list was not imported.')
    await pause(1_000)
  }
  return (performance.now() - begun) / 1000
}

/** Made-up people of a venue, each with several trainings, as a course vendor lists them: one row for each. */
function listOf(rows: number): string {
  const courses = ['Responsible service', 'Fake ID', 'Sexual assault intervention', 'De-escalation']
  const roles = ['Server', 'Bartender', 'Manager', 'Door', 'Host']
  const lines = [
    'Employee ID,First Name,Last Name,Role,Hire Date,Course,Completed On,Expires,Certificate No.',
  ]
  for (let i = 0; i < rows; i += 1) {
    const person = i % people
    const [year, month] = [2021 + Math.floor(i / people), 1 + (person % 9)]
    const day = `0${month}-${10 + (person % 18)}`
    lines.push(
      `${person},${['José', 'Ada', 'Bo', 'Wen'][person % 4]},Person ${person},${roles[person % 5]},2020-${day},${courses[i % 4]},${year}-${day},${year + 2}-${day},C-${i}`,
    )
  }
  return lines.join('\n')
}
