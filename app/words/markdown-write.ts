import { type Block, headingLine, type Inline, listItem, safeAddress, type Text } from './markdown'

/** Blocks as restricted Markdown. What is read from it again is the same, apart from space at edges. */
export function writeMarkdown(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'list') return writeList(block)
      const lines = writeLines(block.inside)
      if (block.kind === 'heading') return lines.length > 0 ? `### ${lines.join(' ')}` : ''
      return lines.map(keptFromMarks).join('\n')
    })
    .filter((text) => text !== '')
    .join('\n\n')
}

function writeList({ ordered, items }: Extract<Block, { kind: 'list' }>): string {
  return items
    .map((item) => writeLines(item))
    .filter((lines) => lines.length > 0)
    .map(([first, ...others], index) =>
      [
        `${ordered ? `${index + 1}.` : '-'} ${first}`,
        ...others.map((line) => `  ${keptFromMarks(line)}`),
      ].join('\n'),
    )
    .join('\n')
}

/** A line that would begin a list or a heading, and is neither. */
function keptFromMarks(line: string): string {
  if (!listItem.test(line) && !headingLine.test(line)) return line
  return line.replace(/^(\d*)(\D)/, '$1\\$2')
}

/** Lines of one block: a break ends a line, and empty ones are left out. */
function writeLines(inside: readonly Inline[]): string[] {
  return stretchesOf(inside)
    .map((stretch) => {
      if ('to' in stretch) return writeLink(stretch)
      const atoms = trimmed(atomsOf(stretch.inside))
      return writeAtoms(
        atoms,
        atoms
          .map(({ text }) => text)
          .join('')
          .includes(']('),
      )
    })
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

type Stretch = { inside: (Text | { kind: 'break' })[] } | Extract<Inline, { kind: 'link' }>

/** The text between links, and the links: no emphasis runs across the border of a link. */
function stretchesOf(inside: readonly Inline[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const piece of inside) {
    const last = stretches.at(-1)
    if (piece.kind === 'link') stretches.push(piece)
    else if (last && !('to' in last)) last.inside.push(piece)
    else stretches.push({ inside: [piece] })
  }
  return stretches
}

function writeLink({ to, inside }: Extract<Inline, { kind: 'link' }>): string {
  const text = writeAtoms(trimmed(atomsOf(inside)), true)
  const address = safeAddress(to)
  return text === '' || !address ? text : `[${text}](${address})`
}

type Atom = { text: string; strong: boolean; em: boolean }

function atomsOf(pieces: readonly (Text | { kind: 'break' })[]): Atom[] {
  const atoms = pieces.flatMap((piece) =>
    piece.kind === 'break'
      ? [{ text: '\n', strong: true, em: true }]
      : Array.from(piece.text, (text) => ({
          text: /[\r\n]/.test(text) ? ' ' : text,
          strong: piece.strong,
          em: piece.em,
        })),
  )
  return atoms.reduceRight(withoutSpaceAfter, []).reduceRight(withoutSpaceAfter, [])
}

/** Leaves out space beside a break. It turns the order around: called twice it sees to both sides. */
function withoutSpaceAfter(kept: Atom[], atom: Atom): Atom[] {
  if (kept.at(-1)?.text !== '\n' || /\S/.test(atom.text)) kept.push(atom)
  return kept
}

/** Takes emphasis from space where it begins or ends, because marks stand against letters. */
function trimmed(atoms: Atom[]): Atom[] {
  for (const mark of ['strong', 'em'] as const) {
    for (const way of [atoms, [...atoms].reverse()]) {
      let inside = false
      for (const atom of way) {
        if (!inside && /\s/.test(atom.text)) atom[mark] = false
        inside = atom[mark]
      }
    }
  }
  return atoms
}

function writeAtoms(atoms: readonly Atom[], brackets: boolean): string {
  const escapes = brackets ? /[\\*[\]]/ : /[\\*]/
  const now = { strong: false, em: false }
  let written = ''
  const turn = (to: { strong: boolean; em: boolean }) => {
    if (to.strong !== now.strong) written += '**'
    if (to.em !== now.em) written += '*'
    now.strong = to.strong
    now.em = to.em
  }
  for (const atom of atoms) {
    turn(atom)
    written += escapes.test(atom.text) ? `\\${atom.text}` : atom.text
  }
  turn({ strong: false, em: false })
  return written
}
