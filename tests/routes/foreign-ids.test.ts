import { rmSync } from 'node:fs'
import { eq, is, Table } from 'drizzle-orm'
import { afterAll, expect, test, vi } from 'vitest'

vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? '/tmp'}/lamplight-foreign-${process.pid}`
})

import { startSession } from '~/domain/accounts/session.server'
import { addEvidence } from '~/domain/applications/add-evidence.server'
import { evidenceOfRound } from '~/domain/applications/rounds.server'
import { shareApplication } from '~/domain/applications/share-application.server'
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
import { siteRoutes, wholeSite } from '~tests/support/whole-site'
import { aTypedZone } from '~tests/support/zone-desk'
import { aZone } from '~tests/support/zones'
import '~tests/support/visits'

afterAll(() => rmSync(env.dataDir, { recursive: true, force: true }))

/** What is posted to a route; null where it has no action, a sentence where its id is meant for whoever holds it. */
type Row = Record<string, string> | null | string

const rows: Record<string, Row> = {
  'check.$code': 'The holder of a check code reads how its certificate stands.',
  'claim.$code':
    'The holder of a claim code may use it; an unknown one is answered by its sentence.',
  'join.$venueId': 'Anybody finds a venue of the license list by its name and asks to join it.',
  'sign-in.setup.$token': 'The holder of a set-up link uses it once.',
  'mailbox.$id._index': null,
  'mailbox.$id.body': null,
  'venues.$slug': null,
  'districts.$slug.status._index': null,
  'districts.$slug.status[.]csv': null,
  'districts.$slug.status[.]pdf': null,
  'zones.$slug._index': 'A zone is for everybody to find, also once it has ended.',
  'zones.$slug.card': 'Anybody may print the card of a zone.',

  'coordinator.classes.$classId._index': { title: 'Mine', revision: '1' },
  'coordinator.classes.$classId.call-off': {},
  'coordinator.imports.$importId._index': { 'neighborhoods.0.name': 'Shaw', district: 'Shaw' },
  'coordinator.imports.$importId.undo': {},
  'coordinator.invitations.$invitationId._index': null,
  'coordinator.invitations.$invitationId.withdraw': {},
  'coordinator.mail.$mailId.let-go': {},
  'coordinator.mail.$mailId.release': {},
  'coordinator.requests.$requestId._index': { phone: '(202) 555-0100', district: '' },
  'coordinator.requests.$requestId.letter': {},
  'coordinator.requests.$requestId.set-aside': { reason: 'We could not reach you by phone.' },
  'coordinator.venues.$venueId._index': null,
  'coordinator.venues.$venueId.district': { district: 'dis_0000000000000000' },
  'coordinator.venues.$venueId.invitation': { email: '' },
  'coordinator.venues.$venueId.merge': { into: 'ven_0000000000000000' },
  'coordinator.venues.$venueId.unmerge': {},
  'coordinator.zones.$zoneId._index': null,
  'coordinator.zones.$zoneId.change': { change: 'Mine', revision: '1' },
  'coordinator.zones.$zoneId.confirm': { revision: '1' },

  'liaison.applications.$applicationId._index': null,
  'liaison.applications.$applicationId.certificate': {},
  'liaison.applications.$applicationId.files.$fileId': null,
  'liaison.applications.$applicationId.letters.$responseId._index': null,
  'liaison.applications.$applicationId.letters.$responseId.replies': { words: 'Hello', about: '' },
  'liaison.applications.$applicationId.response._index': { revision: '1', opening: 'Hello' },
  'liaison.applications.$applicationId.response.keep': { revision: '1', opening: 'Hello' },
  'liaison.applications.$applicationId.response.preview': null,
  'liaison.applications.$applicationId.response.send': { revision: '1' },
  'liaison.applications.$applicationId.response.start': {},

  'venue.$venueId._index': null,
  'venue.$venueId.application._index': null,
  'venue.$venueId.application.pause': { counsel: 'yes' },
  'venue.$venueId.application.resume': {},
  'venue.$venueId.application.start': {},
  'venue.$venueId.application.step-away': {},
  'venue.$venueId.certificate._index': null,
  'venue.$venueId.certificate.give-back': { reason: 'Mine' },
  'venue.$venueId.certificate.pause': {},
  'venue.$venueId.certificate.refresh.$code.$kind': {
    name: 'Mine',
    happenedOn: '2026-11-01',
    words: '',
  },
  'venue.$venueId.certificate.resume': {},
  'venue.$venueId.certificate[.]pdf': null,
  'venue.$venueId.classes': null,
  'venue.$venueId.due': null,
  'venue.$venueId.evidence.$evidenceId.remove': {},
  'venue.$venueId.evidence.$evidenceId.restore': {},
  'venue.$venueId.files.$fileId': null,
  'venue.$venueId.letters.$responseId._index': null,
  'venue.$venueId.letters.$responseId.replies': { words: 'Hello', about: '' },
  'venue.$venueId.letters.$responseId.steps.$itemId': { answer: 'declined', words: 'No' },
  'venue.$venueId.policies.$policyId._index': null,
  'venue.$venueId.policies.$policyId.remove': {},
  'venue.$venueId.policies.$policyId.restore': {},
  'venue.$venueId.policies.$policyId.review': { reviewOn: '', reviewedByCounsel: 'yes' },
  'venue.$venueId.policies.$policyId.sections.$anchor': { body: 'Mine', revision: '1' },
  'venue.$venueId.policies._index': null,
  'venue.$venueId.policies.new': { template: 'blank', title: 'Mine' },
  'venue.$venueId.policies.upload': { title: 'Mine' },
  'venue.$venueId.profile': { securityStaff: 'yes' },
  'venue.$venueId.records.$recordId.remove': {},
  'venue.$venueId.rounds.$roundId': null,
  'venue.$venueId.share': { words: 'Mine' },
  'venue.$venueId.standards.$code._index': null,
  'venue.$venueId.standards.$code.answer': { stance: 'not_applicable', words: 'because' },
  'venue.$venueId.standards.$code.evidence.$kind': { policyId: 'pol_0000000000000000' },
  'venue.$venueId.team-template[.]csv': null,
  'venue.$venueId.team.$staffId._index': { name: 'Mine', position: 'host', seen: '1' },
  'venue.$venueId.team.$staffId.records': { type: 'fake-id', completedOn: '2026-01-01' },
  'venue.$venueId.team.$staffId.remove': {},
  'venue.$venueId.team.$staffId.restore': {},
  'venue.$venueId.team._index': null,
  'venue.$venueId.team.import._index': {},
  'venue.$venueId.team.imports.$importId._index': { seen: 'a'.repeat(64) },
  'venue.$venueId.team.imports.$importId.undo': {},
  'venue.$venueId.team.new': { name: 'Mine', position: 'host' },
  'venue.$venueId.zones.$zoneId.acknowledge': { version: '1' },
  'venue.$venueId.zones._index': null,
  'venue.$venueId.zones.reminders': { wish: 'here' },
}

const withIds = siteRoutes.filter(({ params }) => params.length > 0)
const closed = withIds.filter(({ name }) => typeof rows[name] !== 'string')
const families = ['venue', 'liaison', 'coordinator']
const inFamily = (family: string) =>
  closed.filter(({ name }) => {
    const first = name.split('.')[0] ?? ''
    return families.includes(first) ? first === family : family === 'public'
  })

type Ids = Record<string, string>
type Town = Awaited<ReturnType<typeof aTown>>
let town: Town

test('every route that takes an id has a row here, with a form where it has an action', () => {
  expect(withIds.map(({ name }) => name).sort()).toEqual(Object.keys(rows).sort())
  const forms = closed.filter(({ name }) => rows[name] !== null).map(({ name }) => name)
  expect(forms).toEqual(closed.filter(({ module }) => module.action).map(({ name }) => name))
})

test('an address opens for those whom it is for, and is absent for the next venue or district', async () => {
  town = await aTown()
  const { ours, theirs, visitors, listed } = town
  for (const route of inFamily('venue')) {
    expect([200, 302], route.name).toContain(await status(route, theirs.ids, theirs.cookies.owner))
    for (const ids of mixtures(route)) {
      expect(await status(route, ids, ours.cookies.owner), route.name).toBe(404)
    }
  }
  for (const route of inFamily('liaison')) {
    const nothingToRead = route.name.endsWith('.keep') ? 405 : null
    const opened = await status(route, theirs.ids, theirs.cookies.liaison)
    expect(opened, route.name).toBe(nothingToRead ?? 200)
    for (const ids of mixtures(route)) {
      const seen = await status(route, ids, ours.cookies.liaison)
      expect(seen, route.name).toBe(nothingToRead ?? 404)
    }
  }
  for (const route of inFamily('coordinator')) {
    expect(await status(route, listed, visitors.coordinator), route.name).toBe(200)
  }
})

test.each(['venue', 'liaison', 'coordinator', 'public'])(
  'a foreign id of the %s pages answers as an absent one, by every door, and does nothing',
  async (family) => {
    town = await aTown()
    const foreign = family === 'coordinator' ? town.listed : town.theirs.ids
    const before = await everything(town.db)
    for (const route of inFamily(family)) {
      for (const [visitor, cookie] of visitorsFor(family)) {
        const hasOwn = (family === 'venue' ? 'owner' : 'liaison') === visitor
        for (const ids of hasOwn ? mixtures(route) : [foreign]) {
          // The page of a refusal is drawn for two kinds of visitor; to the others its data is enough.
          const pages = hasOwn || visitor === 'nobody'
          const asked = await answers(route, ids, cookie, pages)
          const missing = await answers(route, absentLike(ids, foreign), cookie, pages)
          expect(asked, `${route.name} for ${visitor}`).toEqual(missing)
        }
      }
    }
    expect(await everything(town.db)).toEqual(before)
  },
)

/** Who asks: everybody who is not entitled, in each family of addresses. */
function visitorsFor(family = ''): [string, string | undefined][] {
  const { ours, theirs, visitors } = town
  const { coordinator, ...others } = visitors
  const everybody = { owner: ours.cookies.owner, liaison: ours.cookies.liaison, ...others }
  const more =
    family === 'venue'
      ? { coordinator, districtsLiaison: theirs.cookies.liaison }
      : family === 'liaison'
        ? { theirOwner: theirs.cookies.owner }
        : {}
  return Object.entries({ ...everybody, ...more, nobody: undefined })
}

/** All ids foreign; and one foreign id at a time beside the visitor's own. */
function mixtures({ name, params }: (typeof closed)[number]): Ids[] {
  const { ours, theirs, listed } = town
  if (name.startsWith('coordinator.')) return [listed]
  const ids = params.filter((name) => ours.ids[name] !== theirs.ids[name])
  const mixed =
    ids.length > 1 ? ids.map((one) => ({ ...ours.ids, [one]: theirs.ids[one] ?? '' })) : []
  return [theirs.ids, ...mixed]
}

/** The same with an id that is nowhere in place of each foreign one. */
function absentLike(ids: Ids, foreign: Ids): Ids {
  return Object.fromEntries(
    Object.entries(ids).map(([name, id]) => {
      const isForeign = id === foreign[name] && id !== town.ours.ids[name]
      return [name, isForeign ? (town.absent[name] ?? id) : id]
    }),
  )
}

async function status(route: (typeof closed)[number], ids: Ids, cookie: string) {
  return (await town.site.ask(addressOf(route, ids), { cookie })).status
}

function addressOf({ path }: { path: string }, ids: Ids): string {
  return `/${path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? `no-${name}`)}`
}

/** Status, headers and body by the document and by the data door, read and written. */
async function answers(
  route: (typeof closed)[number],
  ids: Ids,
  cookie: string | undefined,
  pages: boolean,
) {
  const form = rows[route.name]
  const both = pages ? [undefined, route.name] : [route.name]
  const doors = route.module.default ? both : [undefined]
  const seen: unknown[] = []
  for (const data of doors) {
    for (const sent of form ? [undefined, form as Record<string, string>] : [undefined]) {
      const answer = await town.site.ask(addressOf(route, ids), { cookie, data, form: sent })
      const named = Object.values(ids)
      const plain = (text: string) =>
        named
          .reduce((rest, id) => rest.replaceAll(id, 'ID'), text)
          .replace(/nonce(=\\?"|-)[\w-]{22}/g, 'nonce$1N')
          .replace(/"seed":"[0-9a-f]{24}"/g, '"seed":"S"')
          .replace(/(value=")[0-9a-f]{24}[\w.:-]*"/g, '$1S"')
      const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
      seen.push([
        data ?? 'document',
        sent ? 'POST' : 'GET',
        answer.status,
        headers.map(([name, value]) => [name, plain(value)]),
        plain(await answer.text()),
      ])
    }
  }
  return seen
}

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
async function aTown() {
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
  }
  const [held] = await db.select().from(schema.outbox).limit(1)
  if (!held) throw new Error('No mail was queued.')
  await db.transaction((tx) =>
    tx
      .update(schema.outbox)
      .set({ state: 'held', problem: 'No such box.' })
      .where(eq(schema.outbox.id, held.id)),
  )
  listed.mailId = held.id
  const absent: Ids = {
    mailId: newId('mai'),
    venueId: newId('ven'),
    requestId: newId('joi'),
    invitationId: newId('inv'),
    importId: newId('imp') satisfies ImportId,
    classId: newId('cls'),
    zoneId: newId('zon'),
    policyId: newId('pol'),
    evidenceId: newId('evi'),
    fileId: newId('fil'),
    staffId: newId('stf'),
    recordId: newId('rec'),
    roundId: newId('rou'),
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
  const policy = (await evidenceOfRound(db, roundId)).find(({ standard }) => standard === 'HOME-1')
  await startResponse(liaison, applicationId)
  const proposedOn = new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10)
  const items = [aStrength(policy?.id ?? ''), aStep({ proposedOn })]
  await saveDraft(liaison, applicationId, { revision: 0, draft: { ...aLetter, items } })
  const { responseId } = await sendResponse(liaison, applicationId, 1)
  const steps = await db.select().from(schema.responseItems)
  const step = steps.find((row) => row.responseId === responseId && row.kind === 'next_step')
  const files = await db.select().from(schema.files)

  const ids: Ids = {
    venueId,
    applicationId,
    policyId,
    evidenceId,
    fileId: files.find((row) => row.venueId === venueId)?.id ?? '',
    staffId,
    recordId,
    importId,
    roundId,
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
  return { districtId, venueId, liaisonId, ids, cookies }
}

async function cookieOf(db: Database, personId: PersonId, factors: Factor[]): Promise<string> {
  const token = await db.transaction((tx) => startSession(tx, personId, factors, new Date()))
  return (await sessionCookie(token)).split(';')[0] ?? ''
}

/** Every row of every table. */
async function everything(db: Database) {
  const tables = Object.values(schema).filter((value) => is(value, Table))
  return Promise.all(tables.map((table) => db.select().from(table as typeof schema.venues)))
}
