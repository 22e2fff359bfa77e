import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import createQpdf from '@neslinesli93/qpdf-wasm'
import jsQR from 'jsqr'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Judges a PDF by programs that had no part in making it. */

const require = createRequire(import.meta.url)
const pdfjs = path.dirname(require.resolve('pdfjs-dist/package.json'))

/** All the text of a PDF in reading order, as pdf.js finds it, with single spaces. */
export async function textOf(bytes: Uint8Array): Promise<string> {
  return opened(bytes, async (document) => {
    const page = await document.getPage(1)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    return text.join(' ').replace(/\s+/g, ' ').trim()
  })
}

export interface PlacedText {
  text: string
  left: number
  right: number
  baseline: number
  size: number
}

/** Each stretch of text on the first page with where it stands, in points from the lower left. */
export async function placesOf(bytes: Uint8Array): Promise<PlacedText[]> {
  return opened(bytes, async (document) => {
    const page = await document.getPage(1)
    const { items } = await page.getTextContent()
    return items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [, , , size, left, baseline] = item.transform.map(Number)
      if (size === undefined || left === undefined || baseline === undefined) return []
      return [{ text: item.str, left, right: left + item.width, baseline, size }]
    })
  })
}

export interface PartOfPage {
  role: string
  text: string
  alt?: string
}

/** The text of every page, with single spaces, and what a reader calls the pages. */
export async function pagesOf(
  bytes: Uint8Array,
): Promise<{ pages: string[]; labels: string[] | null }> {
  return opened(bytes, async (document) => {
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      pages.push(text.join('').replace(/\s+/g, ' ').trim().normalize('NFC'))
    }
    return { pages, labels: await document.getPageLabels() }
  })
}

/** The bookmarks beside a PDF as pdf.js finds them: "Closing 4", with what stands under them. */
export async function bookmarksOf(bytes: Uint8Array): Promise<NamedPlace[]> {
  return opened(bytes, async (document) => {
    const named = async (items: Awaited<ReturnType<typeof document.getOutline>>) => {
      const places: NamedPlace[] = []
      for (const { title, dest, items: under } of items ?? []) {
        if (!Array.isArray(dest)) throw new Error(`“${title}” leads nowhere.`)
        const page = (await document.getPageIndex(dest[0])) + 1
        places.push([`${title} ${page}`, await named(under)])
      }
      return places
    }
    return named(await document.getOutline())
  })
}

type NamedPlace = [name: string, under: NamedPlace[]]

/** What a screen reader meets on a page, the first by default: each tagged part with its role, in order. */
export async function partsOf(bytes: Uint8Array, number = 1): Promise<PartOfPage[]> {
  return opened(bytes, async (document) => {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const texts = new Map<string, string>()
    let open = ''
    for (const item of items) {
      if ('type' in item) open = item.type === 'endMarkedContent' ? '' : (item.id ?? '')
      else if ('str' in item) texts.set(open, `${texts.get(open) ?? ''} ${item.str}`)
    }
    const tree = await page.getStructTree()
    return partsIn(tree, texts)
  })
}

interface Node {
  role?: string
  alt?: string
  id?: string
  children?: Node[]
}

function partsIn(node: Node | null, texts: Map<string, string>): PartOfPage[] {
  const children = node?.children ?? []
  const content = children.filter((child) => child.id !== undefined && texts.has(child.id))
  const text = content.map((child) => texts.get(child.id ?? '') ?? '').join(' ')
  const { role = '', alt } = node ?? {}
  const own = { role, text: text.replace(/\s+/g, ' ').trim().normalize('NFC'), ...(alt && { alt }) }
  const leaf = children.some((child) => child.id !== undefined)
  return leaf ? [own] : children.flatMap((child) => partsIn(child, texts))
}

export interface PdfInfo {
  pages: number
  /** Width and height of the first page in points. */
  size: [number, number]
  info: Record<string, unknown>
  language: string | null
  tagged: boolean
  links: string[]
}

export async function infoOf(bytes: Uint8Array): Promise<PdfInfo> {
  return opened(bytes, async (document) => {
    const page = await document.getPage(1)
    const { width, height } = page.getViewport({ scale: 1 })
    const { info } = await document.getMetadata()
    const marks = await document.getMarkInfo()
    const annotations: { url?: string }[] = await page.getAnnotations()
    return {
      pages: document.numPages,
      size: [width, height],
      info: { ...info },
      language: 'Language' in info ? String(info.Language) : null,
      tagged: marks?.Marked === true,
      links: annotations.flatMap(({ url }) => (url ? [url] : [])),
    }
  })
}

/** What the QR code on the first page says, read by jsQR from the pixels that pdf.js paints. */
export async function readQr(bytes: Uint8Array, dotsPerInch = 150): Promise<string | null> {
  const { data, width, height } = await pixelsOf(bytes, dotsPerInch)
  return jsQR(data, width, height)?.data ?? null
}

/** The first page as pixels on white. */
export async function pixelsOf(bytes: Uint8Array, dotsPerInch: number): Promise<ImageData> {
  return opened(bytes, async (document) => {
    const page = await document.getPage(1)
    const viewport = page.getViewport({ scale: dotsPerInch / 72 })
    const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)]
    const factory = document.canvasFactory as CanvasFactory
    const { canvas, context } = factory.create(width, height)
    await page.render({ canvas, canvasContext: context, viewport }).promise
    return context.getImageData(0, 0, width, height)
  })
}

interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D }
}

/** What qpdf says to `--check`: valid means neither an error nor a warning. */
export async function checkWithQpdf(
  bytes: Uint8Array,
): Promise<{ valid: boolean; output: string }> {
  const lines: string[] = []
  const qpdf = await startQpdf((line) => lines.push(line))
  qpdf.FS.writeFile('/judged.pdf', bytes)

  const before = process.exitCode
  const code = qpdf.callMain(['--check', '/judged.pdf'])
  // It sets this process's exit code as if it were a program of its own.
  process.exitCode = before
  return { valid: code === 0, output: lines.join('\n') }
}

/** This build takes hold of the console as it starts, and offers no other way to hear it. */
function startQpdf(hear: (line: string) => void): Promise<QpdfWithFiles> {
  const { log, error } = console
  console.log = hear
  console.error = hear
  try {
    const wasm = require.resolve('@neslinesli93/qpdf-wasm/dist/qpdf.wasm')
    return createQpdf({ locateFile: () => wasm }) as Promise<QpdfWithFiles>
  } finally {
    console.log = log
    console.error = error
  }
}

type QpdfWithFiles = Awaited<ReturnType<typeof createQpdf>> & {
  FS: { writeFile(path: string, data: Uint8Array): void }
}

async function opened<Result>(
  bytes: Uint8Array,
  read: (document: PDFDocumentProxy) => Promise<Result>,
): Promise<Result> {
  const task = getDocument({
    // pdf.js takes the bytes away with it, so it gets a copy.
    data: bytes.slice(),
    standardFontDataUrl: `${pathToFileURL(path.join(pdfjs, 'standard_fonts'))}/`,
    verbosity: 0,
  })
  try {
    return await read(await task.promise)
  } finally {
    await task.destroy()
  }
}
