import { diffWordsWithSpace } from 'diff'
import { type Inline, parseMarkdown } from '~/words/markdown'

/** A policy as it stood: frozen for a share, or the draft. */
export type PolicyText = {
  title: string
  sections: readonly { anchor: string; heading: string; body: string }[]
  fileName: string | null
}

export type Difference = { kind: 'same' | 'added' | 'removed' | 'folded'; text: string }
export type ComparedSection = {
  anchor: string
  heading: string
  change: 'same' | 'new' | 'gone' | 'changed'
  parts: Difference[]
}

/** What differs between two texts of one policy, section by section, word by word. */
export function compareVersions(from: PolicyText, to: PolicyText) {
  const sections = [
    ...to.sections.map((after) => {
      const before = from.sections.find(({ anchor }) => anchor === after.anchor)
      return compared(after.anchor, after.heading, before?.body ?? null, after.body)
    }),
    ...from.sections
      .filter(({ anchor }) => !to.sections.some((after) => after.anchor === anchor))
      .map(({ anchor, heading, body }) => compared(anchor, heading, body, null)),
  ]
  const changes = sections.flatMap(({ parts }) => parts)
  return {
    title: from.title === to.title ? null : { before: from.title, after: to.title },
    file: from.fileName === to.fileName ? null : { before: from.fileName, after: to.fileName },
    sections,
    added: wordsIn(changes, 'added'),
    removed: wordsIn(changes, 'removed'),
  }
}

export type Comparison = ReturnType<typeof compareVersions>

function compared(
  anchor: string,
  heading: string,
  before: string | null,
  after: string | null,
): ComparedSection {
  const parts = folded(differences(readable(before ?? ''), readable(after ?? '')))
  if (before === null) return { anchor, heading, change: 'new', parts }
  if (after === null) return { anchor, heading, change: 'gone', parts }
  const changed = parts.some(({ kind }) => kind === 'added' || kind === 'removed')
  return { anchor, heading, change: changed ? 'changed' : 'same', parts }
}

/** Two texts with nothing in common take long to compare: after half a second one stands for the other. */
export function differences(before: string, after: string): Difference[] {
  const found = diffWordsWithSpace(before, after, { timeout: 500 }) ?? [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ]
  return gathered(
    found.map(({ value, added, removed }): Difference => {
      return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value }
    }),
  )
}

/** A passage that was written anew reads as one that went and one that came, not as a change at each word. */
function gathered(parts: readonly Difference[]): Difference[] {
  const found: Difference[] = []
  let [removed, added] = ['', '']
  const put = () => {
    if (removed) found.push({ kind: 'removed', text: removed })
    if (added) found.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  parts.forEach(({ kind, text }, index) => {
    const between = removed !== '' && added !== '' && index < parts.length - 1
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else if (between && !/[\p{L}\p{N}]/u.test(text)) {
      removed += text
      added += text
    } else {
      put()
      if (text) found.push({ kind, text })
    }
  })
  put()
  return found
}

const context = 120

/** What did not change is folded where it is long; a little of it stays beside each change. */
function folded(parts: Difference[]): Difference[] {
  return parts.flatMap((part, index): Difference[] => {
    const { kind, text } = part
    const first = index === 0
    const last = index === parts.length - 1
    if (kind !== 'same' || (first && last) || text.length < 4 * context) return [part]
    const begin = first ? 0 : endOfWord(text, context)
    const end = last ? text.length : text.length - context
    return [
      { kind: 'same' as const, text: text.slice(0, begin) },
      { kind: 'folded' as const, text: text.slice(begin, end) },
      { kind: 'same' as const, text: text.slice(end) },
    ].filter((each) => each.text !== '')
  })
}

function endOfWord(text: string, from: number): number {
  const space = text.indexOf(' ', from)
  return space === -1 ? from : space
}

function wordsIn(parts: readonly Difference[], kind: Difference['kind']): number {
  return parts
    .filter((part) => part.kind === kind)
    .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length, 0)
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
