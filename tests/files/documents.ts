import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

type Parts = Record<string, string>

/** A policy as Word keeps it, with parts changed or added. */
export async function aDocx(change: (parts: Parts) => void = () => {}): Promise<Uint8Array> {
  const children = [new Paragraph('We check the ID of everybody who looks under 30.')]
  const packed = await Packer.toBuffer(new Document({ sections: [{ children }] }))
  const parts: Parts = {}
  for (const [name, bytes] of Object.entries(unzipSync(packed)))
    parts[name] = strFromU8(bytes, true)
  change(parts)
  return zipped(parts)
}

/** A policy as LibreOffice keeps it. */
export function anOdt(change: (parts: Parts) => void = () => {}): Uint8Array {
  const office = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
  const parts: Parts = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${office} xmlns:text="urn:t" xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text><text:p>We check ID. <text:a xlink:href="https://example.com">More</text:a></text:p></office:text></office:body></office:document-content>`,
    'meta.xml': `<office:document-meta ${office}/>`,
    'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="urn:m"/>',
  }
  change(parts)
  return zipped(parts)
}

function zipped(parts: Parts): Uint8Array {
  const files = Object.entries(parts).map(([name, text]) => {
    const bytes = strToU8(text, true)
    return [name, name === 'mimetype' ? ([bytes, { level: 0 }] as const) : bytes]
  })
  return zipSync(Object.fromEntries(files))
}
