import { addEvidence } from '~/domain/applications/add-evidence.server'
import { applicationOfVenue } from '~/domain/applications/queries.server'
import { evidenceOfRound, roundsOf } from '~/domain/applications/rounds.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { startApplication } from '~/domain/applications/start-application.server'
import type { TypedItem } from '~/domain/feedback/draft'
import type { SavedDraft } from '~/domain/feedback/save-draft.server'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import {
  type ApplicationId,
  newId,
  type PersonId,
  type RoundEvidenceId,
  type VenueId,
} from '~/domain/ids'
import { saveSection } from '~/domain/policies/save-section.server'
import { startPolicy } from '~/domain/policies/start-policy.server'
import type { Database } from '~db/open.server'
import { staff, trainingRecords } from '~db/schema'
import type { StaffPosition } from '~db/vocabulary'
import { aDistrict, aLiaison, anOwner, aProgram, aVenue, contextFor, testNow } from './factories'

/** A passage of the closing policy below, as a strength can quote it. */
export const passage = 'The closing lead stays by the door until the last guest has a ride.'

export const closingBody = `We close calmly, every night.

- **Lights** come up at 1:30 AM.
- ${passage}`

/** A venue with a policy, a small team and an owner, in a district with its liaison. */
export async function aTeamThatWrites(db: Database, facts: { liaison?: boolean } = {}) {
  await aProgram(db)
  const districtId = await aDistrict(db, 'Harbor')
  const venueId = await aVenue(db, { name: 'The Lantern Room', districtId })
  const ownerId = await anOwner(db, venueId, { name: 'Rosa Alvarez' })
  const liaisonId = facts.liaison === false ? null : await aLiaison(db, districtId)
  const owner = await contextFor(db, ownerId)
  const applicationId = await startApplication(owner, venueId)
  const policyId = await startPolicy(owner, venueId, { template: '', title: 'Closing policy' })
  await saveSection(owner, venueId, policyId, 'what-we-do', { body: closingBody, revision: 0 })
  await addEvidence(owner, venueId, 'HOME-1', {
    kind: 'policy',
    policyId,
    pointer: 'what-we-do',
    words: '',
  })
  await aStaffMember(db, venueId, 'Marisol Quintana', 'bartender', 1)
  await aStaffMember(db, venueId, 'Theo Papadakis', 'server', 1)
  return { districtId, venueId, ownerId, liaisonId, owner, applicationId, policyId }
}

export async function aStaffMember(
  db: Database,
  venueId: VenueId,
  name: string,
  position: StaffPosition,
  aliasNumber: number,
): Promise<void> {
  const staffId = newId('stf')
  await db.transaction(async (tx) => {
    await tx.insert(staff).values({
      id: staffId,
      venueId,
      name,
      position,
      aliasNumber,
      startedOn: '2025-01-06',
      onLeave: false,
      createdAt: testNow,
      updatedAt: testNow,
    })
    await tx.insert(trainingRecords).values({
      id: newId('rec'),
      staffId,
      venueId,
      type: 'responsible-service',
      completedOn: '2026-03-02',
      state: 'claimed',
      createdAt: testNow,
    })
  })
}

/** The same venue once it has shared, with the frozen policy that a strength can speak of. */
export async function aSharedRound(db: Database) {
  const story = await aTeamThatWrites(db)
  const { owner, venueId, applicationId, liaisonId } = story
  const roundId = await shareApplication(owner, venueId, 'We rewrote closing time together.')
  const policy = (await evidenceOfRound(db, roundId)).find(({ kind }) => kind === 'policy')
  if (!policy || !liaisonId) throw new Error('The round has no policy, or the district no liaison.')
  const liaison = await contextFor(db, liaisonId)
  return { ...story, applicationId, roundId, policy, liaison, liaisonId }
}

export function aStrength(roundEvidenceId: string, facts: Partial<TypedItem> = {}): TypedItem {
  return {
    key: 'strength',
    standard: 'HOME-1',
    kind: 'strength',
    words: 'You keep one person by the door until everybody is on their way.',
    roundEvidenceId,
    anchor: 'what-we-do',
    quote: passage,
    why: 'Guests leave in company, and neighbors sleep.',
    help: '',
    proposedOn: '',
    law: false,
    lawSource: '',
    ...facts,
  }
}

export function aStep(facts: Partial<TypedItem> = {}): TypedItem {
  return {
    ...aStrength(''),
    key: 'step',
    kind: 'next_step',
    words: 'Two lines about the pick-up spot on Harbor Street in the same policy.',
    anchor: '',
    quote: '',
    why: 'Guests find their ride sooner.',
    help: 'I can send sample wording.',
    proposedOn: '2026-12-12',
    ...facts,
  }
}

export const aLetter = {
  opening: 'Thank you for the tour on Thursday.',
  closing: 'As always, the choice is yours.',
}

/** Writes a whole response and sends it. */
export async function aSentResponse(
  db: Database,
  facts: { items?: TypedItem[] | ((policyEvidence: RoundEvidenceId) => TypedItem[]) } = {},
) {
  const story = await aSharedRound(db)
  const { liaison, applicationId, policy } = story
  await startResponse(liaison, applicationId)
  const { items: given = [aStrength(policy.id), aStep()] } = facts
  const items = typeof given === 'function' ? given(policy.id) : given
  const saved: SavedDraft = await saveDraft(liaison, applicationId, {
    revision: 0,
    draft: { ...aLetter, items },
  })
  const sent = await sendResponse(liaison, applicationId, saved.revision)
  return { ...story, ...sent }
}

/** What the application is now, read as its owner reads it. */
export async function stateOf(db: Database, ownerId: PersonId, venueId: VenueId) {
  const { actor } = await contextFor(db, ownerId)
  return (await applicationOfVenue(db, actor, venueId))?.state
}

export async function newestRound(db: Database, applicationId: ApplicationId) {
  const [round] = await roundsOf(db, applicationId)
  if (!round) throw new Error('There is no round yet.')
  return round
}
