import type { VenueStory } from './story'

export const saltmarsh: VenueStory = {
  slug: 'saltmarsh-kitchen-and-bar',
  name: 'Saltmarsh Kitchen & Bar',
  address: '187 Harbor Street, Old Ferry Quarter',
  phone: '(202) 555-0123',
  district: 'Harbor Street',
  gist: 'Shared four days ago; a first read is due.',
  securityStaff: false,
  invited: { on: -62, email: 'leila@saltmarsh.example', claimed: { by: 'leila', on: -57 } },
  team: [],
  rosters: [
    {
      on: -20,
      by: 'leila',
      fileName: 'saltmarsh-staff.csv',
      people: [
        {
          name: 'Leila Farouk',
          position: 'owner',
          hired: -2100,
          trained: {
            'responsible-service': [-320, 775],
            'sexual-assault-intervention': -75,
            'de-escalation': -90,
          },
        },
        {
          name: 'Harriet Blum',
          position: 'manager',
          hired: -1400,
          trained: {
            'responsible-service': [-310, 785],
            'sexual-assault-intervention': -75,
            'de-escalation': -90,
          },
        },
        {
          name: 'Solomon Adeyemi',
          position: 'bartender',
          hired: -800,
          trained: {
            'responsible-service': [-300, 795],
            'sexual-assault-intervention': -75,
            'fake-id': -140,
          },
        },
        {
          name: 'Bianca Moretti',
          position: 'bartender',
          hired: -430,
          trained: { 'responsible-service': [-200, 895], 'fake-id': -140 },
        },
        {
          name: 'Nguyễn Lan',
          position: 'server',
          hired: -900,
          trained: { 'responsible-service': [-280, 815], 'sexual-assault-intervention': -75 },
        },
        {
          name: 'Ezra Cohen',
          position: 'server',
          hired: -300,
          trained: { 'responsible-service': [-200, 895], 'sexual-assault-intervention': -75 },
        },
        {
          name: 'Imani Brooks',
          position: 'server',
          hired: -120,
          trained: { 'responsible-service': [-100, 995] },
        },
        { name: 'Peter Novak', position: 'host', hired: -12, trained: {} },
        { name: 'Rosa Delgado', position: 'kitchen', hired: -1800, trained: {} },
        { name: 'Samuel Tetteh', position: 'kitchen', hired: -650, trained: {} },
      ],
    },
  ],
  journey: {
    startedOn: -55,
    by: 'leila',
    prepared: {
      on: -30,
      by: 'leila',
      policies: [
        {
          template: 'age-and-id',
          standard: 'SRV-1',
          sections: {
            purpose: 'Families eat beside the bar here. The check is what keeps both happy.',
            covers: 'The bar, the dining room and Sunday brunch.',
            leads: 'The bar lead; at brunch, the floor manager.',
            'accepted-ids':
              'Driver’s licenses, state IDs, passports, military IDs. A card with pictures hangs inside the service door.',
            'when-we-check':
              'At the first drink, everyone who looks under 35, and each person at a table that orders a bottle.',
            'doubtful-id':
              'The server says, “I’d like my colleague to see this too,” and brings the bar lead. If the two disagree we bring the mocktail list and the card goes back.',
            'refusal-words': '“I can’t, and dinner is still on. May I bring you the cucumber one?”',
            'how-staff-learn': 'A week beside a lead and the class within three months.',
            'review-date': 'Each October.',
          },
          reviewIn: 320,
        },
        {
          template: 'responsible-service',
          standard: 'SRV-2',
          sections: {
            purpose: 'Food first. People who have eaten enjoy the wine more and the morning too.',
            covers: 'Everyone who takes an order.',
            leads: 'The floor manager.',
            signs:
              'We watch for the fork that stays down while the glass goes up. We say “low tide” to the kitchen and bread comes out.',
            pacing:
              'Bread and water within three minutes, and the sommelier’s pour is four ounces, not five.',
            refusal:
              '“Let’s let the kitchen catch up with you.” If that is not heard, the manager sits down and says it plainly.',
            promotions: 'Oysters on Tuesdays. Never the drinks.',
            'manager-support':
              'A server’s no goes on the ticket in red, so that the next one of us says the same.',
            'group-rounds': 'Pitchers only with food, one glass per head.',
            'how-staff-learn':
              'The course in the first month and the “low tide” story on the first day.',
            'review-date': 'Each October.',
            'counsel-or-insurer': 'Our insurer is reading it now.',
          },
          reviewIn: 320,
        },
        {
          template: 'staff-alcohol',
          standard: 'SRV-3',
          sections: {
            purpose: 'Knives, hot oil, stairs.',
            'shift-rules':
              'No alcohol from clocking in to clocking out. Wine tasting on Wednesdays, with spit cups, before the shift meal. No shift drinks; there is a staff dinner with everything but.',
            'fit-for-work':
              'Chef and manager decide together. A car home, and the next shift is not in question.',
            'reporting-worries':
              'To the owner or to chef, or a note in the blue box, which both open together.',
            'how-staff-learn': 'At the first staff dinner.',
          },
        },
        {
          template: 'harassment-response',
          standard: 'CARE-2',
          sections: {
            purpose:
              'We learned from a night on which we did too little, and this is what we wish we had known.',
            covers: 'Guests and all of us, the kitchen as much as the floor.',
            leads: 'The trained lead on the shift, marked on the board by the pass.',
            recognize:
              'Someone who holds on to the server. A plate that is not touched. A hand on a wrist.',
            'step-in':
              'One of us brings the check to the wrong person and apologizes at length. The other one asks the guest by the coat rack whether they are all right.',
            'private-place': 'The private dining room, with the lamp on and the door ajar.',
            'guest-choices':
              'We ask what they would like and name the choices slowly: a friend, a car, the advocates, a doctor, the police, or simply a seat. They can change their mind as often as they need to.',
            'advocate-line': 'Inside the dining room door, in the restrooms and in every apron.',
            recording: 'That night, by the lead, in the guest’s words. The owner keeps it.',
            'staff-or-regular': 'The kitchen too. Chef signed this page first.',
            'how-staff-learn':
              'The class each fall. New people talk through this page with the lead in their first week.',
            'review-date': 'Each October, with the advocate who taught us.',
            'counsel-or-insurer': 'Not yet.',
          },
          reviewIn: 320,
        },
        {
          template: 'calling-police',
          standard: 'OPS-1',
          sections: {
            purpose: 'We call for people, not against people.',
            'always-call':
              'A weapon, an injury, a fight, a child left alone, and whenever a guest asks.',
            'consider-call': 'A walk-out with threats. A guest who drives off after a bottle.',
            'who-calls':
              'The host calls from the stand, the manager meets the officers on the ramp.',
            'what-to-say':
              '“Saltmarsh, 187 Harbor Street, ramp on the water side.” Who is hurt, what happened, what we need.',
            'scene-and-witnesses':
              'We move the neighboring tables to the terrace, with their plates and an apology. Nobody clears the table where it happened.',
            'how-staff-learn': 'Card at the stand.',
          },
        },
        {
          template: 'occupancy',
          standard: 'OPS-3',
          sections: {
            purpose: 'One hundred and twenty with the terrace, and the ramp stays free for wheels.',
            limit: 'One hundred and twenty. The sign hangs at the stand.',
            counting:
              'The booking book knows every chair; the bar has fourteen stools and eight places to stand.',
            'egress-checks':
              'Ramp, kitchen door, terrace gate, at four and at nine, by the host with the list.',
            'line-care': 'Names on the list, and a text when the table is laid.',
            'how-staff-learn': 'The host walks it with each new person.',
            'review-date': 'Each May.',
          },
        },
        {
          template: 'de-escalation',
          standard: 'OPS-4',
          sections: {
            purpose: 'Hungry people are short with each other. Usually bread is the answer.',
            'early-signs': 'A napkin thrown on the table.',
            roles: 'The manager talks; the server goes to the kitchen; the bar watches the door.',
            words: '“I’d like to make this right. Would you come with me to the stand?”',
            'leaving-safely':
              'With coat, bag and a word about the ride. Who has had too much waits on the settee by the stand, with one of us.',
            aftercare: 'The shift meal waits until everyone has sat down.',
            'how-staff-learn':
              'The class for owner and manager. A scene each month at the shift meal.',
          },
        },
        {
          template: 'getting-home',
          standard: 'HOME-1',
          sections: {
            purpose:
              'Dinner guests leave at ten, bar guests at one, and they need different things.',
            'zone-and-hours':
              'The zone by the old Ferry House, Thursday to Saturday nights, 10 PM to 3 AM. Before ten, rides stop at our ramp.',
            'staff-script': '“Shall I ask your driver to the ramp or to the clock?”',
            'vulnerable-guests':
              'The settee, a charger, somebody beside them, a call to whoever they name.',
            'staff-journey': 'The late bar team shares a car that the house pays for.',
            'how-staff-learn': 'From the card at the stand.',
            'review-date': 'When the zone changes.',
          },
        },
      ],
      evidence: [
        { standard: 'SRV-3', kind: 'attestation', signedBy: 'Leila Farouk', on: -8 },
        { standard: 'CARE-1', kind: 'attestation', signedBy: 'Leila Farouk', on: -8 },
        {
          standard: 'OPS-2',
          kind: 'blank_form',
          file: 'saltmarsh-incident-form.pdf',
          name: 'Incident page.pdf',
        },
        { standard: 'OPS-2', kind: 'attestation', signedBy: 'Leila Farouk', on: -8 },
        {
          standard: 'OPS-3',
          kind: 'photo',
          file: 'saltmarsh-posted-limit.jpg',
          name: 'Sign at the stand.jpg',
        },
        {
          standard: 'HOME-1',
          kind: 'photo',
          file: 'saltmarsh-way-home.jpg',
          name: 'Card at the stand.jpg',
        },
        {
          standard: 'HOME-1',
          kind: 'acknowledgement',
          on: -8,
          words: 'The hosts know both places.',
        },
        { standard: 'MGT-1', kind: 'count', count: 9, total: 10, signedBy: 'Leila Farouk', on: -7 },
        {
          standard: 'MGT-2',
          kind: 'contact',
          name: 'Harriet Blum, floor manager',
          reach: '(202) 555-0123',
        },
      ],
    },
    rounds: [
      {
        sharedOn: -4,
        by: 'leila',
        words:
          'The talk with a liaison has not happened yet; any afternoon but Friday is good. Page one of the harassment paper was hard to write. Please read it kindly.',
      },
    ],
  },
}
