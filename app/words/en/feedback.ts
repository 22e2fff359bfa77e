import type { HelpfulAnswer, ItemKind, ResponseField, Standing, StepAnswer } from '~db/vocabulary'
import { capital, countOf, formatDay, numberWord } from './format'

/** A step's four answers as the venue chooses them. */
export const stepChoices: Record<StepAnswer, string> = {
  accepted: 'The date works',
  other_date: 'Another date suits us better',
  already_done: 'We have this already',
  declined: 'This is not for us',
}

type AnswerFacts = { answer: StepAnswer; on: string | null }

/** Where a step stands, as the venue reads it. */
export function stepStandsForVenue({ answer, on }: AnswerFacts): string {
  switch (answer) {
    case 'accepted':
      return on ? `You said yes, by ${formatDay(on)}.` : 'You said yes.'
    case 'other_date':
      return on ? `You chose another date: ${formatDay(on)}.` : 'You chose another date.'
    case 'already_done':
      return 'You answered that this is done already.'
    case 'declined':
      return 'You answered that this is not for you. That is fine.'
  }
}

/** The same for the liaison. */
export function stepStandsForStaff({ answer, on }: AnswerFacts): string {
  switch (answer) {
    case 'accepted':
      return on ? `The venue said yes, by ${formatDay(on)}.` : 'The venue said yes.'
    case 'other_date':
      return on
        ? `The venue chose another date: ${formatDay(on)}.`
        : 'The venue chose another date.'
    case 'already_done':
      return 'The venue answers that this is done already.'
    case 'declined':
      return 'The venue answers that this is not for them.'
  }
}

/** What somebody of the venue reads under a letter, by what they said of it. */
export const helpedWords = {
  ask: 'Did this letter help?',
  choices: { yes: 'This helped', no: 'Not really' } satisfies Record<HelpfulAnswer, string>,
  thanks: {
    yes: 'Thank you. You said that this letter helped.',
    no: 'Thank you for saying so. A reply can tell what would help more, whenever you like.',
  } satisfies Record<HelpfulAnswer, string>,
  change: { yes: 'It helped after all', no: 'It did not really help' } satisfies Record<
    HelpfulAnswer,
    string
  >,
  who: 'Your liaison reads how many of you said so, and no names. You can change your answer at any time.',
} as const

/** The same for the liaison: how many of the team said what, without a name. */
export function helpedSentences({ yes, no }: Record<HelpfulAnswer, number>): string {
  const helped =
    yes === 1
      ? 'One of the team says that it helped.'
      : `${capital(numberWord(yes))} of the team say that it helped.`
  const notReally =
    no === 1
      ? 'One of the team says that it did not really help.'
      : `${capital(numberWord(no))} of the team say that it did not really help.`
  return [yes > 0 ? helped : '', no > 0 ? notReally : ''].filter(Boolean).join(' ')
}

/** The mark that a part of a letter, or the whole, is settled. */
export const settledWords = {
  whole: 'The whole letter',
  on: (day: string) => `Settled on ${day}`,
  settle: 'Mark as settled',
  reopen: 'Open it again',
} as const

/** Whether the venue has read a letter, for staff. What it turned off is not told, read or not. */
export function seenWords(
  { tellsWhenRead }: { tellsWhenRead: boolean },
  on: string | null,
): string {
  if (!tellsWhenRead) return 'This venue does not tell when it has read a letter.'
  return on ? `The venue opened it first on ${on}.` : 'The venue has not opened it yet.'
}

/** The same setting as the venue changes it. */
export const seenMarkWords = {
  title: 'When you have read a letter',
  told: 'Your liaison sees when somebody of your venue first opened a letter.',
  untold: 'Your liaison does not see when you have read a letter.',
  stop: 'Do not tell our liaison',
  tell: 'Tell our liaison when we have read a letter',
} as const

export const itemNames: Record<ItemKind, string> = {
  strength: 'Strength',
  question: 'Open question',
  next_step: 'Next step',
  accepted_alternative: 'Other way that you accept',
}

/** The texts of a response, as whoever reads along knows them. */
export const fieldNames: Record<ResponseField, string> = {
  opening: 'Opening',
  closing: 'Closing line',
  words: 'Words',
  why: 'Why it helps',
  help: 'Help offered',
}

/** Where a liaison keeps phrases. */
export const phrasePlaceNames: Record<string, string> = {
  opening: 'Opening',
  closing: 'Closing line',
  'strength.why': 'Whom a strength helps',
  'question.words': 'Open question',
  'next_step.why': 'Why a step helps',
  'next_step.help': 'Help that you offer',
}

/** How a standard stands, as letter and studio both say it. */
export const standingNames: Record<Standing, string> = {
  in_place: 'In place',
  nearly_there: 'Nearly there',
  lets_talk: 'Let’s talk',
}

/** A letter about one area that goes out before the rest of its round. */
export const earlyWords = {
  about: (area: string) =>
    `This letter is about “${area}” alone. The rest of what you shared is still being read.`,
  opening: (area: string, hearBy: string) =>
    `Here is what I have read about “${area}” already, so that you need not wait for it. You hear about the rest by ${hearBy}.`,
} as const

/** What a new letter ends with: the venue decides. */
export const usualClosing = 'As always, the choice is yours.'

type CoverageFigures = {
  trained: number
  inScope: number
  required: number
  newHires: number
  onLeave: number
}

/** A frozen coverage figure with its denominator, in whole sentences that venue and staff both read. */
export function coverageSentence(figures: CoverageFigures, asOf: string): string {
  const { trained, inScope, required, newHires, onLeave } = figures
  const first =
    inScope === 0
      ? `On ${formatDay(asOf)}, nobody on the team counted for this training.`
      : `On ${formatDay(asOf)}, ${trained} of ${countOf(inScope, 'person was', 'people were')} current; the number asked was ${required}.`
  const rest = [
    newHires > 0 ? `${countOf(newHires, 'more was', 'more were')} in their first weeks.` : '',
    onLeave > 0 ? `${countOf(onLeave, 'person was', 'people were')} on leave.` : '',
  ]
  return [first, ...rest].filter(Boolean).join(' ')
}

/** Where a figure was seen that the sentence above it names already. */
export function figuresOf(asOf: string): string {
  return `the training figures of ${formatDay(asOf)}`
}

/** What stands above a part of a response that came out of a closed round. */
export const roundWords = {
  amended: 'An accredited venue shared a change',
  amendment: (round: number) => `Round ${round}, a change after accreditation`,
  round: (number: number) => `Round ${number}`,
  waiting: (days: number) =>
    days === 0 ? 'Shared today' : `Waiting for ${countOf(days, 'day', 'days')}`,
  promise: (days: number, on: string) =>
    days < 0
      ? `They were told ${formatDay(on)}; a word today would keep their trust`
      : days === 0
        ? 'They hear by today'
        : `They hear by ${formatDay(on)}, in ${countOf(days, 'day', 'days')}`,
} as const

/** The lists of a liaison's desk. */
export const deskWords = {
  waiting: {
    title: 'Waiting for you',
    about: 'A venue did its part and hopes to hear. The promise that comes first stands first.',
    emptyTitle: 'Nobody is waiting',
    empty: 'When a venue shares, it stands here with the day by which it hears from you.',
  },
  ready: {
    title: 'Ready to accredit',
    about: 'Everything is in place. The certificate is the last step.',
    emptyTitle: 'Nothing to accredit at the moment',
    empty: 'A response without a next step brings a venue here.',
  },
  with_venue: {
    title: 'With the venue',
    about: 'You have written to them. They answer when it suits them.',
    emptyTitle: 'Nothing is with a venue at the moment',
    empty: 'After your letter, a venue stands here until it shares again.',
  },
  resting: {
    title: 'Accredited or paused',
    about: 'Nothing is waiting here. Replies are welcome all the same.',
    emptyTitle: 'Nobody here yet',
    empty: 'Accredited venues stand here, and those that paused or stepped away.',
  },
} as const
