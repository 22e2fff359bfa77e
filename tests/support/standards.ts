import { currentStandardSet, programOf } from '~/domain/standards/program.server'
import { publishStandards } from '~/domain/standards/publish-standards.server'
import type { Standard, StandardSet } from '~/domain/standards/standard-set'
import type { Database } from '~db/open.server'
import { testNow } from './factories'

/** A second set: HOME-1 reads differently, MGT-2 is gone, and one is new; the rest as `other` says. */
export function aSecondSet(
  set: StandardSet,
  other: (standard: Standard) => Standard = (same) => same,
) {
  const [model] = set.standards
  if (!model) throw new Error('The set has no standard.')
  const standards = set.standards
    .filter(({ code }) => code !== 'MGT-2')
    .map((each) =>
      each.code === 'HOME-1'
        ? { ...each, title: 'A calm way home', asked: `${each.asked} Also in winter.` }
        : other(each),
    )
  return {
    ...set,
    standards: [...standards, { ...model, code: 'HOME-9', title: 'A quiet street' }],
  }
}

/** The same, published: it is in force for applications that start from now on. */
export async function newStandards(db: Database, other?: (standard: Standard) => Standard) {
  await publishStandards(db, aSecondSet(await currentStandardSet(db), other), testNow)
  return (await programOf(db)).standardSetId
}
