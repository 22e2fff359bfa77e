import { eq, is, Table } from 'drizzle-orm'
import { onTestFinished } from 'vitest'
import { inviteStaff } from '~/domain/accounts/invite-staff.server'
import { inviteToPlace } from '~/domain/accounts/invite-to-place.server'
import { startSession } from '~/domain/accounts/session.server'
import { newTimeSecret } from '~/domain/accounts/time-code.server'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { answerStandard } from '~/domain/applications/answer-standard.server'
import { evidenceOfRound } from '~/domain/applications/rounds.server'
import { shareApplication } from '~/domain/applications/share-application.server'
import { showName } from '~/domain/applications/show-name.server'
import { startApplication } from '~/domain/applications/start-application.server'
import { stepBack } from '~/domain/applications/step-back.server'
import { chooseWalkTime } from '~/domain/contacts/choose-walk-time.server'
import { logContact } from '~/domain/contacts/log-contact.server'
import { proposeWalk } from '~/domain/contacts/propose-walk.server'
import { addWalkPhoto } from '~/domain/contacts/walk-photos.server'
import type { Context } from '~/domain/context'
import type { Day } from '~/domain/dates'
import { askForPart } from '~/domain/feedback/ask-part.server'
import { writeNote } from '~/domain/feedback/keep-note.server'
import { partPage } from '~/domain/feedback/part-page.server'
import { replyTo } from '~/domain/feedback/reply.server'
import { saveDraft } from '~/domain/feedback/save-draft.server'
import { savePart } from '~/domain/feedback/save-part.server'
import { sendResponse } from '~/domain/feedback/send-response.server'
import { startResponse } from '~/domain/feedback/start-response.server'
import {
  type ApplicationId,
  type DistrictId,
  type ImportId,
  type InvitationId,
  newId,
  type PersonId,
  type PolicyId,
  type VenueId,
} from '~/domain/ids'
import { saveSection } from '~/domain/policies/save-section.server'
import { startPolicy } from '~/domain/policies/start-policy.server'
import { uploadPolicy } from '~/domain/policies/upload-policy.server'
import { putToTeam } from '~/domain/readings/put-to-team.server'
import { signReading } from '~/domain/readings/sign-reading.server'
import { askSecondLook } from '~/domain/second-looks/ask-second-look.server'
import { addStaff } from '~/domain/training/add-staff.server'
import { announceClass } from '~/domain/training/announce-class.server'
import { previewRoster, readRosterFile, reportOf } from '~/domain/training/preview-roster.server'
import { recordTraining } from '~/domain/training/record-training.server'
import { startRosterImport } from '~/domain/training/start-roster-import.server'
import { askToJoin } from '~/domain/venues/ask-to-join.server'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import { invitationLetter } from '~/domain/venues/letters.server'
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
import { aPhoto } from '~tests/files/pictures'
import { aPdfOf } from '~tests/support/a-pdf'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aDatabaseIn } from '~tests/support/database'
import {
  aCoordinator,
  aDistrict,
  aLiaison,
  aMembership,
  anAgreement,
  anOwner,
  aPerson,
  aProgram,
  aVenue,
  contextFor,
} from '~tests/support/factories'
import { aLetter, aStep, aStrength, closingBody } from '~tests/support/rounds'
import { queuedMail } from '~tests/support/visits'
import { wholeSite } from '~tests/support/whole-site'
import { aTypedZone } from '~tests/support/zone-desk'
import { aZone } from '~tests/support/zones'

export type Ids = Record<string, string>
export type Town = Awaited<ReturnType<typeof aTown>>
type World = Awaited<ReturnType<typeof aWorld>>

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

/** Everybody who could ask. */
export const visitorNames = [
  'nobody',
  'removed',
  'half',
  'former',
  'asked',
  'first',
  'owner',
  'manager',
  'helper',
  'otherOwner',
  'liaison',
  'otherLiaison',
  'viewer',
  'otherViewer',
  'partner',
  'coordinator',
] as const
export type VisitorName = (typeof visitorNames)[number]

/** The town of one test, behind the real server. */
export async function aTown() {
  const { db, file, remove } = aDatabaseIn()
  onTestFinished(remove)
  const { ids, cookies, ours, theirs, waiting } = await aTownIn(db)
  const { coordinator, partner, otherViewer: viewer, asked: unconfirmed, half } = cookies
  const { owner, liaison, otherOwner, otherLiaison } = cookies
  return {
    db,
    file,
    site: wholeSite(db, { DATA_DIR: env.dataDir }),
    ours: { ...ours, cookies: { owner, liaison } },
    theirs: { ...theirs, cookies: { owner: otherOwner, liaison: otherLiaison } },
    waiting: waiting.ids,
    waitingOwner: { ownerId: waiting.ownerId, cookie: waiting.cookie },
    listed: ids.listed,
    absent: ids.absent,
    visitors: { coordinator, partner, viewer, unconfirmed, half },
  }
}

/**
 * Two venues in two districts, each with one of everything; a third that only drafts, whose first person
 * nobody has confirmed; and one visitor of each kind. Everything belongs to the moment at which it is made.
 */
export async function aTownIn(db: Database, planted: Planted = nothingPlanted) {
  const now = new Date()
  await aProgram(db)
  const ours = await aWorld(db, 'Harbor', planted.ours)
  const theirs = await aWorld(db, 'Old Mill', planted.theirs)
  const first = await aDraft(db, 'Quay', ours.districtId, planted.first)

  const waiting = await aWaiting(db, 'Pier', ours, planted.waiting)

  const coordinatorId = await aCoordinator(db)
  const partnerId = await aPerson(db)
  await aMembership(db, partnerId, 'partner', { field: 'fire', districtId: ours.districtId })
  await anAgreement(db, partnerId)
  await aPassword(db, partnerId)
  ours.ids.partId = await aPart(db, ours.people.liaison, waiting.ids.applicationId, partnerId)
  const askedId = await aPerson(db)
  const coordinator = await contextFor(db, coordinatorId, now)
  const listedVenue = await aVenue(db)
  await askToJoin(await contextFor(db, askedId, now), listedVenue, planted.request)
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
    personId: theirs.people.liaison,
  }
  const theirOwner = await contextFor(db, theirs.people.owner, now)
  listed.secondLookId = await askSecondLook(theirOwner, theirs.venueId, { words: 'Look again.' })
  const placed = eq(schema.memberships.personId, theirs.people.liaison)
  const [place] = await db.select().from(schema.memberships).where(placed)
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
  listed.accessId = await aRecusal(db, ours)
  listed.removalId = await aKeptRemoval(db, coordinatorId, theirs.venueId)
  const absent: Ids = {
    removalId: newId('rmv'),
    mailId: newId('mai'),
    eventId: newId('evt'),
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
    sessionId: newId('ses'),
    passkeyId: `key-of-${newId('dis')}`,
    personId: newId('per'),
    membershipId: newId('mem'),
    roundEvidenceId: newId('rev'),
    signatureId: newId('sgn'),
    accessId: newId('acc'),
    partId: newId('acc'),
    secondLookId: newId('slk'),
    showingId: newId('sho'),
    responseId: newId('res'),
    noteId: newId('nte'),
    itemId: newId('itm'),
    applicationId: newId('app'),
    contactId: newId('con'),
    walkId: newId('wal'),
    photoId: newId('wph'),
    slug: 'no-venue',
    districtSlug: 'no-district',
    zoneSlug: 'no-zone',
    id: '20260101T000000000Z-nothing',
  }
  const { certificate } = await anAccreditedVenue(db)
  await certify(db, ours, certificate, 900)
  Object.assign(ours.ids, await liveLinks(db, ours, { coordinator, listed, askedId }))
  ours.ids.checkCode = certificate.checkCode
  await certify(db, theirs, certificate, 901)
  // A venue without a certificate, and a mail where the demo's mailbox is closed.
  const venues = await db.select().from(schema.venues)
  const slugOf = (id: VenueId) => venues.find((venue) => venue.id === id)?.slug ?? ''
  const mail = { id: 'mai_one', to: 'a@example.com', subject: 'Hello', text: 'Hello', html: '' }
  await keepMail(env.dataDir, mail, now)
  ours.ids.slug = slugOf(ours.venueId)
  theirs.ids.slug = slugOf(listedVenue)
  theirs.ids.id = '20260101T000000000Z-mai_one'

  const removedId = await anOwner(db, ours.venueId)
  const formerId = await anOwner(db, ours.venueId)
  const code: Factor[] = ['email_code']
  const both: Factor[] = ['password', 'totp']
  const ways: Record<Exclude<VisitorName, 'nobody'>, [PersonId, Factor[]]> = {
    removed: [removedId, code],
    half: [ours.people.liaison, ['password']],
    former: [formerId, code],
    asked: [askedId, code],
    first: [first.personId, code],
    owner: [ours.people.owner, code],
    manager: [ours.people.manager, code],
    helper: [ours.people.helper, code],
    otherOwner: [theirs.people.owner, code],
    liaison: [ours.people.liaison, both],
    otherLiaison: [theirs.people.liaison, both],
    viewer: [ours.people.viewer, code],
    otherViewer: [theirs.people.viewer, code],
    partner: [partnerId, both],
    coordinator: [coordinatorId, both],
  }
  const cookies = {} as Record<Exclude<VisitorName, 'nobody'>, string>
  for (const [name, [personId, factors]] of Object.entries(ways)) {
    cookies[name as keyof typeof cookies] = await cookieOf(db, personId, factors)
  }
  // Both keep a session that nobody has ended: the place, and the person, are gone all the same.
  await db.transaction(async (tx) => {
    const ended = eq(schema.memberships.personId, formerId)
    await tx.update(schema.memberships).set({ endedAt: now }).where(ended)
    await tx.update(schema.people).set({ removedAt: now }).where(eq(schema.people.id, removedId))
  })
  const ids = { ours: ours.ids, theirs: theirs.ids, first: first.ids, listed, absent }
  const none: { nobody?: undefined } = {}
  return { ids, cookies: { ...none, ...cookies }, ours, theirs, first, waiting }
}

/** Links and codes that work: to a place for somebody who asked, to a venue, to a sign-in that is not set up. */
async function liveLinks(
  db: Database,
  { people, venueId }: World,
  { coordinator, listed, askedId }: { coordinator: Context; listed: Ids; askedId: PersonId },
): Promise<Ids> {
  const { now } = coordinator
  const letter = await invitationLetter(coordinator, listed.invitationId as InvitationId)
  const [asked] = await db.select().from(schema.people).where(eq(schema.people.id, askedId))
  const { name = '', email = '' } = asked ?? {}
  const owner = await contextFor(db, people.owner, now)
  const place = { role: 'helper' as const, venueId, districtId: null, field: null }
  await inviteToPlace(owner, { name, email, title: null, ...place })
  const mail = (await queuedMail(db)).find(
    ({ kind, address }) => kind === 'place-invitation' && address === email,
  )
  const mo = { name: 'Mo Hale', email: 'mo.hale@example.com', title: null, district: null }
  const setup = await inviteStaff(db, { ...mo, role: 'partner', field: 'health' }, now)
  return {
    claimCode: letter.code ?? '',
    placeToken: String(mail?.facts.path).split('/')[2] ?? '',
    setupToken: setup.path.split('/')[3] ?? '',
  }
}

async function aPassword(db: Database, personId: PersonId): Promise<void> {
  const kept = { passwordHash: 'none', totpSecretSealed: newTimeSecret(), setAt: new Date() }
  await db.transaction((tx) => tx.insert(schema.credentials).values({ personId, ...kept }))
}

/** What a venue that left never shared, listed and kept longer for now. */
async function aKeptRemoval(db: Database, keptBy: PersonId, venueId: VenueId) {
  const id = newId('rmv')
  const [listedAt, removeAfter] = [new Date(), new Date(Date.now() + 60 * 86_400_000)]
  const kept = { keptAt: listedAt, keptBy, keptBecause: 'A claim is open.' }
  await db.transaction((tx) =>
    tx.insert(schema.removals).values({
      ...{ id, rule: 'venue-left', subjectId: venueId, listedAt, removeAfter, ...kept },
    }),
  )
  return id
}

/** A second liaison of the district, who stepped back from its application. */
async function aRecusal(db: Database, { districtId, ids }: World) {
  const liaison = await contextFor(db, await aLiaison(db, districtId), new Date())
  const applicationId = ids.applicationId as ApplicationId
  await stepBack(liaison, applicationId, { reason: 'My brother works there.', to: null })
  const rows = await db.select().from(schema.applicationAccess)
  return rows.find(({ kind }) => kind === 'recused')?.id ?? ''
}

/** Gives a venue a certificate that counts today. */
async function certify(
  db: Database,
  { venueId, ids }: World,
  certificate: typeof schema.certificates.$inferSelect,
  sequence: number,
) {
  const applicationId = ids.applicationId as ApplicationId
  const number = `LL-2026-000${sequence}`
  const own = { id: newId('cer'), number, sequence, checkCode: `COPY${sequence}` }
  await db.transaction((tx) =>
    tx.insert(schema.certificates).values({ ...certificate, ...own, venueId, applicationId }),
  )
}

/** Words that a test of leaks looks for, and where they are planted. */
export type Words = {
  policy: string
  answer: string
  evidence: string
  draftOpening: string
  letter: string
  reply: string
  note: string
  staff: string
}
export type Planted = Record<'ours' | 'theirs' | 'first' | 'waiting', Words> & { request: string }

const plainWords: Words = {
  policy: closingBody,
  answer: 'We are a seated room.',
  evidence: '',
  draftOpening: 'Thank you for writing again.',
  letter: aLetter.opening,
  reply: 'Thank you for the letter.',
  note: 'They like to be called after four.',
  staff: 'Marisol Quintana',
}
const nothingPlanted: Planted = {
  ours: plainWords,
  theirs: plainWords,
  first: plainWords,
  waiting: plainWords,
  request: '',
}

/** What a venue writes before anybody else sees it. */
async function aDesk(owner: Context, venueId: VenueId, words: Words) {
  const { db, now } = owner
  const applicationId = await startApplication(owner, venueId)
  const policyId = await startPolicy(owner, venueId, { template: '', title: 'Closing policy' })
  const written = { body: closingBody, revision: 0 }
  await saveSection(owner, venueId, policyId, 'what-we-do', written)
  const shown = { kind: 'policy', policyId, pointer: 'what-we-do', words: '' } as const
  const evidenceId = await addEvidence(owner, venueId, 'HOME-1', shown)
  const { key: storageKey, ...kept } = await keepFile(await aPdfOf(`Age and ID of ${venueId}`))
  const file = { ...kept, storageKey, name: 'Age.pdf', type: 'application/pdf', pages: 1 }
  const uploaded = await uploadPolicy(owner, venueId, { title: 'Uploaded', file })
  await addEvidence(owner, venueId, 'SRV-1', { ...shown, policyId: uploaded, pointer: '' })
  const staffId = await addStaff(owner, venueId, {
    name: words.staff,
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
  const report = reportOf(await previewRoster(owner, venueId, reading))
  const importId = await startRosterImport(owner, venueId, { name: 'team.csv', ...list }, report)
  const files = await db.select().from(schema.files)
  const fileId = files.find((row) => row.venueId === venueId)?.id ?? ''
  const ids = { venueId, applicationId, policyId, evidenceId, fileId, staffId, recordId, importId }
  return { ids, applicationId, policyId, uploaded }
}

/** What the team reads, signed by somebody whose name is on no list. */
async function aSignature(owner: Context, venueId: VenueId, policies: PolicyId[]) {
  const { db } = owner
  const put = { policies, asksAgain: true, words: '' }
  const seen = await putToTeam(owner, venueId, put)
  const links = await db.select().from(schema.readingLinks)
  const readingToken = links.find((link) => link.venueId === venueId)?.token ?? ''
  await signReading(owner, readingToken, { name: 'A passer-by', startedOn: null, seen })
  const signed = await db.select().from(schema.signatures)
  return { readingToken, signatureId: signed.find((each) => each.venueId === venueId)?.id ?? '' }
}

/** What the venue changes after it has shared: private again until it shares the next time. */
async function aChange(owner: Context, venueId: VenueId, policyId: PolicyId, words: Words) {
  const written = { body: words.policy, revision: 1 }
  await saveSection(owner, venueId, policyId, 'what-we-do', written)
  const answer = { stance: 'another_way', words: words.answer, hearOn: null } as const
  await answerStandard(owner, venueId, 'MGT-1', answer)
  const shown = { kind: 'policy', policyId, pointer: 'what-we-do', words: words.evidence } as const
  await addEvidence(owner, venueId, 'HOME-2', shown)
}

const routeWords = {
  anchor: 'what-we-do',
  code: 'HOME-1',
  kind: 'policy',
  area: 'safe_operation',
  item: 'exits',
  id: 'our-own',
  alias: 'Bartender 1',
  page: '1',
}

async function aWorld(db: Database, place: string, words: Words) {
  const now = new Date()
  const districtId = await aDistrict(db, place)
  const venueId = await aVenue(db, { name: `The ${place} Room`, districtId })
  const people = {
    owner: await anOwner(db, venueId),
    manager: await anOwner(db, venueId, { role: 'manager' }),
    helper: await anOwner(db, venueId, { role: 'helper' }),
    liaison: await aLiaison(db, districtId),
    viewer: await aPerson(db),
  }
  await aMembership(db, people.viewer, 'district_viewer', { districtId })
  const owner = await contextFor(db, people.owner, now)
  const liaison = await contextFor(db, people.liaison, now)
  const { ids: own, applicationId, policyId, uploaded } = await aDesk(owner, venueId, words)

  const read = await aSignature(owner, venueId, [policyId, uploaded])

  const zoneSlug = `zone-${districtId}`
  const zoneId = await aZone(db, { districtId, slug: zoneSlug })
  const roundId = await shareApplication(owner, venueId, '')
  const frozen = await evidenceOfRound(db, roundId)
  const policy = frozen.find(({ standard }) => standard === 'HOME-1')
  const roundEvidenceId = frozen.find(({ coverage }) => coverage?.people.length)?.id ?? 'rev_none'
  const record = { venueId, roundId, roundEvidenceId, alias: 'Bartender 1' } as const
  const showingId = await showName(owner, record, '24h')
  await startResponse(liaison, applicationId)
  const proposedOn = new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10)
  const items = [aStrength(policy?.id ?? ''), aStep({ proposedOn })]
  const draft = { ...aLetter, opening: words.letter, items }
  await saveDraft(liaison, applicationId, { revision: 0, draft })
  const { responseId } = await sendResponse(liaison, applicationId, 1)
  await replyTo(owner, responseId, { words: words.reply, about: '' })
  const noteId = await writeNote(liaison, applicationId, words.note)
  const steps = await db.select().from(schema.responseItems)
  const step = steps.find((row) => row.responseId === responseId && row.kind === 'next_step')

  const offer = { name: 'Cam Lee', email: 'cam@example.com', title: null, field: null }
  const asManager = { role: 'manager' as const, venueId, districtId: null }
  const invited = await inviteToPlace(owner, { ...offer, ...asManager })
  await anOwner(db, venueId, { role: 'helper' })
  const places = await db.select().from(schema.memberships)
  const helpers = places.filter((held) => held.venueId === venueId && held.role === 'helper')
  await cookieOf(db, people.owner, ['email_code'])
  const sessions = await db.select().from(schema.sessions)
  const session = sessions.find(({ personId }) => personId === people.owner)
  const passkeyId = `key-of-${districtId}`
  const passkey = { id: passkeyId, personId: people.owner, publicKey: 'none', counter: 0 }
  const facts = { transports: [], backedUp: false, label: 'My phone', createdAt: now }
  await db.transaction((tx) => tx.insert(schema.passkeys).values({ ...passkey, ...facts }))
  const personal = {
    invitationId: invited.id,
    membershipId: helpers.at(-1)?.id ?? '',
    sessionId: session?.id ?? '',
    passkeyId,
  }
  // The venue has gone on meanwhile, in private.
  await aChange(owner, venueId, policyId, words)

  const contactId = await logContact(liaison, 'program', venueId, {
    ...{ kind: 'walk_in', begunBy: 'program', happenedOn: '2026-01-05' },
    ...{ topic: '', enforcement: false },
  })
  const when = ([1, 2, 3] as const).map((day) => ({
    day: aDayAhead(now, day),
    time: '14:00' as const,
  }))
  const walkId = await proposeWalk(liaison, venueId, { times: when })
  const [walk] = await db
    .select()
    .from(schema.walkThroughs)
    .where(eq(schema.walkThroughs.id, walkId))
  await chooseWalkTime(owner, walkId, { time: walk?.times[0] ?? 0, revision: 1 })
  const { key: storageKey, ...photo } = await keepFile(await aPhoto())
  const photoId = await addWalkPhoto(liaison, walkId, {
    ...{ ...photo, storageKey, name: 'Door.jpg', type: 'image/jpeg' },
  })
  const districts = await db.select().from(schema.districts)
  const districtSlug = districts.find(({ id }) => id === districtId)?.slug ?? ''
  const itemId = step?.id ?? ''
  const shared = {
    roundId,
    roundEvidenceId,
    showingId,
    responseId,
    noteId,
    itemId,
    zoneId,
    contactId,
    walkId,
    photoId,
    districtSlug,
    zoneSlug,
    slug: 'our-own',
  }
  const ids: Ids = { ...routeWords, ...own, ...read, ...shared, ...personal }
  return { districtId, venueId, people, ids }
}

function aDayAhead(now: Date, days: number): Day {
  return new Date(now.getTime() + (days + 1) * 86_400_000).toISOString().slice(0, 10) as Day
}

/** A venue that has shared: its liaison is writing a response, which nobody else has seen. */
async function aWaiting(db: Database, place: string, { people, districtId }: World, words: Words) {
  const venueId = await aVenue(db, { name: `The ${place} Room`, districtId })
  const ownerId = await anOwner(db, venueId)
  const owner = await contextFor(db, ownerId, new Date())
  const { ids: own, applicationId } = await aDesk(owner, venueId, words)
  const roundId = await shareApplication(owner, venueId, '')
  const liaison = await contextFor(db, people.liaison, new Date())
  await startResponse(liaison, applicationId)
  const frozen = await evidenceOfRound(db, roundId)
  const policy = frozen.find(({ standard }) => standard === 'HOME-1')
  const items = [aStrength(policy?.id ?? ''), aStep({ proposedOn: '2100-01-15' })]
  const draft = { ...aLetter, opening: words.draftOpening, items }
  await saveDraft(liaison, applicationId, { revision: 0, draft })
  const ids: Ids = { ...routeWords, ...own, roundId }
  return { ownerId, ids, cookie: await cookieOf(db, ownerId, ['email_code']) }
}

/** A partner writes a part of that letter: a question about the standards of their field. */
async function aPart(
  db: Database,
  liaisonId: PersonId,
  applicationId: string | undefined,
  partnerId: PersonId,
) {
  const now = new Date()
  const asked = { writer: partnerId, area: '', words: '' } as const
  const liaison = await contextFor(db, liaisonId, now)
  const id = await askForPart(liaison, applicationId as ApplicationId, asked)
  const partner = await contextFor(db, partnerId, now)
  const { unshared, standards } = await partPage(partner, id)
  const { code: standard = '' } = [...unshared, ...standards][0] ?? {}
  const question = { ...aStep(), key: 'part', kind: 'question' as const, standard }
  const draft = { opening: '', closing: '', items: [question] }
  await savePart(partner, id, { revision: 0, draft })
  return id
}

/** A venue of one person, whom nobody has confirmed yet: it drafts, and has shared nothing. */
async function aDraft(db: Database, place: string, districtId: DistrictId, words: Words) {
  const venueId = await aVenue(db, { name: `The ${place} Room`, districtId })
  const personId = await anOwner(db, venueId, { confirmed: false })
  const owner = await contextFor(db, personId, new Date())
  const { ids: own, policyId } = await aDesk(owner, venueId, words)
  await aChange(owner, venueId, policyId, words)
  const ids: Ids = { ...routeWords, ...own }
  return { personId, venueId, ids }
}

export async function cookieOf(
  db: Database,
  personId: PersonId,
  factors: Factor[],
): Promise<string> {
  const token = await db.transaction((tx) => startSession(tx, personId, factors, new Date()))
  return (await sessionCookie(token)).split(';')[0] ?? ''
}

/** Every row of every table; a session that was seen again is the same session. */
export async function everything(db: Database) {
  const tables = Object.values(schema).filter((value) => is(value, Table))
  const rows = await Promise.all(
    tables.map((table) => db.select().from(table as typeof schema.sessions)),
  )
  return rows.map((each) => each.map((row) => ({ ...row, lastSeenAt: null })))
}
