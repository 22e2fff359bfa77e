import { eq } from 'drizzle-orm'
import { givePlaces } from '~/domain/accounts/change-program-place.server'
import { inviteStaff } from '~/domain/accounts/invite-staff.server'
import { hashPassword } from '~/domain/accounts/password.server'
import { personByEmail } from '~/domain/accounts/queries.server'
import { newTimeSecret } from '~/domain/accounts/time-code.server'
import { ensureDistricts } from '~/domain/districts/place-neighborhoods.server'
import { newId, randomText } from '~/domain/ids'
import { askWithTypedVenue } from '~/domain/venues/ask-to-join.server'
import { importLicenses } from '~/domain/venues/import-licenses.server'
import { previewLicenses } from '~/domain/venues/preview-licenses.server'
import { proposeForList } from '~/domain/venues/propose-for-list'
import { type LicenseList, readLicenseList } from '~/domain/venues/read-license-list'
import { credentials, districts, people, reviewerAgreements, venues } from '../schema'
import type { PartnerField } from '../vocabulary'
import type { Calendar } from './calendar'
import { cast, type PersonKey } from './people'
import { type StoryDistrict, storyDistricts } from './story'
import { placeOf } from './streets'
import { type Act, contextOf, introduce, type Kept, type World } from './world'

/** Before every venue of the story: the program's own people, the license list and the districts. */
const beginning = -520

/** A password that nobody knows, hashed: for the shape of the row. In the demo one click is the way in. */
export type Credential = { passwordHash: string; totpSecretSealed: string }

export async function unknowableCredential(): Promise<Credential> {
  const passwordHash = await hashPassword(randomText(32))
  return { passwordHash, totpSecretSealed: newTimeSecret() }
}

export type LicenseFile = { kept: Kept; name: string; bytes: Uint8Array }

export function programActs(
  calendar: Calendar,
  licenses: LicenseFile,
  credential: Credential,
): Act[] {
  const { moment } = calendar
  const list = readLicenseList(licenses.bytes)
  const chosen = proposeForList(list, new Map())
  const [first = '', second = ''] = largest(list, chosen)
  const at = (minutes: number) => moment(beginning, minutes)
  return [
    staffMember('daniel', { role: 'coordinator', district: null }, credential, at(9 * 60)),
    {
      at: at(9 * 60 + 30),
      async perform(world) {
        const ctx = await contextOf(world, 'daniel', at(9 * 60 + 30))
        const { name, kept } = licenses
        const file = { name, key: kept.key, digest: kept.digest }
        const id = await previewLicenses(ctx, file, list)
        await importLicenses(ctx, id, list, chosen)
        await world.db.transaction(async (tx) => {
          await ensureDistricts(tx, Object.keys(storyDistricts), ctx.now)
        })
      },
    },
    ...staff(first, second).map(([who, place], order) =>
      staffMember(who, place, credential, at(10 * 60 + order)),
    ),
    typedVenue(moment(-2, 13 * 60 + 20)),
  ]
}

type Place = {
  role: 'coordinator' | 'liaison' | 'partner' | 'district_viewer'
  district: string | null
  field?: PartnerField | null
}

/** Who else runs the program; `first` and `second` are districts of the license list. */
function staff(first: string, second: string): [PersonKey, Place][] {
  const liaisons = Object.entries(storyDistricts).map(([district, who]): [PersonKey, Place] => [
    who,
    { role: 'liaison', district },
  ])
  const viewer = (district: StoryDistrict): Place => ({ role: 'district_viewer', district })
  const partner = (field: PartnerField): Place => ({ role: 'partner', district: null, field })
  return [
    ...liaisons,
    ['samir', { role: 'liaison', district: first }],
    ['samir', { role: 'liaison', district: second }],
    ['keisha', { role: 'coordinator', district: null }],
    ['henrik', partner('fire')],
    ['priyanka', partner('health')],
    ['odalys', partner('advocate')],
    ['ruth', viewer('Harbor Street')],
    ['jonah', viewer('Old Mill')],
    ['jonah', viewer('Market Row')],
    ['ifeoma', viewer('Old Mill')],
  ]
}

/** Somebody of the program who has set up their sign-in long ago. */
function staffMember(
  who: PersonKey,
  { role, district, field = null }: Place,
  credential: Credential,
  at: Date,
): Act {
  const { name, email, title } = { title: null, ...cast[who] }
  return {
    at,
    async perform(world) {
      const where = district === null ? null : await districtNamed(world, district)
      const known = world.people.get(who)
      if (known) {
        const place = { id: newId('mem'), role, districtId: where?.id ?? null, district, field }
        await world.db.transaction((tx) => givePlaces(tx, known, [place], at))
        return
      }
      const invitation = { name, email, title, role, district: where?.slug ?? null, field }
      await inviteStaff(world.db, invitation, at)
      const person = await personByEmail(world.db, email)
      if (!person) return
      world.people.set(who, person.id)
      await world.db.transaction(async (tx) => {
        await tx.update(people).set({ emailConfirmedAt: at }).where(eq(people.id, person.id))
        if (role === 'district_viewer') return
        const personId = person.id
        await tx.insert(credentials).values({ personId, ...credential, setAt: at })
        const anew = new Date(at.getTime() + 360 * 86_400_000)
        const accepted = [at, anew].map((acceptedAt) => ({ personId, acceptedAt }))
        await tx.insert(reviewerAgreements).values(accepted)
      })
    },
  }
}

async function districtNamed({ db }: World, name: string) {
  const [district] = await db
    .select({ id: districts.id, slug: districts.slug })
    .from(districts)
    .where(eq(districts.name, name))
  return district ?? null
}

/** The two districts with the most venues: no venue of the story lies in them. */
function largest(list: LicenseList, chosen: ReadonlyMap<string, string | null>): string[] {
  const counts = new Map<string, number>()
  for (const { neighborhood } of list.listings) {
    const district = neighborhood ? chosen.get(neighborhood) : null
    if (district) counts.set(district, (counts.get(district) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name)
}

/** Somebody asks to join with a venue that no list has, and waits for a call. */
function typedVenue(at: Date): Act {
  return {
    at,
    async perform(world) {
      await introduce(world, 'wei', newId('per'), at)
      const { venueId } = await askWithTypedVenue(await contextOf(world, 'wei', at), {
        venue: 'Paper Moon Karaoke',
        address: '22 Cooper’s Row, Old Ferry Quarter',
        words:
          'We opened in spring, so we may not be on your list yet. I am at the desk from four; the number on our door is (202) 555-0129.',
      })
      await world.db.transaction((tx) =>
        tx
          .update(venues)
          .set({ madeUp: true, phone: '(202) 555-0129', ...placeOf('22 Cooper’s Row') })
          .where(eq(venues.id, venueId)),
      )
    },
  }
}
