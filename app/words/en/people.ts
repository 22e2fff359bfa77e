import type { PartnerField, Role } from '~db/vocabulary'
import { formatDay, listOf } from './format'
import { roleNames } from './names'

export const fieldNames: Record<PartnerField, string> = {
  fire: 'Fire safety',
  health: 'Health',
  advocate: 'Advocacy for survivors',
}

type Place = { role: Role; district: string | null; field: PartnerField | null }

/** "Liaison, Harbor Street", "Partner reviewer, fire safety": one thing that somebody is to the program. */
export function programPlaceWords({ role, district, field }: Place): string {
  const about = [field && fieldNames[field].toLowerCase(), district].filter(Boolean)
  return [roleNames[role], ...about].join(', ')
}

/** "Coordinator; Liaison, Harbor Street and Old Mill": each role once, with all that belongs to it. */
export function programPlacesWords(places: readonly Place[]): string {
  const roles = [...new Set(places.map(({ role }) => role))]
  return roles
    .map((role) => {
      const held = places.filter((place) => place.role === role)
      if (role === 'partner') return held.map(programPlaceWords).join('; ')
      const wheres = held.flatMap(({ district }) => district ?? [])
      return [roleNames[role], listOf(wheres)].filter(Boolean).join(', ')
    })
    .join('; ')
}

type SignIn = { setUp: boolean; locked: boolean; lastHere: string | null; staff: boolean }

/** How somebody's sign-in stands, as a coordinator reads it. */
export function signInWords({ setUp, locked, lastHere, staff }: SignIn): string {
  const here = lastHere ? `last here ${lastHere}` : 'not here yet'
  if (locked) return `Locked after five failures; ${here}`
  if (!staff && !setUp) return `Signs in with a code by email; ${here}`
  return setUp ? `Sign-in set up; ${here}` : `Sign-in not set up yet; ${here}`
}

/** What just happened on the page of a person, told once. */
export const peopleDone = {
  changed: 'Saved. They were signed out and told by email; what changed holds from now on.',
  ended: 'That place has ended. They were signed out and told by email.',
  removed: 'They are out of the program. They were signed out and told by email.',
  left: 'The venues have been handed over, and everybody concerned is told by email.',
  back: 'They have their districts back, and were told by email.',
  unlocked: 'The account is released. They can sign in again; please tell them.',
  invited: 'The invitation is on its way. It works for 7 days.',
  renewed: 'A new link is on its way. The one before it works no more.',
  withdrawn: 'The invitation is taken back. Its link opens nothing now.',
  recovery_withdrawn:
    'The link opens nothing any more. They cannot sign in until you make a new recovery.',
} as const

export function isDone(text: string | null): text is keyof typeof peopleDone {
  return text !== null && Object.hasOwn(peopleDone, text)
}

/** "On leave until December 12, 2026" */
export function awayWords(until: string): string {
  return `On leave until ${formatDay(until)}`
}

type State = { setUp: boolean; locked: boolean; staff: boolean; away: boolean }

/** The state of a person in the list, in a word or two. */
export function stateTag({ setUp, locked, staff, away }: State) {
  if (locked) return { status: 'Locked', tone: 'next' as const }
  if (away) return { status: 'On leave', tone: 'soft' as const }
  if (staff && !setUp) return { status: 'Not set up yet', tone: 'soft' as const }
  return { status: 'Can sign in', tone: 'place' as const }
}
