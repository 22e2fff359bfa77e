import { readFileSync } from 'node:fs'
import path from 'node:path'
import fontkit from '@pdf-lib/fontkit'
import type { PDFDocument, PDFFont } from 'pdf-lib'

export type Face = 'fraunces-600' | 'fraunces-400' | 'noto-sans-400' | 'noto-sans-ethiopic-400'
export type Fonts = Partial<Record<Face, PDFFont>>

/** Embeds the faces as subsets, and those for another script where the text needs them. */
export async function embedFonts(document: PDFDocument, text: string): Promise<Fonts> {
  const embed = (face: Face) => {
    const font = parsedFont(face)
    document.registerFontkit({ create: () => font })
    // Six letters and a plus mark a subset (ISO 32000-1, 9.6.4).
    const customName = `LAMPLT+${font.postscriptName}`
    return document.embedFont(new Uint8Array(), { subset: true, customName })
  }
  return {
    'fraunces-600': await embed('fraunces-600'),
    'fraunces-400': await embed('fraunces-400'),
    'noto-sans-400': await embed('noto-sans-400'),
    ...(ethiopic.test(text) && {
      'noto-sans-ethiopic-400': await embed('noto-sans-ethiopic-400'),
    }),
  }
}

const ethiopic = /\p{Script=Ethiopic}/u

export function hasGlyph(face: Face, character: string): boolean {
  return parsedFont(face).hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
}

type ParsedFont = ReturnType<typeof fontkit.create>
const parsed = new Map<Face, ParsedFont>()

/** Read and parsed once per process: parsing takes longer than drawing. */
export function parsedFont(face: Face): ParsedFont {
  const known = parsed.get(face)
  if (known) return known
  const file = path.join(process.cwd(), 'app/domain/certificates/fonts', `${face}.ttf`)
  const font = fontkit.create(readFileSync(file))
  const createSubset = font.createSubset.bind(font)
  font.createSubset = () => withLongOffsets(createSubset())
  font.layout = remembered(font.layout.bind(font))
  nameGlyphs(font)
  parsed.set(face, font)
  return font
}

/**
 * fontkit remembers for each glyph the letters that it met it for first; a glyph met first as a
 * part of another, S in Ș, would copy as nothing in every later certificate. So each glyph meets
 * its own letter here, and ligatures the letters that they join.
 */
function nameGlyphs(font: ParsedFont) {
  const isLigature = (codePoint: number) => codePoint >= 0xfb00 && codePoint <= 0xfb06
  for (const codePoint of font.characterSet) {
    if (!isLigature(codePoint)) font.glyphForCodePoint(codePoint)
  }
  font.layout('ff fi fl ffi ffl')
}

/**
 * Setting a text takes most of the time of a certificate, and pdf-lib sets again what was measured
 * here; labels, dates and signatures also return from one certificate to the next.
 */
function remembered(layout: ParsedFont['layout']): ParsedFont['layout'] {
  const known = new Map<string, ReturnType<typeof layout>>()
  return (text) => {
    const before = known.get(text)
    if (before) return before
    if (known.size >= 500) known.clear()
    const made = layout(text)
    known.set(text, made)
    return made
  }
}

interface GlyphTable {
  loca: { version?: number }
  _addGlyph(id: number): number
}

/**
 * fontkit writes short glyph offsets, which count bytes in pairs, even for glyphs of odd length;
 * most letters of Noto Sans would come out blank. Long offsets (version 1) count single bytes.
 */
function withLongOffsets<Subset extends object>(subset: Subset): Subset {
  const table = subset as Subset & GlyphTable
  const addGlyph = table._addGlyph.bind(table)
  table._addGlyph = (id) => {
    table.loca.version = 1
    return addGlyph(id)
  }
  return subset
}
