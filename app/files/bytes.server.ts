/** All of a file, read piece by piece: others have their turn between two of them. */
export async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size)
  let at = 0
  for await (const piece of file.stream()) {
    bytes.set(piece, at)
    at += piece.byteLength
  }
  return bytes
}
