import { type Face, hasGlyph, parsedFont } from './certificate-pdf-fonts.server'

/** A stretch of text that one face draws. Widths and kerning are in parts of the size. */
export interface Run {
  face: Face
  text: string
  width: number
  /** For each glyph, how far the next one moves from its usual place. */
  kerning: number[]
}

/** They draw what Fraunces has no letter for, such as ʿ in a transliterated name, or ሰላም. */
const fallbacks: Face[] = ['noto-sans-400', 'noto-sans-ethiopic-400']

/** The text in pieces, each in its face or in Noto Sans. */
export function runsOf(face: Face, text: string): Run[] {
  const runs: { face: Face; text: string }[] = []
  for (const character of printable(text)) {
    const last = runs.at(-1)
    const drawnBy = [face, ...fallbacks].find((each) => hasGlyph(each, character)) ?? face
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
  const drawn = Array.from(visible(text), (character) =>
    isDrawn(character) ? character : plainer(character),
  )
  return drawn.join('').replace(/\s+/g, ' ').trim() || '?'
}

/** The letters of a text that become "?", each once. */
export function lostLetters(text: string): string[] {
  const lost = (character: string) => !isDrawn(character) && plainer(character) === '?'
  return [...new Set(visible(text))].filter(lost)
}

function visible(text: string): string {
  return text.normalize('NFC').replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
}

function isDrawn(character: string): boolean {
  return fallbacks.some((face) => hasGlyph(face, character))
}

function plainer(character: string): string {
  if (/[\s\p{Cc}\p{Extended_Pictographic}\p{Emoji_Component}]/u.test(character)) return ' '
  if (/\p{M}/u.test(character)) return ''
  const plain = character.normalize('NFKC')
  const known = Array.from(plain).every(isDrawn)
  return known ? plain : '?'
}
