import type { Examined } from '~/files/kinds.server'

/** What came of a look at a file, with the bytes that would be kept. */
export async function withBytes(looking: Promise<Examined>) {
  const found = await looking
  if (!found.ok) return found
  const { content, ...facts } = found
  return { ...facts, bytes: new Uint8Array(await content.arrayBuffer()) }
}
