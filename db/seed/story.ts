import type { StaffPosition, VerifiedWay } from '~db/vocabulary'
import type { PersonKey } from './people'

/**
 * What the demo tells of one venue, as data. Days are counted from the day of seeding: -9 is nine
 * days before it.
 */
export type VenueStory = {
  slug: string
  name: string
  /** Number and street, where db/seed/streets.ts finds its place. */
  address: string
  phone: string
  district: StoryDistrict
  /** What there is to see here, in a sentence. */
  gist: string
  /** null: the venue has not said yet. */
  securityStaff: boolean | null
  /** How it came to the program: the day of its letter, and who used the code of it. */
  invited: { on: number; email: string; claimed: { by: PersonKey; on: number } | null }
  team: Member[]
  rosters: Roster[]
  journey: Journey | null
  /** A second application, beside or after the first. */
  renewal?: Journey
  /** What the venue did with its certificate. */
  certificate?:
    | { by: PersonKey; pausedOn: number }
    | { by: PersonKey; givenBackOn: number; reason: string }
}

/** The made-up districts, each with the liaison who answers its venues. */
export const storyDistricts = {
  'Harbor Street': 'dana',
  'Old Mill': 'samir',
  'Market Row': 'malia',
} as const satisfies Record<string, PersonKey>
export type StoryDistrict = keyof typeof storyDistricts

/** A person of the venue besides the one who used the code. */
export type Member = { person: PersonKey; role: 'owner' | 'manager' | 'helper'; since: number }

/** A staff list as the venue sent it on a day: a file of the demo, or rows that make one. */
export type Roster = {
  on: number
  by: PersonKey
  fileName: string
  /** A CSV in db/seed/files whose dates were right on `datedOn`. */
  file?: { name: string; datedOn: string }
  people?: RosterPerson[]
  /** The trainings of one type whose cards somebody looked at. */
  verified?: { on: number; by: PersonKey; type: string; how: VerifiedWay }
}

/** Days of each training, by the code of its type; a pair holds the day and its printed last day. */
export type RosterPerson = {
  name: string
  position: StaffPosition
  hired: number
  trained: Record<string, number | readonly [number, number]>
}

export type Journey = {
  startedOn: number
  by: PersonKey
  prepared: Preparation
  rounds: RoundStory[]
  certificateOn?: number
  /** What is written after the last letter. */
  lastly?: Preparation
  /** The last word so far: the venue lets it rest. */
  pausedOn?: { on: number; by: PersonKey; counsel: boolean; words?: string; askAgainOn?: number }
  /** The last word so far: the venue steps away. */
  steppedAwayOn?: { on: number; by: PersonKey }
}

/** What the venue writes before a share. */
export type Preparation = {
  on: number
  by: PersonKey
  policies?: PolicyText[]
  /** Sections that are written or changed in policies that are there: template, anchor, text. */
  sections?: { template: string; anchor: string; text: string }[]
  evidence?: EvidenceStory[]
  answers?: {
    standard: string
    stance: 'not_applicable' | 'another_way' | 'with_counsel'
    words: string
    hearIn?: number
  }[]
}

/** A policy from a template: what the venue wrote under each heading. What it left out stays empty. */
export type PolicyText = {
  template: string
  /** The standard from whose page it was begun; null when it was begun by itself. */
  standard: string | null
  sections: Record<string, string>
  reviewIn?: number
  reviewedByCounsel?: boolean
}

export type EvidenceStory = { standard: string; words?: string } & (
  | { kind: 'attestation'; signedBy: string; on: number }
  | { kind: 'photo' | 'blank_form'; file: string; name: string }
  | { kind: 'acknowledgement' | 'register_check'; on: number }
  | { kind: 'count'; count: number; total: number; signedBy: string; on: number }
  | { kind: 'contact'; name: string; reach: string }
  | { kind: 'conversation'; name: string; on: number }
  | { kind: 'policy'; template: string; pointer: string }
)

export type RoundStory = {
  /** What is written after the last letter and before this share. */
  before?: Preparation
  sharedOn: number
  by: PersonKey
  words: string
  letter?: LetterStory
}

export type LetterStory = {
  by: PersonKey
  startedOn: number
  sentOn: number
  opening: string
  closing: string
  parts: PartStory[]
  seenBy?: { person: PersonKey; on: number }
  replies?: { by: PersonKey; on: number; words: string; about?: number }[]
}

type StepStory = {
  kind: 'next_step'
  standard: string
  words: string
  why: string
  help: string
  /** Days from seeding. */
  proposedOn: number
  law?: string
  answer?: {
    by: PersonKey
    on: number
    answer: 'accepted' | 'other_date' | 'already_done' | 'declined'
    day?: number
    words: string
  }
}

export type PartStory =
  | {
      kind: 'strength'
      standard: string
      /** "{trained}" and "{inScope}" stand for the figures of the evidence that it speaks of. */
      words: string
      /** Whom it helps. */
      helps: string
      of?: 'policy' | 'training' | 'photo' | 'attestation' | 'blank_form' | 'count' | 'conversation'
      quote?: string
    }
  | { kind: 'question'; standard: string; words: string }
  | { kind: 'accepted_alternative'; standard: string; words: string }
  | StepStory
