import type { StandardArea } from '~db/vocabulary'

/** What a question of the readiness check can be answered with. No answer is no answer, and not a no. */
export const readinessAnswers = ['yes', 'partly', 'not_yet'] as const

export type ReadinessQuestion = {
  /** Stays the same: answers are kept under it. */
  id: string
  area: StandardArea
  /** The essentials that it speaks for. */
  asks: readonly string[]
  words: string
  hint: string
  onlyIf?: 'security_staff'
}

/** The one question that comes first: without security staff nobody is asked about their credentials. */
export const securityQuestion = {
  id: 'security',
  words: 'Do security staff work at your venue, your own or a contractor’s?',
  answers: ['yes', 'no'],
} as const

/** Twelve plain questions over the thirteen essentials of the pack, as an evening goes. */
export const readinessQuestions: readonly ReadinessQuestion[] = [
  {
    id: 'age',
    area: 'service',
    asks: ['SRV-1'],
    words: 'Does your team check age and ID by rules that are written down?',
    hint: 'Which IDs you take, when you ask, and a class in spotting fake ones.',
  },
  {
    id: 'drinks',
    area: 'service',
    asks: ['SRV-2', 'SRV-3'],
    words: 'Is it written down how you slow drinks down, and whether staff may drink at work?',
    hint: 'Most of the people who serve have taken a course in serving with care.',
  },
  {
    id: 'step_in',
    area: 'guest_care',
    asks: ['CARE-1'],
    words: 'Has most of your team had a class this year in stepping in against sexual assault?',
    hint: 'The people who meet guests, and at least one trained lead on every shift.',
  },
  {
    id: 'hard_moment',
    area: 'guest_care',
    asks: ['CARE-2'],
    words: 'Does your team have a written plan for when somebody is harassed or assaulted?',
    hint: 'Where they go with the person, what they offer, and what they keep as it is.',
  },
  {
    id: 'room',
    area: 'safe_operation',
    asks: ['OPS-3'],
    words: 'Is it written down how you count people, keep the exits free and look after the line?',
    hint: 'Your limit hangs where everyone can read it.',
  },
  {
    id: 'credentials',
    area: 'safe_operation',
    asks: ['OPS-5'],
    words: 'Do you check that your security staff have a current credential?',
    hint: 'In the public register, for each of them.',
    onlyIf: 'security_staff',
  },
  {
    id: 'calm',
    area: 'safe_operation',
    asks: ['OPS-4'],
    words: 'Does your team know how to calm things down, and how to help somebody leave safely?',
    hint: 'A written way, and a class for most of your door team and your managers.',
  },
  {
    id: 'police',
    area: 'safe_operation',
    asks: ['OPS-1'],
    words: 'Is it written down when your team calls the police, and who calls?',
    hint: 'Calling early is welcome here, and it is never counted against you.',
  },
  {
    id: 'notes',
    area: 'safe_operation',
    asks: ['OPS-2'],
    words: 'When something happens, does your team write it down the same night?',
    hint: 'On a form that is the same each time. What you write there stays with you.',
  },
  {
    id: 'ride',
    area: 'home',
    asks: ['HOME-1'],
    words: 'Do guests learn at the door how to get home safely, and where rides stop?',
    hint: 'A short policy, a door team that knows the loading zone, and a card or sign.',
  },
  {
    id: 'known',
    area: 'people',
    asks: ['MGT-1'],
    words: 'Have nearly all of your people read your policies in the last twelve months?',
    hint: 'At least 9 in 10 of them.',
  },
  {
    id: 'contact',
    area: 'people',
    asks: ['MGT-2'],
    words: 'Is there one person we could call, and do you talk with the police once a year?',
    hint: 'Twenty minutes, at your venue, at an hour that suits you.',
  },
]

/** What somebody answered, by question. A question that was not answered is absent. */
export type ReadinessAnswers = Readonly<Record<string, string>>
