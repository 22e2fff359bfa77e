import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** One file of an archive. What is packed already, such as a picture, is stored as it is. */
export type ZipEntry = { path: string; bytes: Uint8Array; packed: boolean; at: Date }

/**
 * An archive that is made while it is read: the next file is asked for only once the reader has taken
 * the one before, so that no more than one is in memory.
 */
export function zipStream(entries: AsyncGenerator<ZipEntry>): ReadableStream<Uint8Array> {
  let fail: unknown = null
  let made: Uint8Array[] = []
  let whole = false
  const zip = new Zip((error, chunk, final) => {
    if (error) fail = error
    else made.push(chunk)
    whole = whole || final
  })

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await entries.next()
        if (next.done) zip.end()
        else add(next.value)
        if (fail) throw fail
        for (const chunk of made) controller.enqueue(chunk)
        made = []
        if (whole) controller.close()
      },
      async cancel() {
        zip.terminate()
        await entries.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )

  function add({ path, bytes, packed, at }: ZipEntry) {
    const file = packed ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    file.mtime = at
    zip.add(file)
    file.push(bytes, true)
  }
}
