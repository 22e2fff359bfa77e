import { paths } from '~/paths'
import type { Tx } from '~db/open.server'
import { rounds } from '~db/schema'
import type { ApplicationState } from '~db/vocabulary'
import type { Context } from '../context'
import type { Day } from '../dates'
import type { EventKind } from '../events'
import { recordEvent } from '../events.server'
import { newId, type RoundId, randomText } from '../ids'
import { queueEmail } from '../outbox.server'
import { venueRecipients } from '../venues/queries.server'
import type { OwnApplication } from './queries.server'
import { readersOf, type SharedWith, sharedOf, toldOfShare } from './readers.server'
import { freezeRound } from './share-freeze.server'
import type { GoesAlong } from './share-selection'
import type { Workspace } from './workspace.server'

export type Share = {
  kind: Extract<EventKind, 'application.shared' | 'application.amended'>
  application: OwnApplication
  standards: readonly GoesAlong[]
  words: string
  ruler: string | null
  hearBy: Day
  /** Where the application stands once it is shared. */
  state: ApplicationState
}

/** Freezes a share as one round, keeps who can read it, and tells both sides. The deed moves what moves. */
export async function shareRound(
  tx: Tx,
  { actor, now, origin }: Context,
  workspace: Workspace,
  share: Share,
): Promise<RoundId> {
  const { venue, today, timeZone } = workspace
  const { kind, application, standards, words, ruler, hearBy, state } = share
  const id = newId('rou')
  const number = application.roundsShared + 1
  const reference = newReference()
  const who = await readersOf(tx, sharedOf(workspace))
  const amendment = kind === 'application.amended'
  await tx.insert(rounds).values({
    ...{ id, number, reference, words, ruler, hearBy },
    applicationId: application.id,
    sharedBy: actor.person.id,
    sharedAt: now,
    standardSetId: application.standardSetId,
    readers: who.map(({ id: personId, role }) => ({ personId, role })),
    // Nothing, rather than "no": every round from before is a whole one.
    amendment: amendment || null,
  })
  const frozen = await freezeRound(tx, id, standards, { today, now, timeZone })
  await recordEvent(tx, {
    ...{ kind, actor, at: now, origin, venueId: venue.id },
    applicationId: application.id,
    subjectId: id,
    text: JSON.stringify([words, frozen, ruler]),
    facts: { round: number },
    before: { state: application.state },
    after: { state },
  })
  await tellOfShare(tx, workspace, share, { id, number, reference, who, now })
  return id
}

type Shared = { id: RoundId; number: number; reference: string; who: SharedWith[]; now: Date }

async function tellOfShare(
  tx: Tx,
  { venue, today }: Workspace,
  { kind, application, hearBy }: Share,
  { id, number, reference, who, now }: Shared,
): Promise<void> {
  const amended = kind === 'application.amended' ? { amendment: true as const } : {}
  const receipt = {
    ...{ venue: venue.name, reference, sharedOn: today, hearBy, ...amended },
    readers: who.map(({ name, role }) => `${name}: ${role}`),
    path: paths.round(venue.id, id),
  }
  for (const person of await venueRecipients(tx, venue.id)) {
    await queueEmail(tx, person, 'share-receipt', receipt, now)
  }
  const path = paths.review(application.id)
  const news = { venue: venue.name, round: number, hearBy, path, ...amended }
  for (const person of await toldOfShare(tx, venue.districtId, application.id)) {
    await queueEmail(tx, person, 'application-shared', news, now)
  }
}

/** "LL-7K2M-Q4": short enough to read over the phone. The database refuses one that was given before. */
function newReference(): string {
  const text = randomText(6).toUpperCase()
  return `LL-${text.slice(0, 4)}-${text.slice(4)}`
}
