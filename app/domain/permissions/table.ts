import { type Role, roles, venueRoles } from '~db/vocabulary'
import type { Actor, Membership } from '../context'
import type { Subject } from './action-subjects'
import { type Action, actionAreas, actions } from './actions'

/** What a yes can depend on. Each is found by changing that one thing and asking the predicate again. */
export const conditions = [
  'ownPlace',
  'confirmed',
  'bothFactors',
  'notOwnVenue',
  'notThemselves',
  'agreed',
  'notRecused',
  'everythingInPlace',
  'anotherPerson',
] as const
export type Condition = (typeof conditions)[number]

export type Answer = { allowed: boolean; conditions: Condition[] }

type Case = { actor: Actor; subject: Subject }

const subject: Subject = {
  venueId: 'ven_here',
  districtId: 'dis_here',
  state: 'ready',
  access: null,
  personId: 'per_another',
  foundReadyBy: 'per_another',
  accreditedBy: 1,
}

/** The case in which a condition is not met, all else being well. */
const without: Record<Condition, (all: Case) => Case> = {
  ownPlace: changedPlaces((place) => ({
    ...place,
    venueId: place.venueId && 'ven_elsewhere',
    districtId: place.districtId && 'dis_elsewhere',
  })),
  confirmed: changedPlaces((place) => ({ ...place, confirmed: false })),
  bothFactors: ({ actor, subject }) => ({ subject, actor: { ...actor, factors: ['password'] } }),
  notOwnVenue: ({ actor, subject }) => {
    const own = placeAs('owner')
    return { subject, actor: { ...actor, memberships: [...actor.memberships, own] } }
  },
  notThemselves: ({ actor, subject }) => ({
    actor,
    subject: { ...subject, personId: actor.person.id },
  }),
  agreed: ({ actor, subject }) => ({ subject, actor: { ...actor, agreed: false } }),
  notRecused: ({ actor, subject }) => ({ actor, subject: { ...subject, access: 'recused' } }),
  everythingInPlace: ({ actor, subject }) => ({ actor, subject: { ...subject, state: 'shared' } }),
  anotherPerson: ({ actor, subject }) => ({
    actor,
    subject: { ...subject, foundReadyBy: actor.person.id, accreditedBy: 2 },
  }),
}

/** Every action with what each role is answered, by the predicates themselves. */
export function permissionsTable() {
  return actionAreas.map((area) => ({
    area,
    rows: actions[area].map((action) => ({
      name: action.name,
      words: action.words,
      answers: Object.fromEntries(roles.map((role) => [role, answerFor(role, action)])) as Record<
        Role,
        Answer
      >,
    })),
  }))
}

function answerFor(role: Role, { ask }: Action): Answer {
  const all: Case = { actor: someoneAs(role), subject }
  const granted = ({ actor, subject }: Case) => ask(actor, subject).allowed
  if (!granted(all)) return { allowed: false, conditions: [] }
  return {
    allowed: true,
    conditions: conditions.filter((condition) => !granted(without[condition](all))),
  }
}

/** Somebody who is that one thing here, confirmed, and signed in with everything that can be asked for. */
function someoneAs(role: Role): Actor {
  return {
    person: { id: 'per_one', email: '', name: '', title: null, locale: 'en' },
    memberships: [placeAs(role)],
    factors: ['email_code', 'password', 'totp'],
    provedAt: new Date(0),
    agreed: true,
    away: false,
  }
}

function placeAs(role: Role): Membership {
  const ofVenue = (venueRoles as readonly Role[]).includes(role)
  const ofDistrict = role === 'liaison' || role === 'district_viewer'
  return {
    id: 'mem_one',
    role,
    venueId: ofVenue ? 'ven_here' : null,
    districtId: ofDistrict ? 'dis_here' : null,
    field: role === 'partner' ? 'fire' : null,
    confirmed: true,
  }
}

function changedPlaces(change: (place: Membership) => Membership) {
  return ({ actor, subject }: Case): Case => ({
    subject,
    actor: { ...actor, memberships: actor.memberships.map(change) },
  })
}
