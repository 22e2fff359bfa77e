import { partsOfZip, type ZipPart } from './zip-parts.server'

export const documentTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
} as const

export type DocumentProblem = 'cut_off' | 'swollen' | 'locked' | 'macro' | 'inside' | 'outside'

/**
 * Reads what a document of a writing program is made of: null when it is whole and only to be read.
 * Macros, other files inside, and whatever it would load from elsewhere on opening are refused.
 */
export function documentProblem(bytes: Uint8Array, type: string): DocumentProblem | null {
  const parts = partsOfZip(bytes)
  if (parts === null) return 'cut_off'
  if (parts === 'swollen') return 'swollen'
  try {
    return type === documentTypes.odt ? odtProblem(parts) : docxProblem(parts)
  } catch {
    return 'cut_off'
  }
}

function docxProblem(parts: ZipPart[]): DocumentProblem | null {
  const types = textOf(parts, /^\[content_types\]\.xml$/i)
  if (types === '' || !has(parts, /^word\/document\d*\.xml$/i)) return 'cut_off'
  if (has(parts, /vba(project|data)/i) || /macroenabled|vbaproject/i.test(types)) return 'macro'
  if (has(parts, /(^|\/)(embeddings|activex)\//i)) return 'inside'
  for (const relation of relationsIn(textOf(parts, /\.rels$/i))) {
    if (/\/(oleObject|package|control|aFChunk|subDocument)$/i.test(relation.type)) return 'inside'
    if (relation.external && !/\/hyperlink$/i.test(relation.type)) return 'outside'
  }
  const written = textOf(parts, /^word\/[^/]+\.xml$/i)
  return startsAnother(written) ? 'macro' : null
}

/** A field that starts another program (DDE), however it is cut into runs. */
function startsAnother(xml: string): boolean {
  const runs = xml.match(/<(?:\w+:)?instrText\b[^<>]*>[^<]*|\binstr=(?:"[^"]*"|'[^']*')/gi) ?? []
  const fields = runs.map((run) => run.replace(/^<[^>]*>|^instr=/i, '')).join('')
  return /\bDDE(AUTO)?\b/i.test(fields)
}

type Relation = { type: string; external: boolean }

function relationsIn(xml: string): Relation[] {
  const tags = xml.match(/<(?:\w+:)?Relationship\b(?:"[^"<]*"|'[^'<]*'|[^<>"'])*>/g) ?? []
  return tags.map((tag) => ({
    type: attributeOf(tag, 'Type'),
    external: /^external$/i.test(attributeOf(tag, 'TargetMode').trim()),
  }))
}

function odtProblem(parts: ZipPart[]): DocumentProblem | null {
  const manifest = textOf(parts, /^META-INF\/manifest\.xml$/i)
  const written = textOf(parts, /^(content|styles)\.xml$/i)
  if (manifest === '' || written === '') return 'cut_off'
  if (/encryption-data/i.test(manifest)) return 'locked'
  if (has(parts, /^(basic|scripts)\//i) || /<script:|vnd\.sun\.star\.script/i.test(written)) {
    return 'macro'
  }
  if (/<text:(dde-connection|execute-macro)/i.test(written)) return 'macro'
  if (has(parts, /^object[ \d]/i) || /oleobject|<draw:(object|plugin|applet)/i.test(written)) {
    return 'inside'
  }
  return loadsFromElsewhere(written + textOf(parts, /^meta\.xml$/i)) ? 'outside' : null
}

/** A link to follow is the reader's own step; a picture, section or template is loaded by itself. */
function loadsFromElsewhere(xml: string): boolean {
  const tags =
    xml.match(/<(?!text:a\b|draw:a\b)[\w-]+:[\w-]+\b(?:"[^"<]*"|'[^'<]*'|[^<>"'])*>/g) ?? []
  return tags.some((tag) =>
    /^\s*([a-z][a-z\d+.-]*:|\/\/|\\\\|\.\.\/)/i.test(attributeOf(tag, 'href')),
  )
}

/** The longest policy has a fifth of it. */
const mostWords = 16 * 1024 * 1024

function has(parts: ZipPart[], name: RegExp): boolean {
  return parts.some((part) => name.test(part.name))
}

/** The text of all parts of this name. XML that defines words of its own could hide others: it is refused. */
function textOf(parts: ZipPart[], name: RegExp): string {
  const named = parts.filter((part) => name.test(part.name))
  if (named.reduce((sum, { size }) => sum + size, 0) > mostWords) throw new Error('Too long.')
  const xml = named.map((part) => part.text()).join('\n')
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new Error('A part defines words of its own.')
  return xml
}

function attributeOf(tag: string, name: string): string {
  const found = new RegExp(`\\b(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag)
  return (found?.[1] ?? found?.[2] ?? '').replace(/&#(x?)([\da-f]+);/gi, (_, hex, code) =>
    String.fromCodePoint(Math.min(Number.parseInt(code, hex ? 16 : 10) || 32, 0x10ffff)),
  )
}
