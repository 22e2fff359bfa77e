import type { Color } from '../certificates/certificate-pdf-operators'
import { plain } from './handbook-blocks.server'
import type { Flow } from './handbook-flow.server'
import type { Piece, Style } from './handbook-lines.server'
import type { Part } from './handbook-tags.server'

export type Section = (title: string, color: Color) => void

const bold: Style = { ...plain, bold: true }
const line = plain.size * 1.45

/** The heading of a part of a letter, in the color that the page gives it. */
export function startSection(flow: Flow, title: string, color: Color) {
  flow.paragraph({
    part: flow.structure.part('H2'),
    pieces: [{ text: title, style: { ...bold, size: 11, color } }],
    size: 11,
    before: 15,
    keep: 2 * line,
  })
}

type Look = { before?: number; size?: number; indent?: number; slant?: boolean; within?: Part }

/** A person's own words as they typed them, with their line breaks: no mark in them means anything here. */
export function layWords(flow: Flow, text: string, look: Look = {}) {
  if (text.trim() === '') return
  const { before = 4, size = plain.size, indent = 0, slant = false, within } = look
  const style: Style = { ...plain, size, slant }
  flow.paragraph({
    part: flow.structure.part('P', within),
    pieces: text.split('\n').flatMap((each): Piece[] => ['break', { text: each, style }]),
    size,
    before,
    indent,
    right: indent,
  })
}

/** "Why it helps: …". */
export function layTerm(flow: Flow, term: string, detail: string) {
  if (!detail) return
  flow.paragraph({
    part: flow.structure.part('P'),
    pieces: [
      { text: `${term}: `, style: bold },
      { text: detail, style: plain },
    ],
    size: plain.size,
    before: 3,
  })
}

/** A list whose items end in bold. */
export function layItems(flow: Flow, items: readonly (readonly [words: string, end: string])[]) {
  const list = flow.structure.part('L')
  for (const [words, end] of items) {
    const entry = flow.structure.part('LI', list)
    const label = flow.structure.part('Lbl', entry)
    flow.paragraph({
      part: flow.structure.part('LBody', entry),
      pieces: [
        { text: words, style: plain },
        { text: end, style: bold },
      ],
      size: plain.size,
      indent: 18,
      before: 2.5,
      label: { part: label, text: '•', style: plain, x: 4 },
    })
  }
}
