import { z } from 'zod'
import {
  evidenceKinds,
  partnerFields,
  staffPositions,
  standardAreas,
  tiers,
  toneKinds,
  validityRules,
} from '~db/vocabulary'

const sentence = z.string().min(1)

/** What one training asks of a team: this share of the staff in scope, and who they are. */
export const TrainingNeed = z.object({
  /** Any one of these training types counts. */
  types: z.array(sentence).min(1),
  /** Positions in scope; the names of staffPositions in db/vocabulary.ts. */
  positions: z.array(z.enum(staffPositions)).min(1),
  /** Whole percent of active staff in scope, past the new-hire window. */
  percent: z.int().min(1).max(100),
  /** Months that a record without a printed date counts for this standard, when it differs from its type's rule. */
  months: z.int().positive().optional(),
})
export type TrainingNeed = z.infer<typeof TrainingNeed>

/** One kind of evidence that a standard can be shown with, in the words that the venue reads. */
export const EvidenceAsk = z.object({
  kind: z.enum(evidenceKinds),
  /** "A policy that says how your team checks age and ID" */
  ask: sentence,
  /** For a policy: the template that helps to write it. */
  template: z.string().optional(),
  /** For training: the coverage that is asked. */
  training: TrainingNeed.optional(),
  /** For an attestation: the sentence that the venue signs with a name and a date. */
  statement: z.string().optional(),
  /** For a count: the share asked, in whole percent, and the months that it counts. */
  count: z
    .object({
      percent: z.int().min(1).max(100),
      months: z.int().positive(),
      /** The team can sign for it: whoever read the venue's policies is counted by themselves. */
      bySignature: z.boolean().optional(),
    })
    .optional(),
  /** For a dated thing (drill, conversation, check): how many months it counts. */
  months: z.int().positive().optional(),
})
export type EvidenceAsk = z.infer<typeof EvidenceAsk>

/** One thing that the program asks for. */
export const Standard = z.object({
  code: z.string().regex(/^[A-Z]+-\d+$/),
  area: z.enum(standardAreas),
  tier: z.enum(tiers),
  title: sentence,
  /** Why it helps the venue: two or three plain sentences. */
  why: sentence,
  /** What is asked, in one sentence. */
  asked: sentence,
  evidence: z.array(EvidenceAsk).min(1),
  /** Typical good practice, one short line each. */
  goodPractice: z.array(sentence).min(1),
  /** A short, true-to-life example of how a venue shows it. */
  example: sentence,
  /** Asked only when the venue's profile says so, such as security staff. */
  onlyIf: z.enum(['security_staff']).optional(),
  /** The partners whose field it is. */
  partners: z.array(z.enum(partnerFields)),
  /** Who can help with it, in the words the venue reads. */
  help: sentence,
})
export type Standard = z.infer<typeof Standard>

/** A policy that a venue can start from: headings with the questions to answer under each. */
export const PolicyTemplate = z.object({
  code: z.string().regex(/^[a-z][a-z-]*$/),
  title: sentence,
  /** One line about what the policy is for. */
  about: sentence,
  sections: z
    .array(
      z.object({
        /** Stable within the template, such as "doubtful-id". */
        anchor: z.string().regex(/^[a-z][a-z-]*$/),
        heading: sentence,
        /** The question that the venue answers in its own words. */
        prompt: sentence,
        /** One or two example sentences, to read and not to copy. */
        example: sentence,
      }),
    )
    .min(3),
})
export type PolicyTemplate = z.infer<typeof PolicyTemplate>

export const TrainingType = z.object({
  code: z.string().regex(/^[a-z][a-z-]*$/),
  title: sentence,
  /** How its end is found when no date is printed; a printed date wins over every other rule. */
  rule: z.enum(validityRules),
  /** Months of validity, for every rule but until_changed. */
  months: z.int().positive().optional(),
  /** For a refresher: the full course it extends. */
  extends: z.string().optional(),
  /** Other names under which course vendors and spreadsheets know it, lower case. */
  synonyms: z.array(z.string()),
  /** Positions asked by default, for the venue's own planning. */
  positions: z.array(z.enum(staffPositions)),
})
export type TrainingType = z.infer<typeof TrainingType>

export const LexiconEntry = z.object({
  avoid: z.array(sentence).min(1),
  /** What to write in its place; empty where the words are best left out. Advice stands in parentheses. */
  try: z.array(sentence),
  /** Phrases in which the words are meant otherwise, such as "poorly lit". */
  except: z.array(sentence).optional(),
  /** Judges only what the venue shared or its team: a street may be poorly lit without offense to anybody. */
  ofTheirs: z.boolean().optional(),
  kind: z.enum(toneKinds),
  /** Why, in one sentence that a sergeant would accept. */
  reason: sentence,
})
export type LexiconEntry = z.infer<typeof LexiconEntry>

/** One version of everything that the program asks and offers. Never edited: a change makes a new version. */
export const StandardSet = z.object({
  standards: z.array(Standard).min(1),
  templates: z.array(PolicyTemplate).min(1),
  trainingTypes: z.array(TrainingType).min(1),
  lexicon: z.array(LexiconEntry).min(1),
  /** Accredited with distinction = every essential and this many of the enhanced. */
  distinction: z.int().nonnegative(),
})
export type StandardSet = z.infer<typeof StandardSet>

export function findStandard(set: StandardSet, code: string): Standard | undefined {
  return set.standards.find((standard) => standard.code === code)
}

export function isEssential(standard: Standard): boolean {
  return standard.tier === 'essential'
}

/** How many months a piece of evidence counts; undefined where it has no end. */
export function monthsOf(ask: Pick<EvidenceAsk, 'months' | 'count'>): number | undefined {
  return ask.months ?? ask.count?.months
}
