import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { paths } from '~/paths'
import { type Bench, cookieOf } from '../bench-context'
import { atMost, compared, type Finding, interleaved, quantile, rounded } from '../measure'
import { ours as ourSite, type Site } from '../sites'
import { inAProcess, pause, waits } from './beside'

const licenses = 100_000

/** A license list of 100,000 rows: by itself, in memory, and what other requests feel of it. */
export async function imports(bench: Bench): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-bench-list-'))
  try {
    const list = join(folder, 'list.csv')
    writeFileSync(list, listOf(licenses))
    const memories: { ours: number[]; floor: number[] } = { ours: [], floor: [] }
    const timed = (side: 'ours' | 'floor') => async () => {
      const { ms, peak } = inAProcess('import-once.ts', side, list)
      memories[side].push(peak)
      return ms
    }
    const found = compared(await interleaved(3, timed('ours'), timed('floor')))
    const [most, least] = [Math.max(...memories.ours), Math.min(...memories.floor)]
    return [
      atMost(
        {
          row: 'import',
          what: `a license list of ${licenses.toLocaleString('en-US')} rows`,
          unit: 'ms',
          goal: 2.5,
          floor: 'parse plus bulk insert',
        },
        found,
      ),
      {
        row: 'import',
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

/** What 99 of 100 other requests wait for at most, without and during an import through the pages. */
async function felt(bench: Bench, list: string): Promise<Finding> {
  const site = await ourSite(bench.data.file)
  const ready = `${site.url}/health/ready`
  try {
    const before = quantile(await waits(ready, async () => pause(4_000)), 0.99)
    const during = quantile(await waits(ready, () => importThroughPages(site, list)), 0.99)
    return {
      row: 'import',
      what: 'what others wait while it runs (99 of 100)',
      goal: 'at most 2 × as long',
      reached: during <= 2 * before,
      figure: `${rounded(during / before)} ×`,
      detail: `${rounded(during)} ms against ${rounded(before)} ms, to hear whether the server is ready, which asks the database`,
    }
  } finally {
    await site.stop()
  }
}

async function importThroughPages(site: Site, list: string): Promise<void> {
  const { readFileSync } = await import('node:fs')
  const headers = {
    cookie: await cookieOf('coordinator'),
    origin: site.url,
    'sec-fetch-site': 'same-origin',
  }
  const form = new FormData()
  form.set('file', new File([readFileSync(list)], 'list.csv', { type: 'text/csv' }))
  const sent = { method: 'POST', headers, redirect: 'manual' as const }
  const preview = await fetch(site.url + paths.importLicenses(), { ...sent, body: form })
  const where = preview.headers.get('location')
  if (!where) throw new Error(`The list was answered with ${preview.status}.`)
  await (await fetch(site.url + where, { headers })).text()
  const body = new URLSearchParams({ part: 'yes' })
  const done = await fetch(site.url + where, { ...sent, body })
  if (done.status !== 302) throw new Error(`The import was answered with ${done.status}.`)
}

/** Made-up rows in the columns of a real list. */
function listOf(rows: number): string {
  const lines = ['License,Trade Name,Address,Neighborhood,Longitude,Latitude,First Year']
  for (let i = 0; i < rows; i += 1) {
    const longitude = (-77.1 + (i % 500) * 0.0004).toFixed(6)
    const latitude = (38.8 + Math.floor(i / 500) * 0.0006).toFixed(6)
    const street = `${(i % 4000) + 1} ${['HARBOR', 'MILL', 'MARKET', 'CANAL'][i % 4]} ST NW`
    lines.push(
      `ABRA-${100_000 + i},"THE ${['LANTERN', 'ANCHOR', 'KETTLE'][i % 3]} NO ${i}",${street},Area ${i % 40},${longitude},${latitude},${2000 + (i % 20)}`,
    )
  }
  return lines.join('\n')
}
