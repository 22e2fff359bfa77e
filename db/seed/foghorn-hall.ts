import type { PolicyText, VenueStory } from './story'

const policies: PolicyText[] = [
  {
    template: 'age-and-id',
    standard: 'SRV-1',
    sections: {
      purpose:
        'Most of our shows are for all ages. The ID check is what lets a sixteen-year-old hear a band and lets us sleep.',
      covers: 'The door, three bars, the balcony and every outside promoter.',
      leads: 'The door captain, and the bar captain once doors are closed.',
      'accepted-ids':
        'Licenses and state IDs of all states, passports, military IDs, ID apps that open in front of us. The current guidebook is at each door post.',
      'when-we-check':
        'Everybody at the door. A green band means 21, no band means no alcohol, and bands go on at the wrist by our hand, never handed over.',
      'doubtful-id':
        'The checker turns the card over to the captain and says “second look, please.” The captain checks it under the lamp. If it stays in doubt, the guest comes in without a band.',
      'refusal-words': '“You are in, and tonight it is soda. The band starts at nine.”',
      'door-and-bar':
        'The door tells the bars by radio when a group came in with mixed bands. The bar looks at the wrist each time, also the tenth.',
      'how-staff-learn':
        'A four-hour shift at the lamp with the captain, then the fake ID class within the month.',
      'review-date': 'Each February, in our dark week.',
      'counsel-or-insurer': 'Both have read it.',
    },
    reviewIn: 80,
    reviewedByCounsel: true,
  },
  {
    template: 'responsible-service',
    standard: 'SRV-2',
    sections: {
      purpose: 'Four hundred people in the dark can’t all be known by name, so we watch in pairs.',
      covers: 'Three bars, runners, the balcony and the green room.',
      leads: 'The bar captain.',
      signs:
        'Swaying against the beat, a wet sleeve, a friend who holds the elbow. The bar back carries the word from bar to bar.',
      pacing:
        'Free water at both ends of each bar, one drink per person per order after eleven, and pretzels in every intermission.',
      refusal: '“Next one is water, on us, and I’ll keep your place at the rail.”',
      promotions:
        'The drink of the show has a soft twin at half the price. No buckets, no doubles after eleven.',
      'manager-support':
        'The captain comes on “captain to bar two,” stands beside the bartender, and repeats the no in the same words.',
      'group-rounds':
        'One hand, one drink. Friends come to the bar themselves and bring their wrists.',
      'how-staff-learn':
        'The course before the first show, and five minutes of it at each pre-show meeting.',
      'review-date': 'Each February.',
      'counsel-or-insurer': 'Our insurer uses it as an example for others.',
    },
    reviewIn: 80,
    reviewedByCounsel: true,
  },
  {
    template: 'staff-alcohol',
    standard: 'SRV-3',
    sections: {
      purpose: 'The load-out at 2 AM is heavy, and so are the cases.',
      covers: 'Crew, bars, door, office. Bands follow the green-room rule.',
      'shift-rules':
        'None before or during a show. After load-out one, from the crew fridge, if the stage manager has signed the floor off.',
      'fit-for-work':
        'The captain sends you home in a house car and calls the stand-by list. No questions until noon.',
      'guests-and-coworkers': 'No phone numbers from wristbands, tickets or the guest list, ever.',
      'reporting-worries':
        'To any captain, to the owner, or to the outside line on the crew board.',
      'how-staff-learn': 'First page of the crew book.',
      'review-date': 'Each February.',
    },
  },
  {
    template: 'harassment-response',
    standard: 'CARE-2',
    sections: {
      purpose: 'A crowd is where people lose themselves in a good way. We keep it good.',
      covers: 'The floor, the balcony, the line, the green room, the bus.',
      leads: 'The guest-safety champion; on a show, the floor captain.',
      recognize:
        'A ring that opens in the crowd. A guest walking out with someone who does the walking for both.',
      'step-in':
        'Two of us with flashlights pointed down. “Hi, we lost a bag here, can you both help us look?” Then one of us with each.',
      'private-place': 'The old ticket office: warm, a door that locks from inside, a phone.',
      'guest-choices':
        'We say: “I believe you. What would help right now?” Then we name all of it: friend, car, advocate line, doctor, police, going back to the show. We do what the guest picks, and call 911 without asking only when somebody is in danger.',
      'advocate-line': 'In each restroom, in the ticket office and on the crew badge.',
      recording:
        'The floor captain writes it before load-out. Champion and owner read it; it is locked in the office.',
      evidence: 'Cup into a bag, spot roped off, camera of all four doors saved for that hour.',
      'staff-or-regular':
        'Also when it is the headliner. The show can stop; we have done it once and would do it again.',
      'how-staff-learn':
        'The full class for everyone who meets guests, refreshed every fall with the advocate center on our stage.',
      'review-date': 'Each February, with our advocate.',
      'counsel-or-insurer': 'Our counsel has read it.',
    },
    reviewIn: 80,
    reviewedByCounsel: true,
  },
  {
    template: 'help-code',
    standard: null,
    sections: {
      purpose: 'It is loud here. A quiet word has to be enough.',
      covers: 'All bars, the coat check and the balcony.',
      leads: 'The champion.',
      wording: '“Is there a North Star tonight?”',
      'who-acts':
        'Whoever is asked says “right this way” and walks with the guest to the ticket office. The next one on the radio says “star” and nothing else.',
      escort:
        'One of us stays with the guest until they say that they are fine. A second one walks them to the car by the stage door.',
      'follow-up': 'The champion calls the next day if the guest said yes to that.',
      'how-staff-learn':
        'Played through with every crew each spring and fall, on stage, in full noise.',
      'review-date': 'Each February.',
    },
  },
  {
    template: 'calling-police',
    standard: 'OPS-1',
    sections: {
      purpose: 'One early call has saved us three late ones.',
      covers: 'Everyone with a radio, and everyone without one.',
      'always-call':
        'Weapon, crush, someone not breathing well, a fight over more than two people, a threat against the building, any guest who asks.',
      'consider-call':
        'Ticket fraud at the door, a car blocking the fire lane, a guest who will not go home.',
      'who-calls':
        'The door captain calls; the stage manager brings up the lights; security opens the fire lane.',
      'what-to-say':
        '“Foghorn Hall, 260 Harbor Street, use the stage door on Rope Walk.” People hurt first, then what, then how many.',
      'scene-and-witnesses':
        'Rope, two chairs, one of us at each. Cards at the coat check for people who saw it and want to leave a number.',
      'how-staff-learn': 'On the badge, and one call is played through each spring.',
      'review-date': 'Each February, with our liaison.',
    },
    reviewIn: 80,
  },
  {
    template: 'occupancy',
    standard: 'OPS-3',
    sections: {
      purpose: 'Four hundred is a number in a law, and 380 is a number on our tickets.',
      covers: 'Floor, balcony, green room.',
      limit:
        'Four hundred in the house, sixty of them on the balcony. Signs at the front door, the balcony stairs and the stage door.',
      counting:
        'Scanners count in, clickers count out, and the two captains compare every twenty minutes. At 380 the door waits.',
      'egress-checks':
        'Seven exits, each opened by hand before doors, at intermission, and before the encore. The list is signed.',
      'line-care':
        'Along the Rope Walk wall, with heaters in winter. One of us walks it with water and tells people when they will be in.',
      'how-staff-learn': 'New captains count three shows beside an old one.',
      'review-date': 'Each May, with the fire marshal’s office.',
      'counsel-or-insurer': 'The fire marshal’s office has a copy of the exit list.',
    },
    reviewIn: 170,
  },
  {
    template: 'de-escalation',
    standard: 'OPS-4',
    sections: {
      purpose: 'We carry cases, not people.',
      covers: 'Door, security, captains, and partners from the first minute of their shift.',
      'early-signs': 'Backs turned to the stage.',
      roles:
        'One talks, one stands at the side, one opens a path. Security stays back until the talker raises a hand.',
      words:
        '“You paid for this show and I want you to hear it. Come and breathe with me by the door.”',
      'leaving-safely':
        'Through the ticket office, with coat and phone, and with a friend told. Nobody goes out alone who can’t say where they live.',
      aftercare:
        'Captain’s circle on the stage edge: what happened, who needs a day off, who calls whom tomorrow.',
      'how-staff-learn': 'The class every two years, and a scene before each big show.',
      'review-date': 'Each February.',
      'counsel-or-insurer': 'Our insurer has read it.',
    },
    reviewIn: 80,
  },
  {
    template: 'security-partners',
    standard: null,
    sections: {
      purpose: 'A partner at our door speaks with our voice.',
      credentials:
        'We look each person up in the public register on the first Monday of the month and before a first shift. No current entry, no shift.',
      briefing: 'Partners stand in the same pre-show circle as we do and hear the same scene.',
      'limits-of-force':
        'A hand on a shoulder to guide, and no further, unless somebody is about to be hurt. Then as little as ends it, and a page in the log.',
      'visible-id':
        'Name and number on the chest, in letters that can be read from two steps away.',
      'how-staff-learn': 'One full night beside the door captain.',
      'review-date': 'Each February.',
    },
  },
  {
    template: 'getting-home',
    standard: 'HOME-1',
    sections: {
      purpose: 'Four hundred people want a car at 11:40.',
      covers: 'Guests, crew, bands.',
      'zone-and-hours':
        'The Harbor Street loading zone by the old Ferry House, Thursday to Saturday nights, 10 PM to 3 AM. The map is on the ticket, the stairs and the last slide before the lights go up.',
      'staff-script':
        '“Rides stop under the clock, two minutes to your left. The hall stays warm for half an hour, no hurry.”',
      'vulnerable-guests':
        'Coat check turns into a waiting room after the show: chairs, chargers, tea, two of us.',
      'staff-journey': 'The crew van leaves at 2:15 and drives everybody to the door.',
      'how-staff-learn': 'From the captain at the last circle before doors open.',
      'review-date': 'On each change of the zone.',
    },
    reviewIn: 80,
  },
  {
    template: 'good-neighbor',
    standard: 'HOME-2',
    sections: {
      purpose: 'We were here before the apartments, and we would like both to stay.',
      covers: 'Shows, load-in, load-out, deliveries.',
      sound:
        'The stage door stays closed from 10 PM. One of us stands at the bakery corner in the second song and tells the desk what they hear.',
      litter: 'Both sides of Harbor Street to the bridge, each night, before the van leaves.',
      dispersal:
        'House lights come up in three steps, the last record is always slow, and the door says good night by name to the people it knows.',
      'contact-line':
        'The number on the stage door rings in the captain’s pocket, and somebody calls back before the next song is over.',
      'how-staff-learn': 'One load-out beside the stage manager.',
      'review-date': 'Each April, over coffee with the tenants’ council.',
    },
    reviewIn: 140,
  },
]

export const foghornHall: VenueStory = {
  slug: 'foghorn-hall',
  name: 'Foghorn Hall',
  address: '260 Harbor Street, Old Ferry Quarter',
  phone: '(202) 555-0125',
  district: 'Harbor Street',
  gist: 'Accredited with distinction.',
  securityStaff: true,
  invited: { on: -205, email: 'devon@foghornhall.example', claimed: { by: 'devon', on: -199 } },
  team: [],
  rosters: [
    {
      on: -150,
      by: 'devon',
      fileName: 'foghorn-crew.csv',
      people: [
        {
          name: 'Devon Wright',
          position: 'owner',
          hired: -3800,
          trained: {
            'responsible-service': [-300, 795],
            'sexual-assault-intervention': -160,
            'de-escalation': -240,
          },
        },
        {
          name: 'Ingrid Solberg',
          position: 'manager',
          hired: -1500,
          trained: {
            'responsible-service': [-300, 795],
            'sexual-assault-intervention': -160,
            'de-escalation': -240,
          },
        },
        {
          name: 'Rafael Ortiz',
          position: 'bartender',
          hired: -1300,
          trained: {
            'responsible-service': [-310, 785],
            'sexual-assault-intervention': -160,
            'fake-id': -280,
          },
        },
        {
          name: 'Chidi Okafor',
          position: 'bartender',
          hired: -700,
          trained: {
            'responsible-service': [-310, 785],
            'sexual-assault-intervention': -160,
            'fake-id': -280,
          },
        },
        {
          name: 'Mai Phạm',
          position: 'bartender',
          hired: -420,
          trained: {
            'responsible-service': [-250, 845],
            'sexual-assault-intervention': -160,
            'fake-id': -200,
          },
        },
        {
          name: 'Jonah Weiss',
          position: 'barback',
          hired: -380,
          trained: { 'responsible-service': [-250, 845], 'fake-id': -200 },
        },
        {
          name: 'Lucía Ramos',
          position: 'host',
          hired: -600,
          trained: { 'responsible-service': [-250, 845], 'sexual-assault-intervention': -160 },
        },
        {
          name: 'Owen Blackwood',
          position: 'door',
          hired: -2100,
          trained: {
            'responsible-service': [-320, 775],
            'sexual-assault-intervention': -160,
            'fake-id': -280,
            'de-escalation': -240,
          },
        },
        {
          name: 'Fatou Sarr',
          position: 'door',
          hired: -360,
          trained: {
            'responsible-service': [-240, 855],
            'sexual-assault-intervention': -160,
            'fake-id': -200,
            'de-escalation': -200,
          },
        },
        {
          name: 'Kenji Watanabe',
          position: 'security',
          hired: -520,
          trained: {
            'responsible-service': [-240, 855],
            'sexual-assault-intervention': -160,
            'fake-id': -200,
            'de-escalation': -200,
            'security-license': [-400, 695],
          },
        },
        {
          name: 'Tasha Greene',
          position: 'security',
          hired: -310,
          trained: {
            'responsible-service': [-240, 855],
            'fake-id': -200,
            'de-escalation': -200,
            'security-license': [-330, 765],
          },
        },
        { name: 'Bram de Vries', position: 'other', hired: -900, trained: {} },
      ],
    },
  ],
  journey: {
    startedOn: -197,
    by: 'devon',
    prepared: {
      on: -148,
      by: 'devon',
      policies,
      evidence: [
        { standard: 'SRV-3', kind: 'attestation', signedBy: 'Devon Wright', on: -134 },
        { standard: 'CARE-1', kind: 'attestation', signedBy: 'Devon Wright', on: -134 },
        {
          standard: 'CARE-3',
          kind: 'photo',
          file: 'foghorn-hall-help-code.jpg',
          name: 'Restroom poster.jpg',
        },
        {
          standard: 'CARE-4',
          kind: 'contact',
          name: 'Ingrid Solberg, house manager and champion',
          reach: '(202) 555-0135',
        },
        { standard: 'CARE-4', kind: 'attestation', signedBy: 'Devon Wright', on: -134 },
        {
          standard: 'OPS-2',
          kind: 'blank_form',
          file: 'foghorn-hall-incident-form.pdf',
          name: 'Foghorn incident form.pdf',
        },
        { standard: 'OPS-2', kind: 'attestation', signedBy: 'Devon Wright', on: -134 },
        {
          standard: 'OPS-3',
          kind: 'photo',
          file: 'foghorn-hall-posted-limit.jpg',
          name: 'Sign at the front door.jpg',
        },
        {
          standard: 'OPS-5',
          kind: 'register_check',
          on: -135,
          words: 'Both of our security people, checked on the first Monday of the month.',
        },
        {
          standard: 'OPS-4',
          kind: 'policy',
          template: 'security-partners',
          pointer: 'limits-of-force',
        },
        {
          standard: 'OPS-7',
          kind: 'photo',
          file: 'foghorn-hall-back-hall.jpg',
          name: 'Back hall with the new lights.jpg',
        },
        { standard: 'OPS-7', kind: 'attestation', signedBy: 'Ingrid Solberg', on: -140 },
        {
          standard: 'HOME-1',
          kind: 'photo',
          file: 'foghorn-hall-way-home.jpg',
          name: 'Stairs.jpg',
        },
        { standard: 'HOME-1', kind: 'acknowledgement', on: -134 },
        { standard: 'HOME-2', kind: 'contact', name: 'Night captain', reach: '(202) 555-0136' },
        {
          standard: 'MGT-1',
          kind: 'count',
          count: 12,
          total: 12,
          signedBy: 'Devon Wright',
          on: -134,
        },
        {
          standard: 'MGT-2',
          kind: 'contact',
          name: 'Devon Wright, owner',
          reach: '(202) 555-0125',
        },
        {
          standard: 'MGT-2',
          kind: 'conversation',
          name: 'Sgt. Dana Whitfield',
          on: -140,
          words: 'During soundcheck. We walked all seven exits.',
        },
        {
          standard: 'MGT-3',
          kind: 'attestation',
          signedBy: 'Devon Wright',
          on: -134,
          words:
            'Our door captain spent two Fridays with a tavern down the street and showed them how we keep the line moving.',
        },
      ],
    },
    rounds: [
      {
        sharedOn: -131,
        by: 'devon',
        words:
          'We would like the distinction, if we earn it. The poster is up; the rehearsal is still to come.',
        letter: {
          by: 'dana',
          startedOn: -128,
          sentOn: -125,
          opening:
            'Dear Devon, dear Ingrid, your policies can be heard: I read “star” and knew what everybody in the hall would do next.',
          closing: 'You choose whether and when. As always, it is your call.',
          parts: [
            {
              kind: 'strength',
              standard: 'CARE-2',
              words: 'You put the show second to one guest, and you say that you have done so.',
              helps:
                'It helps every guest who wonders whether anyone would stop the music for them.',
              quote: 'The show can stop; we have done it once and would do it again.',
            },
            {
              kind: 'strength',
              standard: 'OPS-5',
              words:
                'You have {trained} of {inScope} security people with a current license, and you look at the register before anybody stands at your door.',
              helps: 'It helps your captains, who know whom they stand beside.',
              of: 'training',
            },
            {
              kind: 'strength',
              standard: 'CARE-3',
              words:
                'Your poster promises one minute, no questions in front of anybody, and a choice.',
              helps: 'It helps the guest who would never call out.',
              of: 'photo',
            },
            {
              kind: 'next_step',
              standard: 'CARE-3',
              words: 'A first rehearsal of the code with each crew, in full noise, and its date.',
              why: 'A code is as good as the second person who hears it.',
              help: 'The advocate center can join you; I would love to play the lost guest.',
              proposedOn: -110,
              answer: {
                by: 'devon',
                on: -124,
                answer: 'accepted',
                words: 'The Monday before the fall season. Bring earplugs.',
              },
            },
          ],
          seenBy: { person: 'devon', on: -124 },
          replies: [
            {
              by: 'devon',
              on: -124,
              words: 'Ingrid has put your first paragraph on the crew board.',
            },
          ],
        },
      },
      {
        before: {
          on: -108,
          by: 'devon',
          evidence: [
            {
              standard: 'CARE-3',
              kind: 'attestation',
              signedBy: 'Ingrid Solberg',
              on: -110,
              words: 'Two crews, four minutes, one lost guest with a badge.',
            },
          ],
        },
        sharedOn: -106,
        by: 'devon',
        words: 'Rehearsed on Monday. The slowest answer took forty seconds.',
        letter: {
          by: 'dana',
          startedOn: -103,
          sentOn: -101,
          opening:
            'Dear Devon, dear Ingrid, dear crew, everything is in place, and more than we ask.',
          closing: 'How you show it to your guests is up to you.',
          parts: [
            {
              kind: 'strength',
              standard: 'CARE-3',
              words: 'You rehearsed in the noise in which it will be needed, with both crews.',
              helps: 'It helps whoever asks at bar three in the middle of the loudest song.',
              of: 'attestation',
            },
            {
              kind: 'strength',
              standard: 'HOME-2',
              words:
                'You send one of your own to the bakery corner to hear what your neighbors hear.',
              helps: 'It helps the people who sleep above the bakery.',
              quote:
                'One of us stands at the bakery corner in the second song and tells the desk what they hear.',
            },
            {
              kind: 'strength',
              standard: 'CARE-1',
              words:
                'You have {trained} of {inScope} people current in the intervention class, and you hold it on your own stage.',
              helps: 'It helps four hundred guests a night.',
              of: 'training',
            },
          ],
          seenBy: { person: 'devon', on: -100 },
        },
      },
    ],
    certificateOn: -93,
  },
}
