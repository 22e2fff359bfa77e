import { clauseBefore, type Token, wordsBefore } from './tone-words'

/** "Make sure" orders at the start of a clause, and after "we ask that you"; in "You make sure", it tells. */
export function opensClause(text: string, tokens: Token[], first: number): boolean {
  const here = tokens[first]
  const before = tokens[first - 1]
  if (!here || !before) return true
  const gap = text.slice(before.end, here.start)
  if (/[.!?…:;\n–—(•]/.test(gap) || softeners.has(before.word)) return true
  const clause = clauseBefore(text, tokens, first).join(' ')
  if (
    /\b(?:i|we) (?:\w+ )?(?:ask|expect|want|need|require|request|urge|insist)(?: that)? you(?: to| please)?$/.test(
      clause,
    )
  )
    return true
  if (!gap.includes(',') && before.word !== 'and') return false
  return !tellers.has(wordsBefore(text, tokens, first)[0] ?? '')
}

const softeners = new Set(['please', 'kindly', 'then', 'also', 'just'])
const tellers = new Set(
  "you your you've you're we our they their i staff managers guests it she he the".split(' '),
)
