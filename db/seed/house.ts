import type { StaffPosition } from '../vocabulary'
import { commonWords, type Sections, staffNames } from './house-words'
import { cast, type PersonKey } from './people'
import {
  type EvidenceStory,
  type LetterStory,
  type PartStory,
  type PolicyText,
  type Preparation,
  type Roster,
  type RosterPerson,
  type RoundStory,
  type StoryDistrict,
  storyDistricts,
  type VenueStory,
} from './story'

/**
 * A venue of the story in few lines: its own words stand here, and what many houses word alike comes
 * from house-words.ts.
 */
export type House = Pick<VenueStory, 'slug' | 'name' | 'address' | 'phone' | 'gist'> & {
  district: StoryDistrict
  owner: PersonKey
  invitedOn: number
  joinedOn: number
  /** The number on the sign by its door. */
  seats: 60 | 85 | 110
  /** Whom it employs besides the owner, and since when the first of them; the last came latest. */
  team: StaffPosition[]
  /** The place of its first employee in the list of names. */
  names: number
  /** The day on which the team took the class in stepping in. */
  classOn: number
  /** How many of the team, from the last, have not taken it. */
  untrained?: number
  /** What it wrote in words of its own, by policy and section. */
  own: Record<string, Sections>
}

/** Where rides stop in each district, as a venue writes it within a sentence. */
const ridesStop: Record<StoryDistrict, string> = {
  'Harbor Street': 'by the old Ferry House',
  'Old Mill': 'at the mill gate',
  'Market Row': 'under the market clock',
}

const wayHomeFiles: Record<StoryDistrict, string> = {
  'Harbor Street': 'card-ferry-house.jpg',
  'Old Mill': 'card-mill-gate.jpg',
  'Market Row': 'card-market-clock.jpg',
}

/** The venue with its people and its staff list, as it joined; its journey is told beside it. */
export function joined(house: House): Omit<VenueStory, 'journey'> {
  const { slug, name, address, phone, gist, district, owner, invitedOn, joinedOn } = house
  const invited = {
    on: invitedOn,
    email: cast[owner].email,
    claimed: { by: owner, on: joinedOn },
  }
  return {
    ...{ slug, name, address, phone, gist, district, invited },
    securityStaff: false,
    team: [],
    rosters: [
      {
        on: Math.max(house.classOn + 6, joinedOn + 3),
        by: owner,
        fileName: `${slug}-people.csv`,
        people: teamOf(house),
      },
    ],
  }
}

function teamOf({ owner, team, names, classOn, untrained = 0 }: House): RosterPerson[] {
  const everybody = [
    { name: cast[owner].name, position: 'owner' as const },
    ...employees(names, team),
  ]
  return everybody.map(({ name, position }, place) => {
    const took = place < everybody.length - untrained
    const hired = classOn - 900 + Math.round((place * 640) / everybody.length)
    return { name, position, hired, trained: trainedBy(position, classOn, took) }
  })
}

/** The same venue, with staff lists that it sent later. */
export function withRosters<Venue extends Omit<VenueStory, 'journey'>>(
  venue: Venue,
  ...later: Roster[]
): Venue {
  return { ...venue, rosters: [...venue.rosters, ...later] }
}

/** The yearly refresher, taken by everybody who had the class. */
export function refreshed(house: House, on: number): Roster {
  return classAgain(house, house.owner, on, 'sexual-assault-intervention-refresher')
}

/** The full class once more, after it had run out. */
export function tookClass(house: House, by: PersonKey, on: number): Roster {
  return classAgain(house, by, on, 'sexual-assault-intervention')
}

function classAgain(house: House, by: PersonKey, on: number, type: string): Roster {
  const had = teamOf(house).filter(({ trained }) => 'sexual-assault-intervention' in trained)
  const people = had.map((person) => ({ ...person, trained: { [type]: on } }))
  return { on: on + 2, by, fileName: `${house.slug}-class.csv`, people }
}

/** New servers, whose class in stepping in is still to come. */
export function newcomers(house: House, names: number, count: number, hired: number): Roster {
  const servers = employees(names, Array<StaffPosition>(count).fill('server'))
  const people = servers.map((person) => ({
    ...person,
    hired,
    trained: servesResponsibly(hired + 10),
  }))
  return { on: hired + 12, by: house.owner, fileName: `${house.slug}-new-people.csv`, people }
}

/** A venue with a letter on its way: nobody of it has answered yet. */
export function letterOut(
  letter: Pick<VenueStory, 'slug' | 'name' | 'address' | 'phone' | 'gist' | 'district'> & {
    on: number
  },
): VenueStory {
  const { on, ...venue } = letter
  const email = `hello@${venue.slug.replaceAll('-', '')}.example`
  const nobodyYet = { securityStaff: null, team: [], rosters: [], journey: null }
  return { ...venue, ...nobodyYet, invited: { on, email, claimed: null } }
}

/** People by their positions, with the names from this place of the list on. */
function employees(names: number, team: readonly StaffPosition[]) {
  return team.map((position, place) => {
    const name = staffNames[names + place]
    if (!name) throw new Error(`Nobody is left to hire at ${names + place}.`)
    return { name, position }
  })
}

function trainedBy(position: StaffPosition, classOn: number, tookClass: boolean) {
  const leads = ['owner', 'manager', 'door'].includes(position)
  const checks = ['bartender', 'barback', 'door'].includes(position)
  return {
    ...(position === 'kitchen' ? {} : servesResponsibly(classOn - 40)),
    ...(tookClass && position !== 'kitchen' && { 'sexual-assault-intervention': classOn }),
    ...(checks && { 'fake-id': classOn - 30 }),
    ...(leads && { 'de-escalation': classOn - 35 }),
  }
}

/** A course with its last day printed on the card, three years on. */
function servesResponsibly(on: number): RosterPerson['trained'] {
  return { 'responsible-service': [on, on + 1095] }
}

/** Everything that the essentials ask, written on a day by the owner or whoever is named. */
export function everything(house: House, on: number, by: PersonKey = house.owner): Preparation {
  return { on, by, policies: policiesOf(house), evidence: evidenceOf(house, on) }
}

/** The policies of these templates; all that the essentials ask where none are named. */
export function policiesOf(house: House, templates = Object.keys(commonWords)): PolicyText[] {
  const { own, seats, district } = house
  const rides = ridesStop[district]
  const filled = (text: string) =>
    text
      .replace('{seats}', String(seats))
      .replace('{rides}', rides)
      .replace('{Rides}', capital(rides))
  return templates.map((template) => {
    const place = Object.keys(commonWords).indexOf(template)
    const { standard = '', wordings = [] } = commonWords[template] ?? {}
    const common = wordings[(house.names + house.seats + place) % wordings.length] ?? {}
    const entries = Object.entries({ ...common, ...own[template] })
    const sections = Object.fromEntries(entries.map(([anchor, text]) => [anchor, filled(text)]))
    return { template, standard, sections }
  })
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function evidenceOf(house: House, on: number): EvidenceStory[] {
  const { owner, seats, phone, district } = house
  const { name } = cast[owner]
  const signed = (standard: string): EvidenceStory => ({
    ...{ kind: 'attestation', standard, signedBy: name, on },
  })
  return [
    ...['SRV-3', 'CARE-1', 'OPS-2'].map(signed),
    { standard: 'OPS-2', kind: 'blank_form', file: 'incident-form.pdf', name: 'Incident form.pdf' },
    { standard: 'OPS-3', kind: 'photo', file: `limit-${seats}.jpg`, name: 'Sign by the door.jpg' },
    { standard: 'HOME-1', kind: 'photo', file: wayHomeFiles[district], name: 'Card.jpg' },
    { standard: 'HOME-1', kind: 'acknowledgement', on },
    { standard: 'MGT-2', kind: 'contact', name: `${name}, owner`, reach: phone },
    ...yearly(house, on),
  ]
}

/** What is asked anew each year: who has read the policies, and a talk with the liaison. */
export function yearly({ owner, team, district }: House, on: number): EvidenceStory[] {
  const everybody = team.length + 1
  const liaison = cast[storyDistricts[district]]
  const spokeWith = { name: `${liaison.title} ${liaison.name}`, on: on - 2 }
  const read = { count: everybody, total: everybody, signedBy: cast[owner].name, on }
  return [
    { standard: 'MGT-1', kind: 'count', ...read },
    { standard: 'MGT-2', kind: 'conversation', ...spokeWith },
  ]
}

type Letter = {
  opening: string
  closing: string
  /** Standard, the venue's own words that it speaks of, what they do well, whom it helps. */
  strengths: [standard: string, quote: string | null, words: string, helps: string][]
  more?: PartStory[]
  /** Days after the share; a letter that nobody of the venue has opened has no `seen`. */
  read?: number
  sent?: number
  seen?: number | null
  seenBy?: PersonKey
  replies?: LetterStory['replies']
}

/** A share and the letter that answers it, a few days later. */
export function round(house: House, sharedOn: number, words: string, letter?: Letter): RoundStory {
  const { owner, district } = house
  const share = { sharedOn, by: owner, words }
  if (!letter) return share
  const { opening, closing, strengths, more = [], read = 3, sent = 5, seen = 6, replies } = letter
  const parts = [...strengths.map(strength), ...more]
  return {
    ...share,
    letter: {
      by: storyDistricts[district],
      ...{ startedOn: sharedOn + read, sentOn: sharedOn + sent, opening, closing, parts },
      ...(seen !== null && { seenBy: { person: letter.seenBy ?? owner, on: sharedOn + seen } }),
      ...(replies && { replies }),
    },
  }
}

function strength([standard, quote, words, helps]: Letter['strengths'][number]): PartStory {
  const of = standard === 'CARE-1' ? 'training' : standard === 'MGT-1' ? 'count' : 'policy'
  return { kind: 'strength', standard, words, helps, of, ...(quote !== null && { quote }) }
}
