import { paths } from '~/paths'
import { formatDayOf } from '~/words/en/format'
import type { Reader } from '~db/open.server'
import type { Reading } from '../context'
import { policiesAsTheyRead } from '../policies/freeze-policy.server'
import { policiesOf } from '../policies/queries.server'
import { roundsOf } from './rounds.server'
import { changesBetween, type Snapshot } from './rounds-changes'
import { answersAlong, piecesAlong } from './share-pieces'
import { type GoesAlong, whatGoesAlong, writtenPolicies } from './share-selection'
import { sharedSoFar } from './shared-so-far.server'
import type { Workspace } from './workspace.server'

/** What a share of this workspace would take along now, standard by standard. */
export async function goingAlong({ db, actor }: Reading, workspace: Workspace) {
  const written = writtenPolicies(await policiesOf(db, actor, workspace.venue.id))
  return workspace.standards.map((work) => whatGoesAlong(work, written))
}

/**
 * What the venue changed since it last shared, standard by standard, for its own people: what a share
 * would hold now beside what the last one held. Null before the first share.
 */
export async function sinceLastShare(
  { db }: Pick<Reading, 'db'>,
  workspace: Workspace,
  along: readonly GoesAlong[],
) {
  const { application, venue, set, timeZone } = workspace
  const [last] = application?.roundsShared ? await roundsOf(db, application.id) : []
  if (!application || !last) return null
  const before = await sharedSoFar(db, application.id)
  const found = changesBetween(before, await wouldShare(db, workspace, along), 'venue')
  const changesOf = new Map(found.map(({ standard, changes }) => [standard, changes]))
  return {
    sharedOn: formatDayOf(last.sharedAt, timeZone),
    standards: set.standards.flatMap(({ code, title }) => {
      const changes = changesOf.get(code)
      return changes ? { code, title, changes, to: paths.venueStandard(venue.id, code) } : []
    }),
  }
}

export type SinceLastShare = NonNullable<Awaited<ReturnType<typeof sinceLastShare>>>

/** What a share would freeze, without freezing it. */
export async function wouldShare(
  db: Reader,
  day: Pick<Workspace, 'today' | 'timeZone'>,
  along: readonly GoesAlong[],
): Promise<Snapshot> {
  const pieces = piecesAlong(along, day)
  const named = new Set(pieces.flatMap(({ policyId }) => policyId ?? []))
  const policies = await policiesAsTheyRead(db, [...named])
  const evidence = pieces.map(({ policyId, ...piece }) => {
    const policy = policyId ? policies.get(policyId) : undefined
    const fileId = piece.fileId ?? policy?.fileId ?? null
    return { ...piece, fileId, versionDigest: policy?.digest ?? null }
  })
  return { evidence, answers: answersAlong(along) }
}
