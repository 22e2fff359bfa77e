import { rmSync } from 'node:fs'
import { startLamplight } from '../server'

/** Before all journeys the demo is seeded once; each site of theirs starts from a copy. Undone after them. */
export default async function seedOnce(): Promise<() => void> {
  const site = await startLamplight({ demo: true })
  await site.stop({ keep: true })
  process.env.SEEDED_DEMO = site.dataDir
  return () => rmSync(site.dataDir, { recursive: true, force: true })
}
