import { handbookWords as words } from '~/words/en/handbook'
import { colors } from '../certificates/certificate-pdf-operators'
import { type Handbook, listedIn } from './handbook'
import { headingStyle, plain, soft } from './handbook-blocks.server'
import { area, type Flow } from './handbook-flow.server'
import type { Style } from './handbook-lines.server'
import type { Role } from './handbook-tags.server'

/** A paragraph of one look. */
export function say(
  flow: Flow,
  role: Role,
  text: string,
  style: Style,
  more: { before?: number; keep?: number } = {},
) {
  const pieces = [{ text, style }]
  flow.paragraph({
    part: flow.structure.part(role),
    pieces,
    size: style.size,
    leading: 1.3,
    ...more,
  })
}

/** A page with the title and the venue's name; on one policy the same stands above its text. */
export function layFront(
  flow: Flow,
  { whole, venue, program, title, day, policies, made }: Handbook,
) {
  if (whole) flow.moveTo(520)
  const rule = flow.y() + (whole ? 18 : 6)
  flow.draw((canvas) => canvas.rule(area.left, area.left + 96, rule, colors.lamp))
  say(flow, 'P', venue, { ...plain, size: whole ? 14 : 11, color: colors.lampInk })
  say(flow, 'H1', title, headingStyle(1), { before: 6 })
  say(flow, 'P', words.asOf(day), soft, { before: 8 })
  const [review] = whole ? [] : policies.map((policy) => policy.review)
  if (review) say(flow, 'P', review, soft, { before: 2 })
  say(flow, 'P', made ?? words.madeWith(program), soft, { before: 2 })
  if (whole) flow.turn()
}

/** What stands on which page: the policies of a handbook, the sections of one policy. */
export function layContents(flow: Flow, book: Handbook, pageOf: (index: number) => number) {
  const titles = listedIn(book)
  if (book.policies.length === 0) say(flow, 'P', words.empty, plain)
  if (titles.length === 0) return
  say(flow, 'H2', words.contents, headingStyle(book.whole ? 2 : 3), { before: 16, keep: 40 })
  const { structure } = flow
  const list = structure.part('TOC')
  const leading = plain.size * 1.5
  titles.forEach((title, index) => {
    const part = structure.part('Link', structure.part('TOCI', list))
    const top = flow.y()
    const page = flow.page()
    const pieces = [{ text: title, style: plain }]
    flow.paragraph({ part, pieces, size: plain.size, leading: 1.5, before: 3, right: 40 })
    const mark = structure.mark(part, flow.page())
    const y = flow.y() + (leading - plain.size * 0.7) / 2
    flow.draw((canvas) => {
      const text = String(pageOf(index) + 1)
      canvas.text(text, area.right - text.length * 6.2, y, plain, { role: 'Link', mark })
    })
    const upper = page === flow.page() ? top : area.top
    structure.link(part, flow.page(), [area.left, flow.y(), area.right, upper], () => pageOf(index))
  })
}
