import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { paths } from '~/paths'
import type { Database, Tx } from '~db/open.server'
import { credentials, districts, memberships, people, program, staffSetups } from '~db/schema'
import type { PartnerField } from '~db/vocabulary'
import { dayOf } from '../dates'
import { Invalid } from '../errors'
import { recordEvent } from '../events.server'
import { type DistrictId, newId, type PersonId } from '../ids'
import { queueEmail } from '../outbox.server'
import { isStaffRole } from '../permissions/place'
import { closeSignIn } from './close-sign-in.server'
import { personByEmail } from './queries.server'
import { newSpokenWord, spokenMark } from './spoken-word.server'
import { setupHashOf } from './staff-setup.server'
import { newTimeSecret } from './time-code.server'

export type StaffInvitation = {
  email: string
  name: string
  title: string | null
  role: 'coordinator' | 'liaison' | 'district_viewer' | 'partner'
  /** The slug of a district, for liaisons and district viewers; a partner may be given one. */
  district: string | null
  field: PartnerField | null
}

/** The path of their way in, and the word that new staff type there; a district viewer needs none. */
export type StaffInvited = { path: string; word: string | null }

const linkDays = 7

/**
 * Makes a person of the program with one role, or gives a known person one more, and mails them their way
 * in. Staff get a one-time link; it asks for the word that is answered here and stands in no mail. Ways in
 * that an email alone had made are taken away, and who has a staff sign-in already is refused. A district
 * viewer gets the district's own page, which asks them to sign in.
 */
export async function inviteStaff(
  db: Database,
  invitation: StaffInvitation,
  now: Date,
): Promise<StaffInvited> {
  const token = randomBytes(32).toString('base64url')
  const totpSecretSealed = newTimeSecret()
  const word = newSpokenWord()
  return db.transaction(async (tx) => {
    const district = await districtOf(tx, invitation)
    const personId = await personFor(tx, invitation, now)
    await giveRole(tx, personId, invitation, district?.id ?? null, now)
    await recordEvent(tx, {
      kind: 'staff.invited',
      actor: null,
      at: now,
      origin: null,
      subjectId: personId,
      facts: { role: invitation.role },
    })
    const to = { id: personId, email: invitation.email, locale: 'en' as const }
    const { name, role } = invitation
    if (role === 'district_viewer') {
      const path = district ? paths.districtStatus(district.slug) : paths.signIn()
      const facts = { name, district: district?.name ?? '', path }
      await queueEmail(tx, to, 'viewer-welcome', facts, now)
      return { path, word: null }
    }
    await closeSignIn(tx, personId, now)
    const expiresAt = new Date(now.getTime() + linkDays * 86_400_000)
    const tokenHash = setupHashOf(token)
    const spokenHash = spokenMark(tokenHash, word)
    await tx
      .insert(staffSetups)
      .values({ tokenHash, personId, totpSecretSealed, createdAt: now, expiresAt, spokenHash })
    const path = paths.staffSetup(token)
    const [settled] = await tx.select({ timeZone: program.timeZone }).from(program)
    const expires = dayOf(expiresAt, settled?.timeZone ?? 'UTC')
    await queueEmail(tx, to, 'staff-setup', { name, path, expires }, now)
    return { path, word }
  })
}

async function districtOf(tx: Tx, { role, district: slug, field }: StaffInvitation) {
  if (role === 'partner' && !field) {
    throw new Invalid({ field: 'A partner has a field: fire, health or advocate.' })
  }
  const needed = role === 'liaison' || role === 'district_viewer'
  if (!slug && !needed) return null
  const all = await tx.select().from(districts).orderBy(districts.slug)
  const found = all.find((district) => district.slug === slug)
  if (found) return found
  const known = all.map((district) => district.slug).join(', ')
  throw new Invalid({
    district: all.length
      ? `Name one of the districts: ${known}.`
      : 'There are no districts yet. A coordinator arranges them first.',
  })
}

async function personFor(tx: Tx, { email, name, title, role }: StaffInvitation, now: Date) {
  const known = await personByEmail(tx, email)
  if (known) {
    if (isStaffRole(role) && (await hasStaffSignIn(tx, known.id))) {
      throw new Invalid({ email: staffAlready })
    }
    await tx.update(people).set({ name, title }).where(eq(people.id, known.id))
    return known.id
  }
  const id = newId('per')
  await tx.insert(people).values({ id, email, name, title, createdAt: now })
  return id
}

const staffAlready =
  'Somebody with this address has a staff sign-in already, and a new link would replace it. A coordinator gives them another place, or a new sign-in, on their page under People. If the only coordinator has lost theirs, invite a second one with another address first.'

/** Whoever is on leave keeps theirs. */
async function hasStaffSignIn(tx: Tx, personId: PersonId): Promise<boolean> {
  return (await tx.$count(credentials, eq(credentials.personId, personId))) > 0
}

async function giveRole(
  tx: Tx,
  personId: PersonId,
  { role, field }: StaffInvitation,
  districtId: DistrictId | null,
  now: Date,
): Promise<void> {
  const held = await tx
    .select()
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, personId),
        eq(memberships.role, role),
        isNull(memberships.endedAt),
      ),
    )
  const theirs = {
    districtId: role === 'coordinator' ? null : districtId,
    field: role === 'partner' ? field : null,
  }
  if (held.some((row) => row.districtId === theirs.districtId && row.field === theirs.field)) return
  const times = { createdAt: now, confirmedAt: now }
  await tx.insert(memberships).values({ id: newId('mem'), personId, role, ...theirs, ...times })
}
