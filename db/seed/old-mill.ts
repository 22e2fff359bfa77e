import {
  everything,
  type House,
  joined,
  letterOut,
  policiesOf,
  refreshed,
  round,
  withRosters,
} from './house'
import type { VenueStory } from './story'

const mill = { district: 'Old Mill' as const }

/** Joined last month, and has not begun: nobody sees more than that. */
const millraceTavern: VenueStory = {
  ...mill,
  slug: 'millrace-tavern',
  name: 'Millrace Tavern',
  address: '14 Mill Lane, Old Mill',
  phone: '(202) 555-0171',
  gist: 'Joined last month, and is still looking around.',
  securityStaff: null,
  invited: { on: -30, email: 'ifeoma@millrace.example', claimed: { by: 'ifeoma', on: -24 } },
  team: [],
  rosters: [],
  journey: null,
}

const weir: House = {
  ...mill,
  slug: 'weir-house',
  name: 'Weir House',
  address: '22 Mill Lane, Old Mill',
  phone: '(202) 555-0172',
  gist: 'Closed for a new kitchen; it lets its certificate rest meanwhile.',
  owner: 'sergio',
  ...{ invitedOn: -228, joinedOn: -219, seats: 85, names: 41, classOn: -190 },
  team: ['manager', 'bartender', 'server', 'kitchen'],
  own: {
    'responsible-service': {
      pacing: 'The river sets the pace: one glass for each opening of the weir, which is hourly.',
    },
    'de-escalation': {
      'leaving-safely': 'The footbridge is narrow, so one of us walks ahead with the lantern.',
    },
    'age-and-id': { 'when-we-check': 'At the bridge on weekends, at the glass on other days.' },
  },
}

const weirHouse: VenueStory = {
  ...joined(weir),
  journey: {
    startedOn: -215,
    by: 'sergio',
    prepared: everything(weir, -172),
    rounds: [
      round(weir, -170, 'Everything in one share. I do not like to do things twice.', {
        opening:
          'Dear Sergio, once was enough. Eight policies, five people, no loose end that I found.',
        closing: 'The rest is your decision.',
        strengths: [
          [
            'OPS-4',
            'The footbridge is narrow, so one of us walks ahead with the lantern.',
            'You looked at where people leave before you wrote how.',
            'It helps the guest at the narrowest point of the evening.',
          ],
          [
            'SRV-2',
            'The river sets the pace: one glass for each opening of the weir, which is hourly.',
            'You tied pacing to something that every guest can see and nobody can argue with.',
            'It helps your two servers on a full terrace.',
          ],
        ],
      }),
    ],
    certificateOn: -158,
  },
  certificate: { by: 'sergio', pausedOn: -12 },
}

const grindstone: House = {
  ...mill,
  slug: 'the-grindstone',
  name: 'The Grindstone',
  address: '37 Mill Lane, Old Mill',
  phone: '(202) 555-0173',
  gist: 'Gave its certificate back when it became a bakery.',
  owner: 'sergio',
  ...{ invitedOn: -345, joinedOn: -336, seats: 60, names: 45, classOn: -320 },
  team: ['bartender', 'server', 'server'],
  own: {
    'getting-home': { 'staff-script': '“The mill gate, two minutes, the lamps are on. Shall we?”' },
    'calling-police': { purpose: 'The mill is loud. We call first and turn it off second.' },
    'age-and-id': { purpose: 'Flour on the thumb shows who has looked at the card.' },
  },
}

const theGrindstone: VenueStory = {
  ...withRosters(joined(grindstone), refreshed(grindstone, -50)),
  journey: {
    startedOn: -330,
    by: 'sergio',
    prepared: everything(grindstone, -292),
    rounds: [
      round(grindstone, -290, 'My small place. Same rules, less room.', {
        opening: 'Dear Sergio, I counted: a third of the words of most, and none that I would add.',
        closing: 'Use it in the way that suits you. You decide.',
        strengths: [
          [
            'OPS-1',
            'We call first and turn it off second.',
            'You put the order of two acts into eight words.',
            'It helps whoever stands beside the stone when it counts.',
          ],
          [
            'HOME-1',
            '“The mill gate, two minutes, the lamps are on. Shall we?”',
            'You tell a guest three true things and then go along.',
            'It helps people who do not know Mill Lane in the dark.',
          ],
        ],
      }),
    ],
    certificateOn: -278,
  },
  certificate: {
    by: 'sergio',
    givenBackOn: -38,
    reason: 'We bake now, from four in the morning, and pour nothing. Thank you for the year.',
  },
}

const bramble: House = {
  ...mill,
  slug: 'bramble-and-bee',
  name: 'Bramble & Bee',
  address: '8 Mill Lane, Old Mill',
  phone: '(202) 555-0174',
  gist: 'In its second round; the new letter lies unopened.',
  owner: 'hana',
  ...{ invitedOn: -110, joinedOn: -101, seats: 60, names: 48, classOn: -88, untrained: 2 },
  team: ['bartender', 'server', 'server', 'host'],
  own: {
    'responsible-service': {
      promotions: 'The mead of the week comes in a thimble first. Most people stop to taste it.',
    },
    'harassment-response': {
      recognize: 'A guest who counts the exits. We have all done it, so we know it.',
    },
    'calling-police': {
      'consider-call': 'When we would want someone to call for us.',
    },
    occupancy: {
      'line-care':
        'Mill Lane is so narrow that a line would stand in somebody’s hall. We take names.',
    },
  },
}

const brambleAndBee: VenueStory = {
  ...joined(bramble),
  journey: {
    startedOn: -95,
    by: 'hana',
    prepared: {
      ...everything(bramble, -52),
      policies: policiesOf(bramble, [
        'age-and-id',
        'responsible-service',
        'staff-alcohol',
        'harassment-response',
        'calling-police',
      ]),
    },
    rounds: [
      round(bramble, -48, 'Five of eight. I would like to hear how they sound before the rest.', {
        opening:
          'Dear Hana, they sound like you: quiet, and listening. Five pages, two that I read twice.',
        closing: 'Three more, or a pause, or a call: you choose.',
        strengths: [
          [
            'CARE-2',
            'We have all done it, so we know it.',
            'You wrote down what your team knows from its own life.',
            'It helps a guest who has not said a word yet.',
          ],
          [
            'OPS-1',
            'When we would want someone to call for us.',
            'You gave your team one question instead of a list.',
            'It helps the host, who is nineteen and often first.',
          ],
          [
            'CARE-1',
            null,
            'You have {trained} of {inScope} people current in the class, and a host who asks for the next date.',
            'It helps every shift that those people lead.',
          ],
        ],
        more: [
          {
            kind: 'next_step',
            standard: 'CARE-1',
            words:
              'One more seat in the class in stepping in would bring your team to seven in ten.',
            why: 'With it, someone who has practiced is there on every evening of the week.',
            help: 'I can hold a seat for your host, and the program pays the fee.',
            proposedOn: -10,
            answer: {
              by: 'hana',
              on: -40,
              answer: 'other_date',
              day: 16,
              words: 'She has exams. The class after that one, please.',
            },
          },
        ],
        replies: [{ by: 'hana', on: -40, words: 'Twice! Which two? I will not tell the bees.' }],
      }),
      {
        ...round(bramble, -6, 'The other three. The one on lines is short because we have none.', {
          opening: 'Dear Hana, now there are eight, and the shortest one is my favorite.',
          closing: 'Your pace, your decision, as in the first letter.',
          strengths: [
            [
              'OPS-3',
              'Mill Lane is so narrow that a line would stand in somebody’s hall.',
              'You looked at your street before you wrote about a line.',
              'It helps the neighbors across, whose door is four steps away.',
            ],
            [
              'CARE-1',
              null,
              'You still have {trained} of {inScope} people current, through a season with two birthdays and a flood.',
              'It helps the evenings on which you are short of hands.',
            ],
          ],
          more: [
            {
              kind: 'next_step',
              standard: 'CARE-1',
              words:
                'A seat for your host in the class after her exams, on the date that you proposed.',
              why: 'It is the one thing left that this standard asks of your team.',
              help: 'I have held the seat, and I can drive her there and back.',
              proposedOn: 16,
            },
          ],
          ...{ read: 3, sent: 5, seen: null },
        }),
        before: {
          on: -9,
          by: 'hana',
          policies: policiesOf(bramble, ['occupancy', 'de-escalation', 'getting-home']),
        },
      },
    ],
  },
}

const towpath: House = {
  ...mill,
  slug: 'towpath-commons',
  name: 'Towpath Commons',
  address: '51 Mill Lane, Old Mill',
  phone: '(202) 555-0175',
  gist: 'Paused at its own request, until the summer tables are in.',
  owner: 'hana',
  ...{ invitedOn: -98, joinedOn: -90, seats: 60, names: 52, classOn: -85 },
  team: ['server', 'bartender'],
  own: {
    'age-and-id': { covers: 'The window, the six tables, and the rowers on Thursdays.' },
    'getting-home': { purpose: 'Half of our guests came by boat, and none of them leave by it.' },
  },
}

const towpathCommons: VenueStory = {
  ...joined(towpath),
  journey: {
    startedOn: -80,
    by: 'hana',
    prepared: {
      on: -64,
      by: 'hana',
      policies: policiesOf(towpath, ['age-and-id', 'getting-home']),
    },
    rounds: [
      round(towpath, -60, 'A beginning. The boats take up the rest of our time just now.', {
        opening: 'Dear Hana, two pages and a river. I read them on the bench outside.',
        closing: 'Come back to it when the boats are in. The choice is yours.',
        strengths: [
          [
            'HOME-1',
            'Half of our guests came by boat, and none of them leave by it.',
            'You settled the hardest question of your house in one sentence.',
            'It helps the rowers, who like to be told plainly.',
          ],
        ],
        more: [
          {
            kind: 'question',
            standard: 'HOME-1',
            words: 'Where do the boats stay overnight when their rowers ride home?',
          },
          {
            kind: 'next_step',
            standard: 'HOME-1',
            words: 'A line on the mill gate in the same policy, since that is where cars can stop.',
            why: 'Drivers lose their way on the towpath, and your guests wait in the damp.',
            help: 'I can send the wording that Weir House uses, with Sergio’s blessing.',
            proposedOn: -35,
            answer: {
              by: 'hana',
              on: -50,
              answer: 'accepted',
              words: 'Yes, in the winter. On our moorings, with a padlock from the club.',
            },
          },
        ],
      }),
    ],
    pausedOn: {
      ...{ on: -49, by: 'hana', counsel: false },
      words: 'We rebuild the landing stage this winter. Back to it once it holds.',
      askAgainOn: 45,
    },
  },
}

export const oldMill: VenueStory[] = [
  millraceTavern,
  weirHouse,
  theGrindstone,
  brambleAndBee,
  towpathCommons,
  letterOut({
    ...mill,
    slug: 'sluice-gate-cider-room',
    name: 'Sluice Gate Cider Room',
    address: '45 Mill Lane, Old Mill',
    phone: '(202) 555-0176',
    on: -12,
    gist: 'A letter with a code is out; its owner has been seen reading it.',
  }),
]
