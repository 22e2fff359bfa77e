import type { Face } from '../certificates/certificate-pdf-fonts.server'
import type { Color } from '../certificates/certificate-pdf-operators'
import { printable, runsOf } from '../certificates/certificate-pdf-type.server'

export type Style = {
  face: Face
  size: number
  color: Color
  /** Drawn from the same letters, so that no language lacks it. */
  bold?: boolean
  slant?: boolean
  underline?: boolean
}
/** A stretch of one style; a break begins a new line. */
export type Piece = { text: string; style: Style; link?: string } | 'break'
export type Stretch = {
  text: string
  style: Style
  link?: string | undefined
  x: number
  width: number
}

type Word = { spaced: boolean; width: number; pieces: Omit<Stretch, 'x'>[] }

/** Sets a text in lines no wider than the room, ragged on the right. A word that is wider is broken. */
export function setLines(pieces: readonly Piece[], room: number): Stretch[][] {
  const lines: Stretch[][] = []
  let line: Stretch[] = []
  let used = 0
  for (const word of wordsOf(pieces).flatMap((each) => (each ? fitting(each, room) : [null]))) {
    const space = word?.spaced && line.length > 0 ? spaceOf(line) : 0
    if (!word || (line.length > 0 && used + space + word.width > room)) {
      if (line.length > 0) lines.push(line)
      line = []
      used = 0
    }
    if (!word) continue
    used = place(line, word, line.length > 0 ? used + space : 0, space > 0)
  }
  if (line.length > 0) lines.push(line)
  return lines
}

/** Adds a word to a line; neighbors of one style become one text, as they are read. */
function place(line: Stretch[], word: Word, from: number, spaced: boolean): number {
  let x = from
  for (const [index, piece] of word.pieces.entries()) {
    const last = line.at(-1)
    if (last && last.style === piece.style && last.link === piece.link) {
      last.text += index === 0 && spaced ? ` ${piece.text}` : piece.text
      last.width = x + piece.width - last.x
    } else line.push({ ...piece, x })
    x += piece.width
  }
  return x
}

function spaceOf(line: Stretch[]): number {
  return (line.at(-1)?.style.size ?? 0) * 0.26
}

/** The words of a text, each with its pieces; null where a line ends. */
function wordsOf(pieces: readonly Piece[]): (Word | null)[] {
  const words: (Word | null)[] = []
  let spaced = true
  for (const piece of pieces) {
    if (piece === 'break') {
      words.push(null)
      spaced = true
      continue
    }
    for (const part of piece.text.split(/(\s+)/)) {
      const text = /\S/.test(part) ? drawable(part) : ''
      if (text === '') {
        if (part !== '') spaced = true
        continue
      }
      const set = { text, style: piece.style, link: piece.link, width: widthOf(text, piece.style) }
      const last = words.at(-1)
      if (last && !spaced) {
        last.pieces.push(set)
        last.width += set.width
      } else words.push({ spaced: true, width: set.width, pieces: [set] })
      spaced = false
    }
  }
  return words
}

/** What the faces can draw of a word: a word of emoji alone is left out. */
function drawable(word: string): string {
  const text = printable(word)
  return text === '?' && /\p{Extended_Pictographic}/u.test(word) ? '' : text
}

function fitting(word: Word, room: number): Word[] {
  if (word.width <= room) return [word]
  return word.pieces.flatMap(({ text, ...rest }, at) =>
    Array.from(text, (letter, index) => {
      const width = widthOf(letter, rest.style)
      return { spaced: at === 0 && index === 0, width, pieces: [{ ...rest, text: letter, width }] }
    }),
  )
}

function widthOf(text: string, { face, size }: Style): number {
  return runsOf(face, text).reduce((sum, { width }) => sum + width, 0) * size
}
