// Judges one PDF in a thread of its own: a file made to be slow ends with its thread and holds up
// nobody. Plain JavaScript, because it is started by its path and not bundled.
import { parentPort, workerData } from 'node:worker_threads'
import { inflateSync } from 'node:zlib'
import {
  EncryptedPDFError,
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFStream,
} from 'pdf-lib'

/** What makes a PDF do something by itself, or carry another file inside. */
const active = new Set([
  'JavaScript',
  'JS',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'RichMedia',
  'XFA',
])

/** Reads a PDF's structure: what is wrong with it, or its pages when it is whole and only to be read. */
async function judge(bytes) {
  const tail = Buffer.from(bytes.subarray(-1024)).toString('latin1')
  if (!tail.includes('%%EOF') || !tail.includes('startxref')) return cutOff
  if (unpacksTooFar(bytes)) return cutOff
  try {
    const document = await PDFDocument.load(bytes, {
      parseSpeed: ParseSpeeds.Medium,
      updateMetadata: false,
    })
    const parts = document.context.enumerateIndirectObjects().map(([, part]) => part)
    if (parts.some((part) => isActive(part))) return { problem: 'active' }
    const pages = document.getPageCount()
    return pages > 0 ? { problem: null, pages } : cutOff
  } catch (error) {
    return error instanceof EncryptedPDFError ? { problem: 'locked' } : cutOff
  }
}

const cutOff = { problem: 'cut_off' }

function isActive(part, depth = 0) {
  if (depth > 40) return true
  if (part instanceof PDFName) return isActiveName(part)
  if (part instanceof PDFArray) return part.asArray().some((inner) => isActive(inner, depth + 1))
  if (part instanceof PDFStream) return isActive(part.dict, depth + 1)
  if (!(part instanceof PDFDict)) return false
  return part.entries().some(([name, inner]) => isActiveName(name) || isActive(inner, depth + 1))
}

/** pdf-lib decodes only the codes in capitals. */
function isActiveName(name) {
  return active.has(plainNames(name.decodeText()))
}

const mostUnpacked = 64 * 1024 * 1024
/** A long book has fewer; reading on would hold up everybody else. */
const mostStreams = 10_000

/** The streams that a reader unpacks before it knows the file: packed once, and not to many times their size. */
function unpacksTooFar(bytes) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let unpacked = 0
  let streams = 0
  for (let at = buffer.indexOf('stream'); at !== -1; at = buffer.indexOf('stream', at + 6)) {
    if (buffer.toString('latin1', at - 3, at) === 'end') continue
    streams += 1
    if (streams > mostStreams) return true
    const before = buffer.toString('latin1', Math.max(0, at - 2_000), at)
    const dictionary = plainNames(before.slice(before.lastIndexOf(' obj') + 1))
    if (!/\/(ObjStm|XRef)\b/.test(dictionary)) continue
    const filters = dictionary.match(/\/\w*Decode\b/g) ?? []
    if (filters.length === 0) continue
    if (filters.length > 1 || filters[0] !== '/FlateDecode') return true
    const start = at + 6 + (buffer[at + 6] === 0x0d ? 2 : 1)
    const size = unpackedSize(buffer.subarray(start))
    if (size === null) return true
    unpacked += size
    if (unpacked > mostUnpacked) return true
  }
  return false
}

/** Null for what cannot be unpacked, or not within bounds. What follows the packed bytes is not read. */
function unpackedSize(packed) {
  try {
    return inflateSync(packed, { maxOutputLength: mostUnpacked, finishFlush: 2 }).byteLength
  } catch {
    return null
  }
}

/** Names may be written with #-codes: "/Obj#53tm" is "/ObjStm". */
function plainNames(text) {
  return text.replace(/#([0-9a-f]{2})/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

parentPort.postMessage(await judge(new Uint8Array(workerData)))
