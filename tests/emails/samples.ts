import type { Surroundings } from '~emails/blocks'
import type { EmailFacts, EmailKind } from '~emails/facts'

/** Names as people have them, and as somebody might type them to do harm. */
export const hostile = '<script>alert(1)</script> & "Sons" <img src=x onerror=alert(2)>'

export const around: Surroundings = {
  url: (path) => `https://lamplight.example.gov${path}`,
  program: {
    name: 'Lamplight',
    place: 'Washington, DC',
    issuer: 'Lamplight program of the demo city police department and its partners',
    contactEmail: 'hello@lamplight.example',
    contactPhone: '(202) 555-0117',
    emergencyNumber: '911',
    advocateLine: { name: 'Demo City Advocate Line', phone: '(202) 555-0142' },
  },
}

/** One of each email, about a venue of this name. */
export function samples(venue: string): { [Kind in EmailKind]: EmailFacts[Kind] } {
  return {
    'sign-in-code': { code: '7K3M-9XQD', minutes: 10 },
    'proof-code': { code: '7K3M-9XQD', minutes: 10 },
    'sign-in-changed': { change: 'passkey_added' },
    'recovery-code-used': { left: 9 },
    'staff-sign-in': { path: '/sign-in/staff' },
    'staff-setup': { name: venue, path: '/sign-in/setup/token', expires: '2026-11-29' },
    'staff-locked': { name: venue, own: false, path: '/coordinator/people/per_1' },
    'program-place': {
      reason: 'leave',
      name: venue,
      by: 'Dana Cole',
      before: 'Liaison, Harbor Street',
      after: 'Coordinator',
      until: '2026-12-12',
      path: '/sign-in',
    },
    'staff-recovery': {
      name: venue,
      by: 'Dana Cole',
      path: '/sign-in/setup/token',
      expires: '2026-11-24',
    },
    'staff-recovery-told': {
      name: 'Kim Cole',
      by: 'Dana Cole',
      person: venue,
      own: false,
      path: '/coordinator/people/per_1',
    },
    'liaison-changed': {
      name: 'Rosa Alvarez',
      liaison: 'Officer Samir Patel',
      before: 'Sgt. Jordan Lee',
      venues: [{ venue, district: 'Harbor', hearBy: '2026-12-04', path: '/venue/ven_1' }],
    },
    'liaison-takes-over': {
      name: 'Samir Patel',
      before: 'Sgt. Jordan Lee',
      districts: ['Harbor'],
      venues: [{ venue, hearBy: '2026-12-04' }],
      path: '/liaison',
    },
    'viewer-welcome': { name: 'Bo Lindgren', district: venue, path: '/districts/harbor/status' },
    invitation: {
      venue,
      code: 'M4QT-8ZRA',
      path: '/claim',
      expires: '2027-01-21',
      from: { name: 'Dana Cole', title: null },
    },
    'place-invitation': {
      name: 'Cam Lee',
      from: { name: 'Marta Castillo', title: null },
      offer: { role: 'manager', field: null, venue, district: null },
      spoken: false,
      path: '/invited/token',
      expires: '2026-11-29',
    },
    'place-changed': {
      change: 'joined',
      person: 'Cam Lee',
      by: 'Marta Castillo',
      venue,
      role: 'manager',
      toSelf: false,
      path: '/venue/ven_1/people',
    },
    'venue-left': {
      venue,
      by: 'Marta Castillo',
      until: '2026-12-28',
      path: '/venue/ven_1/leave',
    },
    'papers-stay': {
      venue,
      by: 'Keisha Monroe',
      kept: true,
      until: '2027-05-04',
      path: '/venue/ven_1/leave',
    },
    'walk-through': {
      change: 'proposed',
      venue,
      by: 'Sgt. Jordan Lee',
      times: ['Tuesday, December 8, 2026, 2:00 PM', 'Wednesday, December 9, 2026, 10:00 AM'],
      when: '',
      reason: '',
      path: '/walk-throughs/wal_1',
    },
    'account-deleted': { name: venue },
    'join-received': { venue, path: '/venue/ven_1', open: true },
    'join-confirmed': { venue, path: '/venue/ven_1' },
    'join-set-aside': { venue, reason: 'The person who answered did not know your name.' },
    'share-receipt': {
      venue,
      reference: 'LL-4K7Q',
      sharedOn: '2026-11-22',
      hearBy: '2026-12-04',
      readers: ['Sgt. Jordan Lee, liaison', 'Dana Cole, coordinator'],
      path: '/venue/ven_1/rounds/rou_1',
    },
    'application-shared': {
      venue,
      round: 2,
      hearBy: '2026-12-04',
      path: '/liaison/applications/app_1',
    },
    'response-sent': {
      venue,
      liaison: 'Sgt. Jordan Lee',
      opening: 'Thank you for the tour on Thursday.',
      strengths: [
        {
          standard: 'A safe way home',
          words: 'You named who leads last call, so guests see one calm person.',
          quote: 'The closing lead stays by the door until the last guest has a ride.',
        },
      ],
      questions: [{ standard: 'A safe way home', words: 'How do guests usually find their ride?' }],
      steps: [
        {
          standard: 'Occupancy, exits, queues',
          words: 'The posted limit and the counter by the door differ.',
          why: 'Both exits stay usable.',
          help: 'The fire marshal walks through with you.',
          proposedOn: '2026-12-10',
          law: 'DC Fire Code 403.9',
        },
        {
          standard: 'A safe way home',
          words: 'Two lines about the pick-up spot in your closing policy.',
          why: 'Guests find their ride sooner.',
          help: 'I can send sample wording.',
          proposedOn: '2026-12-12',
          law: null,
        },
      ],
      closing: 'As always, the choice is yours.',
      ready: false,
      path: '/venue/ven_1/letters/res_1',
    },
    'certificate-issued': {
      venue,
      number: 'LL-2026-0007',
      expiresOn: '2027-11-22',
      path: '/venue/ven_1/certificate',
      checkPath: '/check/ABCD',
    },
    'zone-told': {
      venue,
      zone: 'Harbor Street East',
      status: 'pilot',
      change: 'The zone now opens at 10 PM.',
      where: ['Harbor Street NW, from 9th to 10th, north side'],
      hours: ['Thu to Sun nights, 10 PM to 3 AM'],
      from: '2026-12-01',
      path: '/venue/ven_1/zones/zon_1/acknowledge',
      publicPath: '/zones/harbor-street-east',
    },
    'zone-tonight': {
      night: '2026-11-26',
      zones: [
        {
          zone: 'Harbor Street East',
          venue,
          hours: '9 PM to 3 AM',
          where: ['Harbor Street NW, from 9th to 10th, north side'],
          script: 'Rides stop on Harbor Street, one block to your left.',
          path: '/zones/harbor-street-east',
        },
        {
          zone: 'Harbor Street East',
          venue: 'Foghorn Hall',
          hours: '9 PM to 3 AM',
          where: ['Harbor Street NW, from 9th to 10th, north side'],
          script: 'Rides stop on Harbor Street, one block to your left.',
          path: '/zones/harbor-street-east',
        },
      ],
      stopPath: '/venue/ven_1/zones/reminders',
    },
    'things-due': {
      name: 'Rosa Alvarez',
      things: [
        {
          venue,
          what: 'Sexual-assault intervention training: 14 of 20 current',
          detail:
            'Sexual-assault intervention, full course: it counts through December 22, 2026 for Marisol Quintana.',
          dueOn: '2026-12-22',
          daysLeft: 30,
          why: 'Guests return to places where staff notice and step in.',
          next: 'Plan the next training, and add it to the team page once it is done.',
          path: '/venue/ven_1/team/stf_1',
        },
      ],
      more: 1,
      pages: [{ venue, path: '/venue/ven_1/due' }],
    },
  }
}
