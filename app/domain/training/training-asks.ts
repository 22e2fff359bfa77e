import type { StandardSet, TrainingNeed } from '../standards/standard-set'

export type TrainingAsk = { standard: string; title: string; ask: string; need: TrainingNeed }

/** What the standards ask of a team, in the order of the set. */
export function trainingAsks({ standards }: Pick<StandardSet, 'standards'>): TrainingAsk[] {
  return standards.flatMap(({ code: standard, title, evidence }) =>
    evidence.flatMap(({ ask, training: need }) => (need ? [{ standard, title, ask, need }] : [])),
  )
}
