import type { OwnTrainingKind } from '~db/vocabulary'
import { formatDay } from './format'

/** What a reviewer learns for this work. */
export const ownTrainingNames: Record<OwnTrainingKind, string> = {
  proactive_alliance_1: 'Proactive Alliance, stage one',
  proactive_alliance_2: 'Proactive Alliance, stage two',
  guardian: 'Guardian training',
  bystander: 'Bystander intervention',
}

export const ownTrainingWords = {
  ends: (on: string, left: number) =>
    left < 0 ? `Ran out on ${formatDay(on)}` : `Good until ${formatDay(on)}`,
  runsOut: (name: string, on: string, over: boolean) =>
    over ? `${name} ran out on ${formatDay(on)}.` : `${name} runs out on ${formatDay(on)}.`,
} as const
