// Draws one page of a PDF in a thread of its own. PDFium is WebAssembly here, built without its script
// engine: nothing of the file runs, and it reaches no file or network. Plain JavaScript, because it is
// started by its path and not bundled.
import { parentPort, workerData } from 'node:worker_threads'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'

const width = 900
/** A page may be a long receipt, and no endless one. */
const mostHeight = 3 * width

async function paint({ bytes, page }) {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  if (page > document.getPageCount()) return null
  const sheet = document.getPage(page - 1)
  const { originalWidth, originalHeight } = sheet.getOriginalSize()
  const scale = Math.min(width / originalWidth, mostHeight / originalHeight)
  const { data, ...size } = await sheet.render({ scale, render: 'bitmap', renderFormFields: true })
  return sharp(data, { raw: { width: size.width, height: size.height, channels: 4 } })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 82, chromaSubsampling: '4:4:4', mozjpeg: true })
    .toBuffer()
}

parentPort.postMessage(await paint(workerData))
