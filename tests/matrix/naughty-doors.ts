import { eq } from 'drizzle-orm'
import { inviteToPlace } from '~/domain/accounts/invite-to-place.server'
import { recoverStaff } from '~/domain/accounts/recover-staff.server'
import { setupHashOf, setupPage } from '~/domain/accounts/staff-setup.server'
import { writeEvidence } from '~/domain/applications/add-evidence.server'
import { pauseApplication } from '~/domain/applications/pause-application.server'
import type { PersonId, VenueId } from '~/domain/ids'
import { currentStandardSet } from '~/domain/standards/program.server'
import { monthsOf } from '~/domain/standards/standard-set'
import { inviteVenue } from '~/domain/venues/invite-venue.server'
import { paths } from '~/paths'
import { people, policies, staffSetups } from '~db/schema'
import { anAuthenticator } from '~tests/support/authenticator'
import { anAccreditedVenue } from '~tests/support/certificates'
import { aLiaison, anOwner, aPerson, aVenue, contextFor } from '~tests/support/factories'
import { appCode, aStaffPerson, staffPassword } from '~tests/support/sessions'
import { aSetupPage } from '~tests/support/staff-setup'
import { queuedMail } from '~tests/support/visits'
import { askAround } from './asked'
import type { Asker } from './naughty-forms'
import { cookieOf, type Town } from './town'

/** Passkeys belong to a name, which one's own machine has. */
const byName = 'http://localhost:3000'

/**
 * People before the forms that close after a few tries, work once or need something first: each with
 * their pages, and with what would be right in the fields that are not tried just now.
 */
export async function atTheDoors(town: Town): Promise<Asker[]> {
  const staff = await aStaffPerson(town.db)
  const [person] = await town.db.select().from(people).where(eq(people.id, staff.personId))
  const right = () => ({
    email: person?.email ?? '',
    password: staffPassword,
    newPassword: 'harbor candle velvet ocean',
    code: staff.code(new Date()),
  })
  const cookie = await cookieOf(town.db, staff.personId, ['password', 'totp'])
  const half = await cookieOf(town.db, staff.personId, ['password'])
  const own = ['/account/password', '/account/time-code', '/account/prove']
  const steps = ['/sign-in/staff', '/sign-in/staff/code', '/sign-in/recovery']
  // Those whose time is shortest come first.
  const askers = [
    await atThePasskey(town),
    { who: 'staff with a password', cookie, pages: own, right },
    ...(await atTheCodes(town)),
    { who: 'staff at sign-in', cookie: half, pages: steps, right },
    ...(await atTheLinks(town, staff.personId)),
  ]
  return askers.map((asker) => ({ ...asker, fewTries: true }))
}

/** Links that were mailed: to set a sign-in up, with the word of a recovery, to a place, to a venue. */
async function atTheLinks({ db, ours }: Town, coordinatorId: PersonId): Promise<Asker[]> {
  const now = new Date()
  const coordinator = await contextFor(db, coordinatorId, now)
  const recovered = await aLiaison(db, ours.districtId)
  await recoverStaff(coordinator, recovered)

  const lu = { name: 'Lu Ortega', email: 'lu@example.com' }
  const none = { title: null, venueId: null, districtId: null }
  await inviteToPlace(coordinator, { ...lu, ...none, role: 'partner', field: 'fire' })
  const invited = await cookieOf(db, await aPerson(db, lu), ['email_code'])
  await inviteVenue(coordinator, await aVenue(db), { email: 'dive@example.com' })

  const mails = await queuedMail(db)
  const linkIn = (kind: string, to?: string) =>
    String(mails.find((mail) => mail.kind === kind && (!to || mail.address === to))?.facts.path)
  const mo = { name: 'Mo Hale', email: 'mo@example.com', title: null, district: null }
  const setup = await aSetupPage(db, { ...mo, role: 'partner', field: 'fire' }, now)
  const secret = (await setupPage(db, setup, now))?.secret ?? ''
  // The page is open for an hour, and a slow machine tries its strings for longer.
  const late = new Date(now.getTime() + 86_400_000)
  const ofSetup = eq(staffSetups.tokenHash, setupHashOf(setup))
  await db.transaction((tx) => tx.update(staffSetups).set({ expiresAt: late }).where(ofSetup))
  const right = () => ({
    password: 'harbor candle velvet ocean',
    code: appCode(secret, new Date()),
  })
  return [
    { who: 'new staff', cookie: undefined, pages: [paths.staffSetup(setup)], right },
    { who: 'recovered staff', cookie: undefined, pages: [linkIn('staff-recovery')] },
    {
      who: 'an invited person',
      cookie: invited,
      pages: [linkIn('place-invitation', lu.email)],
    },
    { who: 'a venue with a letter', cookie: undefined, pages: [linkIn('invitation')] },
  ]
}

/** Codes that are on their way: to sign in, to join with a venue, to prove who it is. */
async function atTheCodes({ db, site, ours, listed }: Town): Promise<Asker[]> {
  await aPerson(db, { email: 'nia@example.com' })
  const asked = await site.ask('/sign-in', { form: { email: 'nia@example.com' } })
  const newcomer = { name: 'Pat Day', email: 'pat@example.com', words: '' }
  const joining = await site.ask(`/join/${listed.venueId}`, { form: newcomer })
  const owner = await cookieOf(db, await anOwner(db, ours.venueId), ['email_code'])
  await site.ask('/account/prove/email', { cookie: owner, form: {} })
  return [
    { who: 'who signs in', cookie: cookieIn(asked), pages: ['/sign-in/code'] },
    { who: 'who joins', cookie: cookieIn(joining), pages: [joining.headers.get('Location') ?? ''] },
    { who: 'an owner who proves it', cookie: owner, pages: ['/account/prove'] },
  ]
}

/** One who has used their device: only the name of the passkey is missing. */
async function atThePasskey({ db, site, ours }: Town): Promise<Asker> {
  const owner = await cookieOf(db, await anOwner(db, ours.venueId), ['email_code'])
  const asked = await site.ask(`${byName}/account/passkeys/options`, {
    cookie: owner,
    form: {},
    headers: { origin: byName },
  })
  const { challenge } = await asked.json()
  const made = anAuthenticator().make({ challenge, origin: byName, rpId: 'localhost' })
  return {
    who: 'an owner with a passkey',
    cookie: `${owner}; ${cookieIn(asked)}`,
    pages: [`${byName}/account/passkeys/new`],
    right: () => ({ answer: JSON.stringify(made) }),
  }
}

function cookieIn(answer: Response): string {
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** A colleague who reads a letter before it is sent, and takes a second look at another. */
export async function atTheAskedPages(town: Town): Promise<Asker[]> {
  const { db, ours, theirs, waiting } = town
  await askAround(db, { ours, theirs, waiting })
  const letter = paths.peerRead(waiting.applicationId ?? '')
  const look = paths.answerSecondLook(ours.ids.applicationId ?? '')
  const cookie = theirs.cookies.liaison
  return [{ who: 'a colleague who was asked', cookie, pages: [letter, look] }]
}

/** A venue that paused, and an accredited one that changed something: each share of it waits for its liaison. */
export async function atRest({ db, waiting, waitingOwner }: Town): Promise<Asker[]> {
  const now = new Date()
  const { venueId: paused } = waiting as { venueId: VenueId }
  const pausing = await contextFor(db, waitingOwner.ownerId, now)
  await pauseApplication(pausing, paused, {
    counsel: false,
    words: 'Plain words',
    askAgainOn: null,
  })

  const { owner, venueId, applicationId } = await anAccreditedVenue(db, {
    name: 'The Far Lantern',
    trainedUntil: '2100-01-01',
  })
  const facts = { kind: 'attestation' as const, facts: { signedBy: 'Ana Beltran' }, words: '' }
  await db.transaction((tx) =>
    writeEvidence(
      tx,
      owner,
      { venueId, applicationId, code: 'CARE-1' },
      { ...facts, happenedOn: '2026-11-20' },
    ),
  )
  const accredited = await cookieOf(db, owner.actor.person.id, ['email_code'])
  return [
    { who: 'an owner who paused', cookie: waitingOwner.cookie, pages: [paths.changePause(paused)] },
    {
      who: 'an accredited owner',
      cookie: accredited,
      pages: [`/venue/${venueId}/amend`],
      fewTries: true,
    },
  ]
}

/** The pages on which a venue shows each kind of evidence, or brings it up to date. */
export async function evidencePages({ db, ours }: Town): Promise<string[]> {
  const { standards } = await currentStandardSet(db)
  const pages = new Map<string, string>()
  for (const { code, evidence } of standards) {
    for (const { kind, ...ask } of evidence) {
      pages.set(kind, `/venue/${ours.venueId}/standards/${code}/evidence/${kind}`)
      if (monthsOf(ask)) pages.set(`${kind} again`, paths.refreshEvidence(ours.venueId, code, kind))
    }
  }
  const kept = await db.select().from(policies).where(eq(policies.venueId, ours.venueId))
  const uploaded = kept.find(({ title }) => title === 'Uploaded')
  return [...pages.values(), `${pages.get('policy')}?policy=${uploaded?.id}`]
}
