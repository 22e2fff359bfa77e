import type { VenueStory } from './story'

/** Just begun: private to its team. */
export const copperKettle: VenueStory = {
  slug: 'copper-kettle-taproom',
  name: 'Copper Kettle Taproom',
  address: '31 Cooper’s Row, Old Ferry Quarter',
  phone: '(202) 555-0122',
  district: 'Harbor Street',
  gist: 'Just begun; nobody else sees the drafts.',
  securityStaff: null,
  invited: { on: -34, email: 'hank@copperkettle.example', claimed: { by: 'hank', on: -22 } },
  team: [{ person: 'noor', role: 'helper', since: -20 }],
  rosters: [
    {
      on: -11,
      by: 'noor',
      fileName: 'copper-kettle-people.csv',
      people: [
        {
          name: 'Hank Olsen',
          position: 'owner',
          hired: -1500,
          trained: { 'responsible-service': [-600, 495] },
        },
        {
          name: 'Delia Marsh',
          position: 'bartender',
          hired: -700,
          trained: { 'responsible-service': [-500, 595], 'fake-id': -300 },
        },
        {
          name: 'Arjun Mehta',
          position: 'bartender',
          hired: -200,
          trained: { 'responsible-service': [-150, 945] },
        },
        { name: 'Zoë Laurent', position: 'server', hired: -18, trained: {} },
      ],
    },
  ],
  journey: {
    startedOn: -21,
    by: 'hank',
    prepared: {
      on: -9,
      by: 'noor',
      policies: [
        {
          template: 'age-and-id',
          standard: 'SRV-1',
          sections: {
            purpose: 'We make the beer ourselves, and we would like to look its guests in the eye.',
            covers: 'The tap wall, the brew tours and the Saturday market stall.',
            leads: 'Hank’s old rule: whoever holds the glass decides.',
            'accepted-ids': 'License, state ID, passport, military ID.',
            'when-we-check':
              'At the first glass, and again at the market stall, where faces change fast.',
            'doubtful-id': 'To write down: what do we do when only one of us is on?',
          },
        },
        {
          template: 'responsible-service',
          standard: 'SRV-2',
          sections: {
            purpose: 'Strong beer in small glasses.',
            signs: 'Reading the chalkboard out loud. Asking for the nine percent by number.',
            pacing:
              'Tasting trays are five ounces in all. Pretzels are free because salt and water go together.',
          },
        },
      ],
      evidence: [
        { standard: 'MGT-2', kind: 'contact', name: 'Hank Olsen, owner', reach: '(202) 555-0122' },
      ],
    },
    rounds: [],
  },
}

/** Its counsel is reading, and that is a normal state. */
export const nightHeron: VenueStory = {
  slug: 'night-heron',
  name: 'Night Heron',
  address: '5 Rope Walk, Old Ferry Quarter',
  phone: '(202) 555-0127',
  district: 'Harbor Street',
  gist: 'Paused while its counsel reads.',
  securityStaff: false,
  invited: { on: -120, email: 'yusuf@nightheron.example', claimed: { by: 'yusuf', on: -111 } },
  team: [],
  rosters: [
    {
      on: -58,
      by: 'yusuf',
      fileName: 'night-heron-team.csv',
      people: [
        {
          name: 'Yusuf Demir',
          position: 'owner',
          hired: -1300,
          trained: {
            'responsible-service': [-350, 745],
            'sexual-assault-intervention': -80,
            'de-escalation': -100,
          },
        },
        {
          name: 'Celeste Fontaine',
          position: 'bartender',
          hired: -900,
          trained: {
            'responsible-service': [-340, 755],
            'sexual-assault-intervention': -80,
            'fake-id': -160,
          },
        },
        {
          name: 'Kwame Boateng',
          position: 'bartender',
          hired: -500,
          trained: { 'responsible-service': [-330, 765], 'fake-id': -160 },
        },
        {
          name: 'Elif Kaya',
          position: 'server',
          hired: -400,
          trained: { 'responsible-service': [-320, 775], 'sexual-assault-intervention': -80 },
        },
        {
          name: 'Jude Harmon',
          position: 'door',
          hired: -260,
          trained: {
            'responsible-service': [-220, 875],
            'sexual-assault-intervention': -80,
            'fake-id': -160,
            'de-escalation': -100,
          },
        },
      ],
    },
  ],
  journey: {
    startedOn: -108,
    by: 'yusuf',
    prepared: {
      on: -56,
      by: 'yusuf',
      policies: [
        {
          template: 'age-and-id',
          standard: 'SRV-1',
          sections: {
            purpose:
              'Down a stair, behind a curtain: people think that rules stay upstairs. They come down with you.',
            'accepted-ids': 'License, state ID, passport, military ID, in date.',
            'when-we-check': 'Everyone, at the top of the stair, before the coat.',
            'doubtful-id':
              'The door calls down “two for the owner,” and the owner comes up and looks. A doubt is a no, with a walk to the corner and a tip where else the evening is good.',
            'refusal-words': '“Come back with a better card, I will remember you kindly.”',
            'how-staff-learn': 'Ten nights at the stair with the owner.',
          },
        },
        {
          template: 'responsible-service',
          standard: 'SRV-2',
          sections: {
            purpose: 'Nine drinks on the card, each written to be the only one.',
            signs:
              'The candle test: who can no longer light theirs has had enough. Nobody but us knows that it is a test.',
            pacing:
              'A glass of tea between drinks is part of the price. We do not bring the next one before it is drunk.',
            refusal: '“The tea stays on the house. The gin is asleep.”',
            'manager-support': 'The owner says nothing and pours tea for both.',
            'how-staff-learn': 'The course, and a winter of watching.',
          },
        },
        {
          template: 'harassment-response',
          standard: 'CARE-2',
          sections: {
            purpose: 'Dark rooms need bright people.',
            recognize: 'A guest who looks at the curtain more than at their friend.',
            'step-in': 'We relight the candle at the table, both of us, and one stays to chat.',
            'private-place': 'The owner’s apartment is one stair up: kitchen, sofa, phone.',
            'guest-choices':
              'Friend, car, advocates, doctor, police. We ask, we wait, we do what was chosen.',
            'advocate-line': 'On the back of every menu, in small type and plain words.',
            'how-staff-learn': 'The class, together, on a Monday.',
          },
        },
        {
          template: 'calling-police',
          standard: 'OPS-1',
          sections: {
            purpose: 'There is no signal downstairs, so this has to be planned.',
            'always-call': 'A weapon, an injury, smoke, anybody who asks.',
            'who-calls':
              'The bar lifts the red phone, which is a real line. The door stands at the top with a light.',
            'what-to-say': '“Night Heron, 5 Rope Walk, the blue door, one flight down.”',
            'how-staff-learn':
              'Each of us has called the non-emergency line once to hear how it sounds.',
          },
        },
      ],
      evidence: [
        { standard: 'SRV-3', kind: 'attestation', signedBy: 'Yusuf Demir', on: -55 },
        { standard: 'CARE-1', kind: 'attestation', signedBy: 'Yusuf Demir', on: -55 },
        { standard: 'MGT-2', kind: 'contact', name: 'Yusuf Demir, owner', reach: '(202) 555-0127' },
      ],
    },
    rounds: [
      {
        sharedOn: -51,
        by: 'yusuf',
        words: 'Half of it. I wanted to hear how you answer before I write the other half.',
        letter: {
          by: 'dana',
          startedOn: -47,
          sentOn: -44,
          opening:
            'Dear Yusuf, half is a good place to begin, and a fair way to find out how I answer. Here is how.',
          closing:
            'The second half can come when you like, or not at all. The choice stays with you.',
          parts: [
            {
              kind: 'strength',
              standard: 'SRV-2',
              words:
                'You made pacing part of the price and part of the pleasure. I have not seen it done so quietly.',
              helps: 'It helps a guest who would never ask for a break.',
              quote: 'A glass of tea between drinks is part of the price.',
            },
            {
              kind: 'strength',
              standard: 'OPS-1',
              words:
                'You planned for the one thing that your room does not have, and each of you has heard the line answer.',
              helps: 'It helps whoever is nearest to the red phone.',
              quote: 'Each of us has called the non-emergency line once to hear how it sounds.',
            },
            {
              kind: 'strength',
              standard: 'CARE-2',
              words: 'You wrote five choices and a pause between asking and doing.',
              helps: 'It helps a guest who can’t think fast that night.',
              quote: 'We ask, we wait, we do what was chosen.',
            },
            {
              kind: 'question',
              standard: 'CARE-2',
              words: 'Who sits with a guest upstairs on a night when you are away?',
            },
            {
              kind: 'next_step',
              standard: 'CARE-2',
              words:
                'Two sentences for the night on which the person who did harm is a friend of the house, or one of you.',
              why: 'Your team will know in advance that the answer is the same.',
              help: 'The advocate center reads drafts within a week, and I can send sample wording from three other rooms.',
              proposedOn: -25,
              answer: {
                by: 'yusuf',
                on: -41,
                answer: 'other_date',
                day: 25,
                words:
                  'My counsel wants to see that part first. It is about my own apartment and my own staff.',
              },
            },
          ],
          seenBy: { person: 'yusuf', on: -43 },
          replies: [
            {
              by: 'yusuf',
              on: -41,
              words:
                'My cousin has the second key and has taken the class. I will write her in. My counsel asks for some weeks; is that a problem?',
            },
            {
              by: 'dana',
              on: -40,
              words:
                'Not at all. Take the weeks you need. Your policies stay as they are, and nothing runs in the meantime.',
            },
          ],
        },
      },
    ],
    lastly: {
      on: -27,
      by: 'yusuf',
      answers: [
        {
          standard: 'CARE-2',
          stance: 'with_counsel',
          words: 'Our counsel is reading the part on staff and on the room upstairs.',
          hearIn: 20,
        },
      ],
    },
    pausedOn: { on: -26, by: 'yusuf', counsel: true },
  },
}

/** A letter with a code is on its way; nobody has answered yet. */
export const theLittleBuoy: VenueStory = {
  slug: 'the-little-buoy',
  name: 'The Little Buoy',
  address: '178 Harbor Street, Old Ferry Quarter',
  phone: '(202) 555-0128',
  district: 'Harbor Street',
  gist: 'A letter with a code is on its way.',
  securityStaff: null,
  invited: { on: -5, email: 'hello@littlebuoy.example', claimed: null },
  team: [],
  rosters: [],
  journey: null,
}
