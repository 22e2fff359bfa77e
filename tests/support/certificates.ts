import { eq } from 'drizzle-orm'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { answerStandard } from '~/domain/applications/answer-standard.server'
import { evidenceOfRound } from '~/domain/applications/rounds.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { issueCertificate } from '~/domain/certificates/issue-certificate.server'
import type { Context } from '~/domain/context'
import type { Day } from '~/domain/dates'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import { type DistrictId, newId, type VenueId } from '~/domain/ids'
import { currentStandardSet } from '~/domain/standards/program.server'
import type { Database } from '~db/open.server'
import { certificates, staff, trainingRecords } from '~db/schema'
import { aDistrict, aLiaison, anOwner, aVenue, contextFor, testNow } from './factories'
import { aLetter, aStrength } from './rounds'

export const publicUrl = 'https://lamplight.example.gov'

type ReadyFacts = {
  name?: string
  districtId?: DistrictId
  /** The last day of the team's intervention training, which is what the venue is asked to keep current. */
  trainedUntil?: Day
  /** How many enhanced standards the venue meets another way, agreed in writing. */
  enhanced?: number
}

/**
 * A venue where everything is in place, by the verbs themselves: intervention training and its
 * statement as evidence, every other standard answered in words.
 */
export async function aReadyVenue(db: Database, facts: ReadyFacts = {}) {
  const districtId = facts.districtId ?? (await aDistrict(db))
  const venueId = await aVenue(db, { name: facts.name ?? 'The Lantern Room', districtId })
  const owner = await contextFor(db, await anOwner(db, venueId))
  const liaison = await contextFor(db, await aLiaison(db, districtId))
  await aTrainedTeam(db, venueId, facts.trainedUntil ?? '2027-03-01')
  const ready = await makeReady(db, { venueId, owner, liaison, enhanced: facts.enhanced ?? 0 })
  return { ...ready, districtId, venueId, owner, liaison }
}

/** The same up to the certificate. The program must be laid down. */
export async function anAccreditedVenue(db: Database, facts: ReadyFacts = {}) {
  const venue = await aReadyVenue(db, facts)
  const certificateId = await issueCertificate(venue.liaison, venue.applicationId, { publicUrl })
  return { ...venue, certificateId, certificate: await certificateRow(db, venue.venueId) }
}

type Ready = { venueId: VenueId; owner: Context; liaison: Context; enhanced?: number }

/** Starts an application, shares it and finds everything in place: a second one is a renewal. */
export async function makeReady(db: Database, { venueId, owner, liaison, enhanced = 0 }: Ready) {
  const applicationId = await startApplication(owner, venueId)
  const { standards } = await currentStandardSet(db)
  const others = standards.filter(({ code }) => code !== 'CARE-1')
  const agreed = others.filter(({ tier }) => tier === 'enhanced').slice(0, enhanced)
  for (const standard of others) {
    const stance = agreed.includes(standard) ? 'another_way' : 'not_applicable'
    const words = 'We are a seated room and agreed on this together.'
    await answerStandard(owner, venueId, standard.code, { stance, words, hearOn: null })
  }
  await addEvidence(owner, venueId, 'CARE-1', {
    kind: 'attestation',
    facts: { signedBy: 'Rosa Alvarez' },
    happenedOn: '2026-11-01',
    words: '',
  })
  const roundId = await shareApplication(owner, venueId, '')
  const evidence = await evidenceOfRound(db, roundId)
  const statement = evidence.find(({ kind }) => kind === 'attestation')
  if (!statement) throw new Error('The round has no statement.')

  const strength = aStrength(statement.id, { standard: 'CARE-1', anchor: '', quote: '' })
  const accepted = agreed.map(({ code }) => ({
    ...aStrength(''),
    key: code,
    standard: code,
    kind: 'accepted_alternative' as const,
    anchor: '',
    quote: '',
    words: 'We agreed on this way.',
  }))
  await startResponse(liaison, applicationId)
  const draft = { ...aLetter, items: [strength, ...accepted] }
  const { revision } = await saveDraft(liaison, applicationId, { revision: 0, draft })
  await sendResponse(liaison, applicationId, revision)
  return { applicationId, roundId }
}

/** Three people behind the bar, trained until a day. */
export async function aTrainedTeam(db: Database, venueId: VenueId, until: Day): Promise<void> {
  const people = [1, 2, 3].map((aliasNumber) => ({
    id: newId('stf'),
    venueId,
    name: `Marisol Quintana ${aliasNumber}`,
    position: 'bartender' as const,
    aliasNumber,
    startedOn: '2025-01-06' as const,
    onLeave: false,
    createdAt: testNow,
    updatedAt: testNow,
  }))
  const records = people.map(({ id }) => ({
    id: newId('rec'),
    staffId: id,
    venueId,
    type: 'sexual-assault-intervention',
    completedOn: '2026-03-02' as const,
    printedExpiry: until,
    state: 'claimed' as const,
    createdAt: testNow,
  }))
  await db.transaction(async (tx) => {
    await tx.insert(staff).values(people)
    await tx.insert(trainingRecords).values(records)
  })
}

/** The venue's newest certificate as it is kept. */
export async function certificateRow(db: Database, venueId: VenueId) {
  const rows = await db
    .select()
    .from(certificates)
    .where(eq(certificates.venueId, venueId))
    .orderBy(certificates.issuedAt)
  const row = rows.at(-1)
  if (!row) throw new Error('There is no certificate yet.')
  return row
}

/** Many more accredited venues at once: copies of one, with its team or with nobody on the list. */
export async function manyAccredited(
  db: Database,
  like: Awaited<ReturnType<typeof anAccreditedVenue>>,
  names: readonly string[],
  { trainedUntil = '2027-03-01' as Day } = {},
): Promise<VenueId[]> {
  const { applicationId, certificate, districtId } = like
  const made: VenueId[] = []
  const before = (await db.select({ id: certificates.id }).from(certificates)).length
  for (const [index, name] of names.entries()) {
    const venueId = await aVenue(db, { name, districtId })
    await aTrainedTeam(db, venueId, trainedUntil)
    const sequence = before + index + 1
    const number = `LL-2026-${String(sequence).padStart(6, '0')}`
    await db.transaction((tx) =>
      tx.insert(certificates).values({
        ...certificate,
        id: newId('cer'),
        venueId,
        applicationId,
        sequence,
        number,
        checkCode: `COPY${sequence}`,
      }),
    )
    made.push(venueId)
  }
  return made
}
