import type { VisitorName } from './town'

/** What somebody is to a page, whichever venue or district is theirs. */
export type Kind = Exclude<VisitorName, 'otherOwner' | 'otherLiaison' | 'otherViewer'>

/** How an address answers. Whoever it opens to may still be told that the time for a deed is not now. */
export type Outcome =
  | 'opens'
  | 'leads to sign-in'
  | 'asks for the second step'
  | 'is absent'
  | 'is refused'
  | 'has nothing to read'

type Audience = { opens: readonly Kind[]; refused?: readonly Kind[]; others: Outcome }

const team = ['first', 'owner', 'manager', 'helper'] as const
const known = ['owner', 'manager', 'helper'] as const
const desk = ['liaison', 'coordinator'] as const

/** For whom an address is. Somebody signed out, removed or half signed in is asked to sign in before all else. */
export const audiences = {
  everybody: { opens: [], others: 'opens' },
  'whoever is signed in': { opens: [], others: 'opens' },
  'the demo alone': { opens: [], others: 'is absent' },
  'nobody: it is only written to': { opens: [], others: 'has nothing to read' },
  'the team': { opens: team, others: 'is absent' },
  'the confirmed team': { opens: known, others: 'is absent' },
  'the confirmed team; others of it are told why not': {
    opens: known,
    refused: ['first'],
    others: 'is absent',
  },
  'who speaks for the venue': {
    opens: ['owner', 'manager'],
    refused: ['first', 'helper'],
    others: 'is absent',
  },
  'who speaks for the venue, where letters open': {
    opens: ['owner', 'manager'],
    refused: ['helper'],
    others: 'is absent',
  },
  'the district’s own': { opens: ['viewer', 'liaison', 'coordinator'], others: 'is absent' },
  'the desk': { opens: desk, others: 'is refused' },
  'the district’s desk': { opens: desk, others: 'is refused' },
  'the district’s liaison': { opens: ['liaison'], refused: ['coordinator'], others: 'is refused' },
  'the coordinator': { opens: ['coordinator'], others: 'is refused' },
} as const satisfies Record<string, Audience>
export type AudienceName = keyof typeof audiences
