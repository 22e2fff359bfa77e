import { type Face, hasGlyph, parsedFont } from './certificate-pdf-fonts.server'

/** A stretch of text that one face draws. Widths and kerning are in parts of the size. */
export interface Run {
  face: Face
  text: string
  width: number
  /** For each glyph, how far the next one moves from its usual place. */
  kerning: number[]
}

/** It draws what Fraunces has no letter for, such as ʿ in a transliterated name. */
const fallback: Face = 'noto-sans-400'

/** The text in pieces, each in its face or in Noto Sans. */
export function runsOf(face: Face, text: string): Run[] {
  const runs: { face: Face; text: string }[] = []
  for (const character of printable(text)) {
    const last = runs.at(-1)
    const drawnBy = hasGlyph(face, character) ? face : fallback
    if (last && (last.face === drawnBy || character === ' ')) last.text += character
    else runs.push({ face: drawnBy, text: character })
  }
  return runs.map((run) => ({ ...run, ...setRun(run.face, run.text) }))
}

function setRun(face: Face, text: string): Pick<Run, 'width' | 'kerning'> {
  const font = parsedFont(face)
  const { glyphs, positions } = font.layout(text)
  const advances = positions.map(({ xAdvance }) => xAdvance / font.unitsPerEm)
  return {
    width: advances.reduce((sum, advance) => sum + advance, 0),
    kerning: advances.map((advance, at) => {
      return advance - (glyphs[at]?.advanceWidth ?? 0) / font.unitsPerEm
    }),
  }
}

/**
 * Text that the fonts can draw. A name never stops a certificate: emoji and invisible marks are
 * left out, styled letters become plain ones, and a letter that no font has becomes "?". The pages
 * show the name as it was typed.
 */
export function printable(text: string): string {
  const visible = text.normalize('NFC').replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
  const drawn = Array.from(visible, (character) =>
    hasGlyph(fallback, character) ? character : plainer(character),
  )
  return drawn.join('').replace(/\s+/g, ' ').trim() || '?'
}

function plainer(character: string): string {
  if (/[\s\p{Cc}\p{Extended_Pictographic}\p{Emoji_Component}]/u.test(character)) return ' '
  if (/\p{M}/u.test(character)) return ''
  const plain = character.normalize('NFKC')
  const known = Array.from(plain).every((letter) => hasGlyph(fallback, letter))
  return known ? plain : '?'
}
