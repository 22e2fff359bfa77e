/** The readiness ruler: two numbers from 0 to 10, and a sentence that meets people where they are. */
type Ruler = { importance: number | null; confidence: number | null }

type Stage = 'not_sure' | 'weighing' | 'preparing' | 'doing'

/** Where somebody is, by their two numbers; null where one is left open. */
export function stageOf({ importance, confidence }: Ruler): Stage | null {
  if (importance === null || confidence === null) return null
  if (importance <= 3) return 'not_sure'
  if (importance <= 6) return 'weighing'
  return confidence <= 6 ? 'preparing' : 'doing'
}

const sentences: Record<Stage, string> = {
  not_sure:
    'It is fine not to be sure. Read what the program asks, or ask your liaison what other venues got out of it; you can leave it there.',
  weighing:
    'There is something in it for you, and something holds you back. Cost, time, liability: name what it is, and ask whoever helps with that standard. Nothing has to be decided now.',
  preparing:
    'You know why you want this. One small thing makes the next step lighter: begin with a template, or put one class into the calendar.',
  doing:
    'You want this, and you trust your team to do it. Choose one standard for this week, and write down what you do already.',
}

/** The sentence that fits, and a question to think about; null where nothing was set. */
export function rulerWords(ruler: Ruler | null) {
  if (!ruler) return null
  const { importance, confidence } = ruler
  const stage = stageOf(ruler)
  return {
    line: sharedRuler(ruler),
    sentence: stage
      ? sentences[stage]
      : 'Set the other number too when you like, and a sentence stands here.',
    question: questionOf(importance, confidence),
  }
}

function questionOf(importance: number | null, confidence: number | null): string {
  if (confidence !== null && confidence < 10 && (importance ?? 0) > 6) {
    return confidence === 0
      ? 'What would have to be there for it to be a 1?'
      : `What makes your confidence a ${confidence} and not a ${confidence - 1}? What would bring it one number up?`
  }
  return importance
    ? `What makes it matter a ${importance} to you, and not a ${importance - 1}?`
    : ''
}

/** The same words stand on the venue's page and, where the venue ticks the box, in what it shares. */
export function sharedRuler({ importance, confidence }: Ruler): string {
  return [
    importance === null ? '' : `How important this is to us: ${importance} of 10.`,
    confidence === null ? '' : `How confident we are: ${confidence} of 10.`,
  ]
    .filter(Boolean)
    .join(' ')
}
