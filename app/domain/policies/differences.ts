import { diffWordsWithSpace } from 'diff'

export type Difference = { kind: 'same' | 'added' | 'removed' | 'folded'; text: string }

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
export function folded(parts: Difference[]): Difference[] {
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

export function wordsIn(parts: readonly Difference[], kind: Difference['kind']): number {
  return parts
    .filter((part) => part.kind === kind)
    .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}][^\s]*/gu) ?? []).length, 0)
}
