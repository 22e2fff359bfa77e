import type { Reader } from '~db/open.server'
import { changesBetween } from '../applications/rounds-changes'
import { sharedStandards } from '../applications/rounds-view'
import { sharedBefore } from '../applications/shared-so-far.server'
import { isEssential } from '../standards/standard-set'
import type { RoundInHand } from './draft.server'
import { atHand, withChanges } from './studio-evidence'

/** What the venue shared, standard by standard, with what is new since the round before. */
export async function standardsInStudio(
  db: Reader,
  { round, set, evidence, answers }: RoundInHand,
) {
  const before = await sharedBefore(db, round, { evidence, answers })
  const changes = before ? changesBetween(before, { evidence, answers }) : []
  return {
    standards: sharedStandards(set.standards, evidence, answers).map((each) => ({
      ...each,
      ...atHand(set.standards, each.code),
      evidence: each.evidence.map((piece) => withChanges(piece, each.code, before?.evidence ?? [])),
      changes: changes.find(({ standard }) => standard === each.code)?.changes ?? [],
    })),
    /** A change that was shared alone leaves the other standards as they were. */
    unshared: (round.amendment ? [] : set.standards)
      .filter(({ code }) => !evidence.some(({ standard }) => standard === code))
      .filter(({ code }) => !answers.some((answer) => answer.standard === code && answer.words))
      .map((standard) => {
        const { code, title } = standard
        return { code, title, essential: isEssential(standard) }
      }),
    titles: Object.fromEntries(set.standards.map(({ code, title }) => [code, title])),
  }
}
