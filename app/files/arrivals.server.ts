import { randomBytes } from 'node:crypto'
import { openAsBlob, rmSync } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '~/env.server'

/** How many requests may bring files at once, and how many of them may come from one person. */
const mostAtOnce = 12
const mostOfOne = 4

/** Who brings files just now, once for each request. */
const senders: string[] = []

/** Where the files of one request wait until it has its answer. */
export type Arrivals = {
  /** Writes a file to the disk while it arrives; null where too many are on their way already. */
  take(content: AsyncIterable<Uint8Array>, name: string, sender: string): Promise<File | null>
  passedOver(): boolean
  /** Removes all that arrived, and makes room for others. */
  end(): Promise<void>
}

export function arrivals(): Arrivals {
  const places: string[] = []
  let admitted: string | null = null
  let passedOver = false
  let ended = false

  function admits(sender: string): boolean {
    if (admitted !== null) return true
    const own = senders.filter((each) => each === sender).length
    if (ended || senders.length >= mostAtOnce || own >= mostOfOne) return false
    senders.push(sender)
    admitted = sender
    return true
  }

  async function newPlace() {
    await mkdir(folderIn(env.dataDir), { recursive: true, mode: 0o700 })
    const path = join(folderIn(env.dataDir), randomBytes(12).toString('hex'))
    places.push(path)
    return { path, file: await open(path, 'wx', 0o600) }
  }

  return {
    async take(content, name, sender) {
      let into: Awaited<ReturnType<typeof newPlace>> | null = null
      try {
        for await (const chunk of content) {
          if (chunk.byteLength === 0) continue
          passedOver ||= !admits(sender)
          // It is read on, so that what was typed after it is read too.
          if (passedOver) continue
          into ??= await newPlace()
          await into.file.writeFile(chunk)
        }
      } finally {
        await into?.file.close()
        if (into && ended) await rm(into.path, { force: true })
      }
      if (passedOver) return null
      return new File(into ? [await openAsBlob(into.path)] : [], name)
    },
    passedOver: () => passedOver,
    async end() {
      ended = true
      if (admitted !== null) senders.splice(senders.indexOf(admitted), 1)
      admitted = null
      await Promise.all(places.map((path) => rm(path, { force: true })))
    },
  }
}

/** Removes what was left by a server that ended in the middle. Called before anything arrives. */
export function sweepArrivals(dataDir: string): void {
  rmSync(folderIn(dataDir), { recursive: true, force: true })
}

function folderIn(dataDir: string): string {
  return join(dataDir, 'arriving')
}
