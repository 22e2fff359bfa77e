import { capital, numberWord } from './format'

/** The words of the readiness check. Never "failed", and nothing that was not answered reads as a no. */
export const readinessAnswerNames: Readonly<Record<string, string>> = {
  yes: 'Yes',
  partly: 'Partly',
  not_yet: 'Not yet',
  no: 'No',
}

export const readinessStandingNames = {
  in_place: 'Sounds in place',
  nearly: 'Nearly there',
  to_begin: 'To begin',
  unanswered: 'Not answered',
  not_concerned: 'Does not concern you',
  not_asked: 'Not part of this check',
} as const

/** What the venue said of a standard before it started; empty where it said nothing. */
export function readinessSaid(standing: keyof typeof readinessStandingNames): string {
  const said: Partial<Record<typeof standing, string>> = {
    in_place: 'In the readiness check you said: sounds in place.',
    nearly: 'In the readiness check you said: nearly there.',
    to_begin: 'In the readiness check you said: to begin.',
    not_concerned: 'In the readiness check you said: it does not concern you.',
  }
  return said[standing] ?? ''
}

type Counts = {
  total: number
  inPlace: number
  nearly: number
  toBegin: number
  unanswered: number
  sittings: number
}

/** The picture in a sentence or two: what is there first, then how far the rest is. */
export function readinessWords(counts: Counts): { title: string; rest: string } {
  const { total, inPlace, nearly, toBegin, unanswered, sittings } = counts
  const open = nearly + toBegin
  const all = numberWord(total)
  const title =
    inPlace === total
      ? `All ${all} essentials sound in place`
      : inPlace > 0
        ? `${capital(numberWord(inPlace))} of ${all} ${inPlace === 1 ? 'essentials sounds' : 'essentials sound'} in place`
        : nearly > 0
          ? `${capital(numberWord(nearly))} of ${all} essentials ${nearly === 1 ? 'is' : 'are'} nearly there`
          : 'A fresh start, with help for every step'
  const parts = [
    inPlace === total ? 'What is left is to write it down and share it, when it suits you.' : '',
    open > 0
      ? `Most venues can finish the ${inPlace > 0 && unanswered === 0 ? 'rest' : `${numberWord(open)} that ${open === 1 ? 'is' : 'are'} open`} in ${sittings === 1 ? 'one sitting' : `${numberWord(sittings)} sittings`}.`
      : '',
    unanswered > 0
      ? `${capital(numberWord(unanswered))} ${unanswered === 1 ? 'was' : 'were'} not answered, so this says nothing about ${unanswered === 1 ? 'it' : 'them'}.`
      : '',
  ]
  return { title, rest: parts.filter(Boolean).join(' ') }
}

export const ruleOfThumb =
  'This is a rule of thumb and not a promise: one sitting of about two hours is enough for two essentials that are to begin, or for four that are nearly there. Classes for your team come on top, on their own dates.'

/** How far an area of the venue's own check is. */
export function answeredWords(answered: number, asked: number): string {
  if (answered === 0) return 'Not answered yet'
  return answered === asked ? 'Answered' : `${answered} of ${asked} answered`
}
