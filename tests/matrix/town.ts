import { eq, is, Table } from 'drizzle-orm'
import { inviteToPlace } from '~/domain/accounts/invite-to-place.server'
import { startSession } from '~/domain/accounts/session.server'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { evidenceOfRound } from '~/domain/applications/rounds.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { showName } from '~/domain/applications/show-name.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import { type ApplicationId, type ImportId, newId, type PersonId, type VenueId } from '~/domain/ids'
import { saveSection } from '~/domain/policies/save-section.server'
import { startPolicy } from '~/domain/policies/start-policy.server'
import { uploadPolicy } from '~/domain/policies/upload-policy.server'
import { addStaff } from '~/domain/training/add-staff.server'
import { announceClass } from '~/domain/training/announce-class.server'
import { readRosterFile } from '~/domain/training/preview-roster.server'
import { recordTraining } from '~/domain/training/record-training.server'
import { startRosterImport } from '~/domain/training/start-roster-import.server'
import { askToJoin } from '~/domain/venues/ask-to-join.server'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import { previewLicenses } from '~/domain/venues/preview-licenses.server'
import { readLicenseList } from '~/domain/venues/read-license-list'
import { enterZone } from '~/domain/zones/enter-zone.server'
import { env } from '~/env.server'
import { keepMail } from '~/files/kept-mail.server'
import { keepFile } from '~/files/store.server'
import { sessionCookie } from '~/http/session.server'
import type { Database } from '~db/open.server'
import * as schema from '~db/schema'
import type { Factor } from '~db/vocabulary'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aDatabase } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  aMembership,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
} from '~tests/support/factories'
import { aLetter, aStep, aStrength, closingBody } from '~tests/support/rounds'
import { wholeSite } from '~tests/support/whole-site'
import { aTypedZone } from '~tests/support/zone-desk'
import { aZone } from '~tests/support/zones'
import '~tests/support/visits'

export type Ids = Record<string, string>
export type Town = Awaited<ReturnType<typeof aTown>>

const aClass = {
  title: 'Stepping in safely',
  trainingType: '',
  district: '',
  day: '2100-12-08',
  starts: '14:00',
  ends: '16:00',
  place: 'Harbor Hall',
  host: 'The advocates',
  seats: null,
  signUp: 'Call (202) 555-0100',
  words: '',
} as const

/** Two venues in two districts, each with one of everything, and one visitor of each kind. */
export async function aTown() {
  const db = aDatabase()
  await aProgram(db)
  const ours = await aWorld(db, 'Harbor')
  const theirs = await aWorld(db, 'Old Mill')
  const coordinatorId = await aCoordinator(db)
  const partnerId = await aPerson(db)
  await aMembership(db, partnerId, 'partner', { field: 'fire', districtId: theirs.districtId })
  const viewerId = await aPerson(db)
  await aMembership(db, viewerId, 'district_viewer', { districtId: theirs.districtId })
  const newcomerId = await aPerson(db)
  const coordinator = await contextFor(db, coordinatorId, new Date())
  const listedVenue = await aVenue(db)
  await askToJoin(await contextFor(db, newcomerId, new Date()), listedVenue, '')
  const [request] = await db.select().from(schema.joinRequests)
  const list = new Uint8Array(
    Buffer.from('License,Trade Name,Address\n' + 'ABRA-1,The Lamp,1 Main Street\n'),
  )
  const { key, digest } = await keepFile(list)
  const file = { name: 'list.csv', key, digest }
  const listed: Ids = {
    venueId: listedVenue,
    requestId: request?.id ?? '',
    invitationId: await inviteVenue(coordinator, listedVenue, { email: '' }),
    importId: await previewLicenses(coordinator, file, readLicenseList(list)),
    classId: await announceClass(coordinator, aClass),
    zoneId: await enterZone(coordinator, aTypedZone(theirs.districtId)),
    personId: theirs.liaisonId,
  }
  const [place] = await db
    .select()
    .from(schema.memberships)
    .where(eq(schema.memberships.personId, theirs.liaisonId))
  listed.membershipId = place?.id ?? ''
  const [held] = await db.select().from(schema.outbox).limit(1)
  if (!held) throw new Error('No mail was queued.')
  await db.transaction((tx) =>
    tx
      .update(schema.outbox)
      .set({ state: 'held', problem: 'No such box.' })
      .where(eq(schema.outbox.id, held.id)),
  )
  listed.mailId = held.id
  const offer = { name: 'Cam Lee', email: 'cam@example.com', title: null, field: null }
  const joining = { role: 'coordinator' as const, venueId: null, districtId: null }
  listed.placeInvitationId = (await inviteToPlace(coordinator, { ...offer, ...joining })).id
  const happened = await db.select().from(schema.events)
  listed.eventId = happened.find(({ kind }) => kind === 'zone.entered')?.id ?? ''
  const absent: Ids = {
    mailId: newId('mai'),
    eventId: newId('evt'),
    sessionId: newId('ses'),
    passkeyId: 'no-such-passkey',
    personId: newId('per'),
    membershipId: newId('mem'),
    venueId: newId('ven'),
    requestId: newId('joi'),
    invitationId: newId('inv'),
    placeInvitationId: newId('pin'),
    importId: newId('imp') satisfies ImportId,
    classId: newId('cls'),
    zoneId: newId('zon'),
    policyId: newId('pol'),
    evidenceId: newId('evi'),
    fileId: newId('fil'),
    staffId: newId('stf'),
    recordId: newId('rec'),
    roundId: newId('rou'),
    roundEvidenceId: newId('rev'),
    showingId: newId('sho'),
    responseId: newId('res'),
    itemId: newId('itm'),
    applicationId: newId('app'),
    slug: 'no-venue',
    id: '20260101T000000000Z-nothing',
  }
  await certify(db, theirs)
  // A venue without a certificate, and a mail where the demo's mailbox is closed.
  const [plain] = await db.select().from(schema.venues).where(eq(schema.venues.id, listedVenue))
  const mail = { id: 'mai_one', to: 'a@example.com', subject: 'Hello', text: 'Hello', html: '' }
  await keepMail(env.dataDir, mail, new Date('2026-01-01'))
  Object.assign(theirs.ids, { slug: plain?.slug, id: '20260101T000000000Z-mai_one' })

  const half = await cookieOf(db, theirs.liaisonId, ['password'])
  const whole = (id: PersonId) => cookieOf(db, id, ['password', 'totp'])
  const visitors = {
    coordinator: await whole(coordinatorId),
    partner: await whole(partnerId),
    viewer: await cookieOf(db, viewerId, ['email_code']),
    unconfirmed: await cookieOf(db, newcomerId, ['email_code']),
    half,
  }
  return {
    db,
    site: wholeSite(db, { DATA_DIR: env.dataDir }),
    ours,
    theirs,
    listed,
    absent,
    visitors,
  }
}

/** Gives a venue a certificate that counts today. */
async function certify(db: Database, { venueId, ids }: { venueId: VenueId; ids: Ids }) {
  const { certificate } = await anAccreditedVenue(db)
  const applicationId = ids.applicationId as ApplicationId
  const own = { id: newId('cer'), number: 'LL-2026-000900', sequence: 900, checkCode: 'COPY900' }
  await db.transaction((tx) =>
    tx.insert(schema.certificates).values({ ...certificate, ...own, venueId, applicationId }),
  )
}

async function aWorld(db: Database, place: string) {
  const now = new Date()
  const districtId = await aDistrict(db, place)
  const venueId = await aVenue(db, { name: `The ${place} Room`, districtId })
  const ownerId = await anOwner(db, venueId)
  const liaisonId = await aLiaison(db, districtId)
  const owner = await contextFor(db, ownerId, now)
  const liaison = await contextFor(db, liaisonId, now)

  const applicationId = await startApplication(owner, venueId)
  const policyId = await startPolicy(owner, venueId, { template: '', title: 'Closing policy' })
  const written = { body: closingBody, revision: 0 }
  await saveSection(owner, venueId, policyId, 'what-we-do', written)
  const shown = { kind: 'policy', policyId, pointer: 'what-we-do', words: '' } as const
  const evidenceId = await addEvidence(owner, venueId, 'HOME-1', shown)
  const { key: storageKey, ...kept } = await keepFile(Buffer.from(`%PDF of ${place}`))
  const file = { ...kept, storageKey, name: 'Age.pdf', type: 'application/pdf' }
  const uploaded = await uploadPolicy(owner, venueId, { title: 'Uploaded', file })
  await addEvidence(owner, venueId, 'SRV-1', { ...shown, policyId: uploaded, pointer: '' })
  const staffId = await addStaff(owner, venueId, {
    name: 'Marisol Quintana',
    position: 'bartender',
    startedOn: null,
    onLeave: false,
    another: false,
  })
  const recordId = await recordTraining(owner, venueId, staffId, {
    type: 'responsible-service',
    completedOn: '2026-01-05',
    printedExpiry: null,
    certificateNumber: '',
  })
  const bytes = new Uint8Array(Buffer.from('Name,Role\nBo Reyes,Server\n'))
  const list = await keepFile(bytes)
  const reading = await readRosterFile(db, bytes, now)
  const importId = await startRosterImport(owner, venueId, { name: 'team.csv', ...list }, reading)

  const zoneId = await aZone(db, { districtId, slug: `zone-${districtId}` })
  const roundId = await shareApplication(owner, venueId, '')
  const shared = await evidenceOfRound(db, roundId)
  const policy = shared.find(({ standard }) => standard === 'HOME-1')
  const roundEvidenceId = shared.find(({ coverage }) => coverage?.people.length)?.id ?? 'rev_none'
  const record = { venueId, roundId, roundEvidenceId, alias: 'Bartender 1' } as const
  const showingId = await showName(owner, record, '24h')
  await startResponse(liaison, applicationId)
  const proposedOn = new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10)
  const items = [aStrength(policy?.id ?? ''), aStep({ proposedOn })]
  await saveDraft(liaison, applicationId, { revision: 0, draft: { ...aLetter, items } })
  const { responseId } = await sendResponse(liaison, applicationId, 1)
  const steps = await db.select().from(schema.responseItems)
  const step = steps.find((row) => row.responseId === responseId && row.kind === 'next_step')
  const files = await db.select().from(schema.files)

  const offer = { name: 'Cam Lee', email: 'cam@example.com', title: null, field: null }
  const manager = { role: 'manager' as const, venueId, districtId: null }
  const invited = await inviteToPlace(owner, { ...offer, ...manager })
  await anOwner(db, venueId, { role: 'helper' })
  const helper = eq(schema.memberships.role, 'helper')
  const places = await db.select().from(schema.memberships).where(helper)
  const membershipId = places.find((each) => each.venueId === venueId)?.id ?? ''

  const ids: Ids = {
    venueId,
    applicationId,
    policyId,
    evidenceId,
    fileId: files.find((row) => row.venueId === venueId)?.id ?? '',
    staffId,
    recordId,
    importId,
    invitationId: invited.id,
    membershipId,
    roundId,
    roundEvidenceId,
    alias: record.alias,
    showingId,
    responseId,
    itemId: step?.id ?? '',
    zoneId,
    slug: 'our-own',
    id: 'our-own',
    anchor: 'what-we-do',
    code: 'HOME-1',
    kind: 'policy',
  }
  const cookies = {
    owner: await cookieOf(db, ownerId, ['email_code']),
    liaison: await cookieOf(db, liaisonId, ['password', 'totp']),
  }
  const [session] = await db
    .select()
    .from(schema.sessions)
    .where(eq(schema.sessions.personId, ownerId))
  ids.sessionId = session?.id ?? ''
  ids.passkeyId = `key-of-${place.replace(' ', '-')}`
  await db.transaction((tx) =>
    tx.insert(schema.passkeys).values({
      id: ids.passkeyId ?? '',
      personId: ownerId,
      publicKey: 'none',
      counter: 0,
      transports: [],
      backedUp: false,
      label: 'My phone',
      createdAt: now,
    }),
  )
  return { districtId, venueId, liaisonId, ids, cookies }
}

async function cookieOf(db: Database, personId: PersonId, factors: Factor[]): Promise<string> {
  const token = await db.transaction((tx) => startSession(tx, personId, factors, new Date()))
  return (await sessionCookie(token)).split(';')[0] ?? ''
}

/** Every row of every table. */
export async function everything(db: Database) {
  const tables = Object.values(schema).filter((value) => is(value, Table))
  return Promise.all(tables.map((table) => db.select().from(table as typeof schema.venues)))
}
