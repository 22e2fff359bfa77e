import type { PolicyText, VenueStory } from './story'

const policies: PolicyText[] = [
  {
    template: 'age-and-id',
    standard: 'SRV-1',
    sections: {
      purpose: 'Three generations have drunk here, and each of them was asked for ID.',
      covers: 'The bar, the back room and the dart league on Tuesdays.',
      leads: 'The bartender nearest to the door; on weekends, the door.',
      'accepted-ids':
        'Driver’s license, state ID, passport, military ID. The list with pictures hangs beside the dart board, because that is where people look.',
      'when-we-check':
        'At the first drink, everyone who looks under 35. On Friday and Saturday at the door from nine.',
      'doubtful-id':
        'The second bartender looks, and asks the guest for the zip code on the card. When it does not fit, we hand it back and pour a root beer.',
      'refusal-words': '“Can’t do it, friend. Root beer’s on me.”',
      'how-staff-learn': 'Behind the bar with one of us for two weeks.',
      'review-date': 'Each September.',
      'counsel-or-insurer': 'The insurer has a copy.',
    },
  },
  {
    template: 'responsible-service',
    standard: 'SRV-2',
    sections: {
      purpose: 'We see our guests again next week. That makes it easy to know what to do tonight.',
      covers: 'Everyone who pours.',
      leads: 'The owner, and the senior bartender on her days off.',
      signs: 'We know most people by name, so we go by what is different from last time.',
      pacing:
        'Water with every second beer without asking. Chili until midnight, and it is two dollars after ten.',
      refusal:
        '“You’re at your number. Chili, and I’ll call you a car.” The guests know what a number is.',
      promotions: 'The dart league drinks at the league price, which is the normal price.',
      'manager-support': 'No one here has ever poured over another’s no, and it stays that way.',
      'group-rounds': 'A round goes out with a water for each beer.',
      'how-staff-learn': 'The course in the first month and two weeks beside one of us.',
      'review-date': 'Each September.',
    },
  },
  {
    template: 'staff-alcohol',
    standard: 'SRV-3',
    sections: {
      purpose: 'Bars lose good people to the bar. We want to keep ours.',
      'shift-rules':
        'No drinks on shift. One after lock-up, if you are on foot. There is always a pot of barley tea.',
      'fit-for-work': 'You get sent home in a car, paid, and we talk the next day over breakfast.',
      'reporting-worries':
        'To the owner or to the uncle who owned it before her. He still comes in at four.',
      'how-staff-learn': 'From the sheet by the time clock.',
      'review-date': 'Each January.',
    },
  },
  {
    template: 'harassment-response',
    standard: 'CARE-2',
    sections: {
      purpose: 'Being a regular buys you a stool, and nothing else.',
      covers: 'Guests, us, the league, and the uncle.',
      leads: 'The trained one on the shift. The name is chalked by the taps.',
      recognize: 'Someone who keeps changing stools.',
      'step-in':
        'We move the person to the stool by the taps, where one of us always stands, and talk to the other one in twos.',
      'private-place': 'The upstairs kitchen. Kettle, phone, a window to the street.',
      'guest-choices':
        'Friend, advocate line, car, doctor, police, or just the kettle. The person says which, and it is done.',
      'advocate-line': 'By the kettle, in the restrooms and on the back of the coasters.',
      recording: 'One page the same night, read by the owner, in the safe.',
      evidence: 'The glass goes into a paper bag, the footage onto the stick.',
      'staff-or-regular':
        'A regular who does harm stops being one. If it is one of us, they are off the schedule while someone from outside looks into it, and the person who was hurt loses no shift.',
      'how-staff-learn': 'The class with the advocates, and the refresher each fall.',
      'review-date': 'Each October.',
      'counsel-or-insurer': 'Our counsel has read it.',
    },
    reviewedByCounsel: true,
  },
  {
    template: 'calling-police',
    standard: 'OPS-1',
    sections: {
      purpose: 'We used to think that a call was a bad mark. It is not, and we call sooner now.',
      'always-call':
        'A weapon, a bad injury, a fight that goes on, a threat to come back, or a guest who asks.',
      'consider-call': 'Keys in the wrong hand. A guest who can’t find home.',
      'who-calls':
        'The bartender by the register. The other one goes to the curb with the flashlight.',
      'what-to-say':
        '“Anchor and Oak, 142 Harbor Street, corner of Cooper’s Row.” What, who is hurt, which door.',
      'scene-and-witnesses':
        'Stools around it. Pencil and cards for whoever saw it and would like to leave a number.',
      'how-staff-learn': 'The card by the register.',
      'review-date': 'Each June.',
    },
  },
  {
    template: 'occupancy',
    standard: 'OPS-3',
    sections: {
      purpose: 'Seventy-six, and the back room is not a secret second bar.',
      limit: 'Seventy-six. It is painted over the door since before any of us.',
      counting: 'A clicker on weekends. At seventy the door says “one out, one in.”',
      'egress-checks': 'Front and yard, walked at five and at ten. No kegs in the yard passage.',
      'line-care': 'Along our own windows, so that people can see the game.',
      'how-staff-learn': 'From the door, on a Saturday.',
      'review-date': 'Each May.',
      'counsel-or-insurer': 'The fire marshal’s office looked at the yard passage.',
    },
  },
  {
    template: 'de-escalation',
    standard: 'OPS-4',
    sections: {
      purpose: 'Most of it is darts.',
      'early-signs': 'Somebody who stops laughing when the others go on.',
      roles: 'One talks. One takes the darts. One turns the game up or down.',
      words: '“Come look at something with me.” Then we go and look at the photo of the old ferry.',
      'leaving-safely':
        'Nobody is put out alone. Uncle sits with them in the window until the car comes.',
      aftercare: 'Barley tea, and a call the next morning.',
      'how-staff-learn':
        'The class for the owner and the door; for all of us a scene at the league break.',
      'review-date': 'Each October.',
    },
  },
  {
    template: 'getting-home',
    standard: 'HOME-1',
    sections: {
      purpose: 'We are on the corner where everybody looks for their car.',
      'zone-and-hours':
        'Rides stop by the old Ferry House, across the street, Thursday to Saturday nights, 10 PM to 3 AM. The card is in the window, facing out.',
      'staff-script': '“Across the street, under the clock. Read me the plate when it comes.”',
      'vulnerable-guests': 'Window seat, charger, chili. One of us crosses the street with them.',
      'staff-journey': 'We lock up in twos. The owner drives whoever lives past the bridge.',
      'how-staff-learn': 'You say it forty times on your first Saturday.',
      'review-date': 'When the zone changes.',
    },
  },
]

export const anchorAndOak: VenueStory = {
  slug: 'anchor-and-oak',
  name: 'Anchor & Oak',
  address: '142 Harbor Street, Old Ferry Quarter',
  phone: '(202) 555-0126',
  district: 'Harbor Street',
  gist: 'Accredited; the term ends in a few weeks.',
  securityStaff: false,
  invited: { on: -425, email: 'grace@anchorandoak.example', claimed: { by: 'grace', on: -414 } },
  team: [],
  rosters: [
    {
      on: -366,
      by: 'grace',
      fileName: 'anchor-oak-staff.csv',
      people: [
        {
          name: 'Grace Kim',
          position: 'owner',
          hired: -4200,
          trained: {
            'responsible-service': [-500, 595],
            'sexual-assault-intervention': -380,
            'de-escalation': -500,
          },
        },
        {
          name: 'Desmond Clarke',
          position: 'bartender',
          hired: -2600,
          trained: {
            'responsible-service': [-480, 615],
            'sexual-assault-intervention': -380,
            'fake-id': -420,
          },
        },
        {
          name: 'Yolanda Pérez',
          position: 'bartender',
          hired: -900,
          trained: {
            'responsible-service': [-470, 625],
            'sexual-assault-intervention': -380,
            'fake-id': -420,
          },
        },
        {
          name: 'Piotr Zieliński',
          position: 'barback',
          hired: -700,
          trained: { 'responsible-service': [-460, 635], 'fake-id': -420 },
        },
        {
          name: 'Marcus Bell',
          position: 'door',
          hired: -1200,
          trained: {
            'responsible-service': [-450, 645],
            'sexual-assault-intervention': -380,
            'fake-id': -420,
            'de-escalation': -410,
          },
        },
      ],
    },
    {
      on: -30,
      by: 'grace',
      fileName: 'anchor-oak-refresher.csv',
      people: [
        {
          name: 'Grace Kim',
          position: 'owner',
          hired: -4200,
          trained: { 'sexual-assault-intervention-refresher': -33 },
        },
        {
          name: 'Desmond Clarke',
          position: 'bartender',
          hired: -2600,
          trained: { 'sexual-assault-intervention-refresher': -33 },
        },
        {
          name: 'Yolanda Pérez',
          position: 'bartender',
          hired: -900,
          trained: { 'sexual-assault-intervention-refresher': -33 },
        },
        {
          name: 'Marcus Bell',
          position: 'door',
          hired: -1200,
          trained: { 'sexual-assault-intervention-refresher': -33 },
        },
      ],
    },
  ],
  journey: {
    startedOn: -410,
    by: 'grace',
    prepared: {
      on: -364,
      by: 'grace',
      policies,
      evidence: [
        { standard: 'SRV-3', kind: 'attestation', signedBy: 'Grace Kim', on: -353 },
        { standard: 'CARE-1', kind: 'attestation', signedBy: 'Grace Kim', on: -353 },
        {
          standard: 'OPS-2',
          kind: 'blank_form',
          file: 'anchor-and-oak-incident-form.pdf',
          name: 'Incident form.pdf',
        },
        { standard: 'OPS-2', kind: 'attestation', signedBy: 'Grace Kim', on: -353 },
        {
          standard: 'OPS-3',
          kind: 'photo',
          file: 'anchor-and-oak-posted-limit.jpg',
          name: 'Painted over the door.jpg',
        },
        {
          standard: 'HOME-1',
          kind: 'photo',
          file: 'anchor-and-oak-way-home.jpg',
          name: 'In the window.jpg',
        },
        { standard: 'HOME-1', kind: 'acknowledgement', on: -353 },
        { standard: 'MGT-1', kind: 'count', count: 3, total: 5, signedBy: 'Grace Kim', on: -353 },
        { standard: 'MGT-2', kind: 'contact', name: 'Grace Kim, owner', reach: '(202) 555-0126' },
        {
          standard: 'MGT-2',
          kind: 'conversation',
          name: 'Sgt. Dana Whitfield',
          on: -353,
          words: 'At four, with Uncle. We talked about calling early.',
        },
      ],
    },
    rounds: [
      {
        sharedOn: -352,
        by: 'grace',
        words: 'It is short because we are five people.',
        letter: {
          by: 'dana',
          startedOn: -348,
          sentOn: -345,
          opening:
            'Dear Grace, short is fine. Five people who agree is more than many long policies have. This is what I read.',
          closing: 'As always, the choice is yours.',
          parts: [
            {
              kind: 'strength',
              standard: 'OPS-1',
              words:
                'You changed your mind about calling and wrote it down where a new bartender will read it.',
              helps: 'It helps whoever stands alone by the register on a Tuesday.',
              quote:
                'We used to think that a call was a bad mark. It is not, and we call sooner now.',
            },
            {
              kind: 'strength',
              standard: 'MGT-1',
              words:
                'You have {count} of {total} people who read every page, in a week when the league final was on.',
              helps: 'It helps a team that learns by standing beside each other.',
              of: 'count',
            },
            {
              kind: 'next_step',
              standard: 'MGT-1',
              words: 'When the other two have read the policies, a new count completes this part.',
              why: 'It takes one league break, and it tells you who joined since.',
              help: 'I can bring a sign-in sheet on Tuesday and throw a round of darts with you.',
              proposedOn: -338,
              answer: {
                by: 'grace',
                on: -344,
                answer: 'accepted',
                words: 'Tuesday. You will lose.',
              },
            },
          ],
          seenBy: { person: 'grace', on: -344 },
        },
      },
      {
        before: {
          on: -337,
          by: 'grace',
          evidence: [
            {
              standard: 'MGT-1',
              kind: 'count',
              count: 5,
              total: 5,
              signedBy: 'Grace Kim',
              on: -338,
            },
            {
              standard: 'MGT-2',
              kind: 'conversation',
              name: 'Sgt. Dana Whitfield',
              on: -338,
              words: 'League night. Sgt. Whitfield lost.',
            },
          ],
        },
        sharedOn: -335,
        by: 'grace',
        words: 'All five have signed.',
        letter: {
          by: 'dana',
          startedOn: -331,
          sentOn: -329,
          opening: 'Dear Grace, everything is in place, and I owe you a root beer.',
          closing: 'What you do with it is your choice.',
          parts: [
            {
              kind: 'strength',
              standard: 'MGT-1',
              words:
                'You had all five of your people read every page within a week, between two legs of darts.',
              helps: 'It helps your guests meet the same answer from each of you.',
              of: 'count',
            },
            {
              kind: 'strength',
              standard: 'CARE-2',
              words: 'You wrote the sentence that many owners find hardest, and you put it first.',
              helps: 'It helps your own team most of all.',
              quote: 'Being a regular buys you a stool, and nothing else.',
            },
          ],
          seenBy: { person: 'grace', on: -328 },
        },
      },
    ],
    certificateOn: -322,
  },
}
