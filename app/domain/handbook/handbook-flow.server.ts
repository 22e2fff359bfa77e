import type { Box } from '../certificates/certificate-pdf-operators'
import { type Piece, type Stretch, type Style, setLines } from './handbook-lines.server'
import type { Canvas } from './handbook-paper.server'
import type { Part, Structure } from './handbook-tags.server'

export const area = { left: 72, right: 540, top: 716, bottom: 76 }

export type Paragraph = {
  part: Part
  pieces: readonly Piece[]
  size: number
  /** Line height as a multiple of the size. */
  leading?: number
  indent?: number
  /** What stays free at the right. */
  right?: number
  before?: number
  /** Room that must be left below it, so that a heading never ends a page. */
  keep?: number
  /** Stands at the left of the first line: the point or the number of an item. */
  label?: { part: Part; text: string; style: Style; x: number }
}

/** Lays text out over pages. What is drawn waits until all pages are there, so that it may name their number. */
export function startFlow(structure: Structure) {
  const pages: ((canvas: Canvas) => void)[][] = [[]]
  let y = area.top

  const page = () => pages.length - 1
  const draw = (command: (canvas: Canvas) => void) => pages.at(-1)?.push(command)
  function turn() {
    pages.push([])
    y = area.top
  }

  function line(
    set: readonly Stretch[],
    part: Part,
    indent: number,
    leading: number,
    size: number,
  ) {
    if (y - leading < area.bottom) turn()
    y -= leading
    const baseline = y + (leading - size * 0.7) / 2
    for (const { text, style, link, x, width } of set) {
      const left = area.left + indent + x
      const owner = link ? structure.part('Link', part) : part
      const mark = structure.mark(owner, page())
      draw((canvas) => canvas.text(text, left, baseline, style, { role: owner.role, mark }))
      if (!link) continue
      const box: Box = [left, baseline - size * 0.25, left + width, baseline + size * 0.8]
      structure.link(owner, page(), box, link)
    }
  }

  function paragraph({ part, pieces, size, label, ...more }: Paragraph) {
    const { leading: times = 1.45, indent = 0, right = 0, before = 0, keep = 0 } = more
    const leading = size * times
    const lines = setLines(pieces, area.right - area.left - indent - right)
    const together = Math.min(lines.length, keep > 0 ? lines.length : 2) * leading
    const begun = y < area.top
    if (begun && y - before - together - keep < area.bottom) turn()
    else if (begun) y -= before
    lines.forEach((set, index) => {
      const loneLast = index === lines.length - 2 && index > 0
      if (loneLast && y - 2 * leading < area.bottom) turn()
      if (index === 0 && label) {
        if (y - leading < area.bottom) turn()
        const baseline = y - leading + (leading - size * 0.7) / 2
        const x = area.left + label.x
        const { role } = label.part
        const mark = structure.mark(label.part, page())
        draw((canvas) => canvas.text(label.text, x, baseline, label.style, { role, mark }))
      }
      line(set, part, indent, leading, size)
    })
  }

  /** Leaves the rest of a page empty, from so high above its end or its beginning. */
  function moveTo(height: number) {
    y = height
  }

  return { structure, pages, page, turn, draw, paragraph, moveTo, y: () => y }
}

export type Flow = ReturnType<typeof startFlow>
