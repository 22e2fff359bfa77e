import { eq } from 'drizzle-orm'
import { acknowledgeZone } from '~/domain/zones/acknowledge-zone.server'
import { changeWish } from '~/domain/zones/change-wish.server'
import { changeZone } from '~/domain/zones/change-zone.server'
import { enterZone } from '~/domain/zones/enter-zone.server'
import type { TypedZone } from '~/domain/zones/forms'
import { zoneBySlug } from '~/domain/zones/queries.server'
import { districts, zoneTellings } from '../schema'
import type { Calendar } from './calendar'
import type { PersonKey } from './people'
import type { StoryDistrict, VenueStory } from './story'
import { curb } from './streets'
import { type Act, contextOf, known, type World } from './world'

type ZoneStory = {
  slug: string
  enteredOn: number
  district: StoryDistrict
  zone: Omit<TypedZone, 'district' | 'effectiveFrom' | 'effectiveUntil'>
  /** The day on which venues said that their door staff know it. */
  knownOn: number
  /** A second version, and what it says of itself. */
  changed?: { on: number; change: string; knownOn: number } & Partial<
    Pick<TypedZone, 'status' | 'hours' | 'signWording'>
  >
  /** Venues that have not said so yet. */
  stillOpen: string[]
}

const companies = ['Wayfare', 'Hoprider']

const zoneStories: ZoneStory[] = [
  {
    slug: 'old-ferry-house',
    enteredOn: -40,
    district: 'Harbor Street',
    zone: {
      name: 'Old Ferry House',
      status: 'permanent',
      hours: [{ nights: ['thu', 'fri', 'sat'], opens: '22:00', closes: '03:00' }],
      dwellMinutes: 5,
      towing: 'Cars that stand longer than 15 minutes may be towed from 10 PM on.',
      signWording: 'Ride-share loading, 5 minutes, Thu to Sat nights, 10 PM to 3 AM',
      doorScript: 'Your ride stops across the street, under the clock of the old Ferry House.',
      amenities: ['Two benches', 'A lamp that stays on all night', 'A curb cut'],
      companies,
      reachMeters: 320,
      segments: [
        {
          street: 'Harbor Street',
          between: 'from 144 to 160, on the side of the even numbers',
          points: curb('Harbor Street', 144, 160),
        },
      ],
    },
    knownOn: -36,
    changed: {
      on: -16,
      knownOn: -14,
      change: 'The zone now opens at 9 PM, and on Sunday nights too.',
      hours: [{ nights: ['thu', 'fri', 'sat', 'sun'], opens: '21:00', closes: '03:00' }],
      signWording: 'Ride-share loading, 5 minutes, Thu to Sun nights, 9 PM to 3 AM',
    },
    stillOpen: ['the-lantern-room', 'the-ladder-and-line'],
  },
  {
    slug: 'rope-walk',
    enteredOn: -34,
    district: 'Harbor Street',
    zone: {
      name: 'Rope Walk',
      status: 'pilot',
      hours: [{ nights: ['fri', 'sat'], opens: '21:30', closes: '02:30' }],
      dwellMinutes: 10,
      towing: '',
      signWording: 'Ride-share loading, 10 minutes, Fri and Sat nights',
      doorScript: 'Up Rope Walk on the right, past the brass arc. Look for the blue sign.',
      amenities: ['A roof over the curb'],
      companies: ['Wayfare'],
      reachMeters: 120,
      segments: [
        {
          street: 'Rope Walk',
          between: 'from 16 to 30, on the side of the even numbers',
          points: curb('Rope Walk', 16, 30),
        },
      ],
    },
    knownOn: -31,
    stillOpen: [],
  },
  {
    slug: 'mill-gate',
    enteredOn: -38,
    district: 'Old Mill',
    zone: {
      name: 'Mill Gate',
      status: 'pilot',
      hours: [{ nights: ['fri', 'sat'], opens: '21:00', closes: '01:00' }],
      dwellMinutes: 5,
      towing: '',
      signWording: 'Ride-share loading at the mill gate, Fri and Sat nights, 9 PM to 1 AM',
      doorScript: 'To the mill gate, two minutes along the lane. The two lamps mark the spot.',
      amenities: ['Two lamps', 'A bench'],
      companies,
      reachMeters: 400,
      segments: [
        {
          street: 'Mill Lane',
          between: 'from 26 to 36, by the gate',
          points: curb('Mill Lane', 26, 36),
        },
      ],
    },
    knownOn: -33,
    stillOpen: ['millrace-tavern'],
  },
  {
    slug: 'market-clock',
    enteredOn: -58,
    district: 'Market Row',
    zone: {
      name: 'Market Clock',
      status: 'permanent',
      hours: [{ nights: ['thu', 'fri', 'sat'], opens: '20:00', closes: '00:00' }],
      dwellMinutes: 5,
      towing: '',
      signWording: 'Ride-share loading under the clock, Thu to Sat nights, 8 PM to midnight',
      doorScript: 'Under the market clock. You can see it from our door.',
      amenities: ['The clock'],
      companies,
      reachMeters: 400,
      segments: [
        {
          street: 'Market Row',
          between: 'from 20 to 34, along the square',
          points: curb('Market Row', 20, 34),
        },
      ],
    },
    knownOn: -55,
    changed: {
      on: -15,
      knownOn: -13,
      change: 'The zone rests while the square is paved. Rides can stop on either side of it.',
      status: 'suspended',
    },
    stillOpen: [],
  },
]

/** Who asked to be reminded in the afternoon before a service night. */
const wishes: [PersonKey, venue: string, on: number][] = [
  ['grace', 'anchor-and-oak', -32],
  ['jose', 'the-lantern-room', -5],
  ['sergio', 'weir-house', -30],
]

/** The loading zones, what their venues said of them, and who wants to hear before a night. */
export function zoneActs(stories: readonly VenueStory[], { moment }: Calendar): Act[] {
  const speakers = new Map(
    stories.flatMap(({ slug, invited }) =>
      invited.claimed ? [[slug, invited.claimed.by] as const] : [],
    ),
  )
  const wished = wishes.map(([who, venue, on]): Act => {
    const at = moment(on, 14 * 60 + 20)
    return {
      at,
      async perform(world) {
        const ctx = await contextOf(world, who, at)
        await changeWish(ctx, known(world.venues, venue), 'here')
      },
    }
  })
  return [...zoneStories.flatMap((story) => actsOf(story, speakers, { moment })), ...wished]
}

function actsOf(
  story: ZoneStory,
  speakers: ReadonlyMap<string, PersonKey>,
  { moment }: Pick<Calendar, 'moment'>,
): Act[] {
  const { slug, enteredOn, changed, knownOn } = story
  const enteredAt = moment(enteredOn, 11 * 60)
  const saying = (on: number): Act => {
    const at = moment(on, 15 * 60 + 40)
    return { at, perform: (world) => acknowledge(world, story, speakers, at) }
  }
  const entering: Act = {
    at: enteredAt,
    async perform(world) {
      await enterZone(await contextOf(world, 'keisha', enteredAt), await typed(world, story))
    },
  }
  if (!changed) return [entering, saying(knownOn)]

  const { on, change, knownOn: knownAgainOn, ...differs } = changed
  const at = moment(on, 11 * 60)
  const changing: Act = {
    at,
    async perform(world) {
      const { id, version } = await zoneBySlug(world.db, slug)
      const now = { ...(await typed(world, story)), ...differs, change }
      await changeZone(await contextOf(world, 'keisha', at), id, now, version)
    },
  }
  return [entering, saying(knownOn), changing, saying(knownAgainOn)]
}

async function typed(
  { db, calendar }: World,
  { zone, district: name, enteredOn }: ZoneStory,
): Promise<TypedZone> {
  const [district] = await db
    .select({ id: districts.id })
    .from(districts)
    .where(eq(districts.name, name))
  if (!district) throw new Error(`There is no district ${name}.`)
  const dates = { effectiveFrom: calendar.day(enteredOn + 7), effectiveUntil: null }
  return { ...zone, ...dates, district: district.id }
}

/** The venues that were told of the newest version say that their door staff know it, one after the other. */
async function acknowledge(
  world: World,
  { slug, stillOpen }: ZoneStory,
  speakers: ReadonlyMap<string, PersonKey>,
  at: Date,
): Promise<void> {
  const zone = await zoneBySlug(world.db, slug)
  const told = await world.db
    .select({ venueId: zoneTellings.venueId })
    .from(zoneTellings)
    .where(eq(zoneTellings.versionId, zone.versionId))
  const heard = new Set(told.map(({ venueId }) => venueId))
  const saying = [...speakers].filter(([venue]) => {
    const id = world.venues.get(venue)
    return id && heard.has(id) && !stillOpen.includes(venue)
  })
  for (const [place, [venue, who]] of saying.entries()) {
    const ctx = await contextOf(world, who, new Date(at.getTime() + place * 13 * 60_000))
    await acknowledgeZone(ctx, known(world.venues, venue), zone.id, zone.version)
  }
}
