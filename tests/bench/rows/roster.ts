import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Bench } from '../bench-context'
import { atMost, compared, type Finding, interleaved, median, quantile, rounded } from '../measure'
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
 * What 99 of 100 other requests wait for at most: with the list uploaded, shown, confirmed, imported
 * through the pages and its venue counted anew, and with nothing of it just before and just after.
 */
async function felt(bench: Bench, list: string): Promise<Finding> {
  const found: Felt[] = []
  for (let round = 0; round < 5; round += 1) found.push(await feltOnce(bench, list))
  const stated = {
    row: 'roster',
    what: 'what others wait while it runs (99 of 100), to hear whether the server is ready, which asks the database',
    unit: 'ms',
    goal: 2,
    floor: 'the same with nothing running',
  }
  const finding = atMost(stated, compared(found))
  const longest = rounded(Math.max(...found.map(({ longest }) => longest)))
  const seconds = rounded(median(found.map(({ seconds }) => seconds)))
  return {
    ...finding,
    detail: `${finding.detail}; longest of all ${longest} ms; ${seconds} s from the confirmation until the venue was counted anew`,
  }
}

type Felt = { a: number; b: number; longest: number; seconds: number }

async function feltOnce(bench: Bench, list: string): Promise<Felt> {
  const site = await ourSite(bench.data.file)
  const ready = `${site.url}/health/ready`
  const quiet = () => waits(ready, () => pause(5_000))
  try {
    const importList = await importer(site, list)
    await quiet()
    const before = await quiet()
    let seconds = 0
    const during = await waits(ready, async () => {
      seconds = await importList()
    })
    const without = [...before, ...(await quiet())]
    return {
      ...{ a: quantile(during, 0.99), b: quantile(without, 0.99) },
      ...{ longest: Math.max(...during), seconds },
    }
  } finally {
    await site.stop()
  }
}

/**
 * A process of its own that imports the list once it is told to, and answers the seconds from the
 * confirmation until the venue is counted. It has begun before anything is measured.
 */
async function importer({ url, dataDir }: Site, list: string): Promise<() => Promise<number>> {
  const script = 'tests/bench/rows/roster-through-pages.ts'
  const given = ['--import', 'tsx', script, url, list, join(dataDir, 'lamplight.sqlite')]
  const child = spawn(process.execPath, given, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  if ((await lines.next()).value !== 'ready') throw new Error('The import did not begin.')
  return async () => {
    child.stdin.write('go\n')
    const { value } = await lines.next()
    if (!value) throw new Error('The import did not come to its end.')
    return JSON.parse(value).seconds
  }
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
