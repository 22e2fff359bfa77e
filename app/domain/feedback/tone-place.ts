/** What an alternative takes the place of, and the alternatives as they read there. */
export type Fit = { start: number; end: number; alternatives: string[] }

/** How far an alternative may reach, so that it takes no other hint's place. */
export type Bounds = { from: number; to: number }

/** Advice stands in parentheses: it is there to read, and no button puts it into the text. */
export function asAdvice(words: string): string {
  return words.startsWith('(') ? words : `(${words.replace(/^is /, '')})`
}

export function withCapital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function withSmall(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
