import { type Inline, parseMarkdown } from '~/words/markdown'
import { type Difference, differences, folded, wordsIn } from './differences'

/** A policy as it stood: frozen for a share, or the draft. */
export type PolicyText = {
  title: string
  sections: readonly { anchor: string; heading: string; body: string }[]
  file: ComparedFile | null
}

export type ComparedFile = {
  name: string
  /** Of its bytes: another file may have the same name. */
  digest: string
  /** Why it cannot be opened; empty where it can. */
  waits: string
}

export type ComparedSection = {
  anchor: string
  heading: string
  /** What it was called, where that was something else. */
  was: string | null
  change: 'same' | 'new' | 'gone' | 'changed'
  parts: Difference[]
}

/** What differs between two texts of one policy, section by section, word by word. */
export function compareVersions(from: PolicyText, to: PolicyText) {
  const sections = [
    ...to.sections.map((after) => {
      const before = from.sections.find(({ anchor }) => anchor === after.anchor)
      return compared(after, before?.body ?? null, after.body, before?.heading)
    }),
    ...from.sections
      .filter(({ anchor }) => !to.sections.some((after) => after.anchor === anchor))
      .map((before) => compared(before, before.body, null)),
  ]
  const changes = sections.flatMap(({ parts }) => parts)
  return {
    title: from.title === to.title ? null : { before: from.title, after: to.title },
    file: fileChange(from.file, to.file),
    waits: [...new Set([from, to].flatMap(({ file }) => file?.waits || []))],
    moved: orderOf(from, to) !== orderOf(to, from),
    sections,
    added: wordsIn(changes, 'added'),
    removed: wordsIn(changes, 'removed'),
  }
}

export type Comparison = ReturnType<typeof compareVersions>

/** A name alone does not tell: the same name may stand for other bytes. */
function fileChange(before: ComparedFile | null, after: ComparedFile | null) {
  if (before?.name === after?.name && before?.digest === after?.digest) return null
  const [was, is] = [before?.name ?? null, after?.name ?? null]
  return { before: was, after: is, replaced: was === is }
}

/** The sections that both have, in the order of the first. */
function orderOf({ sections }: PolicyText, other: PolicyText): string {
  const both = sections.filter(({ anchor }) => other.sections.some((o) => o.anchor === anchor))
  return both.map(({ anchor }) => anchor).join(' ')
}

function compared(
  { anchor, heading }: { anchor: string; heading: string },
  before: string | null,
  after: string | null,
  earlier = heading,
): ComparedSection {
  const parts = folded(differences(readable(before ?? ''), readable(after ?? '')))
  const was = earlier === heading ? null : earlier
  const section = { anchor, heading, was, parts }
  if (before === null) return { ...section, change: 'new' }
  if (after === null) return { ...section, change: 'gone' }
  const changed = was !== null || parts.some(({ kind }) => kind === 'added' || kind === 'removed')
  return { ...section, change: changed ? 'changed' : 'same' }
}

/** A section as its words read, a line for each block and item. */
function readable(body: string): string {
  return parseMarkdown(body)
    .map((block) => {
      if (block.kind !== 'list') return plain(block.inside)
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '•'} ${plain(item)}`)
        .join('\n')
    })
    .join('\n\n')
}

function plain(inside: readonly Inline[]): string {
  return inside
    .map((piece) => {
      if (piece.kind === 'break') return '\n'
      return piece.kind === 'text' ? piece.text : `${plain(piece.inside)} (${piece.to})`
    })
    .join('')
}
