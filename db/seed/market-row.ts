import { everything, type House, joined, letterOut, policiesOf, round } from './house'
import type { VenueStory } from './story'

const market = { district: 'Market Row' as const }

const saffron: House = {
  ...market,
  slug: 'saffron-stall',
  name: 'Saffron Stall',
  address: '18 Market Row, Market Row',
  phone: '(202) 555-0181',
  gist: 'Shared, and its first read is later than the program promised.',
  owner: 'amina',
  ...{ invitedOn: -74, joinedOn: -66, seats: 60, names: 54, classOn: -52 },
  team: ['bartender', 'server', 'kitchen'],
  own: {
    'responsible-service': { signs: 'Whoever stops tasting has had enough. The spoon tells us.' },
    'getting-home': { 'zone-and-hours': 'Our guests know the market clock; we know its drivers.' },
  },
}

const saffronStall: VenueStory = {
  ...joined(saffron),
  journey: {
    startedOn: -60,
    by: 'amina',
    prepared: everything(saffron, -20),
    rounds: [round(saffron, -18, 'Nine Bells taught us how. The second time was quicker.')],
  },
}

const bells: House = {
  ...market,
  slug: 'nine-bells-noodle-house',
  name: 'Nine Bells Noodle House',
  address: '34 Market Row, Market Row',
  phone: '(202) 555-0182',
  gist: 'Accredited since summer.',
  owner: 'amina',
  ...{ invitedOn: -180, joinedOn: -171, seats: 110, names: 57, classOn: -150 },
  team: ['manager', 'bartender', 'server', 'server', 'host'],
  own: {
    'responsible-service': {
      signs: 'Who no longer blows on the soup is not paying attention to anything else either.',
    },
    'harassment-response': {
      'step-in': 'We bring nine bells of tea to the table. Everyone on shift knows what it means.',
    },
    'staff-alcohol': {
      'shift-rules': 'Broth on shift, as much as you like. Beer when the pots are clean.',
    },
  },
}

const nineBells: VenueStory = {
  ...joined(bells),
  journey: {
    startedOn: -168,
    by: 'amina',
    prepared: everything(bells, -128),
    rounds: [
      round(bells, -126, 'My mother read it too, and she has one remark about the tea.', {
        opening:
          'Dear Amina, please tell your mother that I had the tea, and that I would like to hear the remark.',
        closing: 'Frame it, file it or wrap noodles in it: you choose.',
        strengths: [
          [
            'CARE-2',
            'We bring nine bells of tea to the table.',
            'You gave your team a way to say “I see you” that comes on a tray.',
            'It helps a guest who is being watched.',
          ],
          [
            'SRV-2',
            'Who no longer blows on the soup is not paying attention to anything else either.',
            'You watch for a small thing that everyone in a noodle house does.',
            'It helps your servers, who are carrying hot bowls at the time.',
          ],
        ],
      }),
    ],
    certificateOn: -114,
  },
}

const quince: House = {
  ...market,
  slug: 'quince-corner',
  name: 'Quince Corner',
  address: '7 Market Row, Market Row',
  phone: '(202) 555-0183',
  gist: 'Stepped away when the owner’s twins came; welcome back at any time.',
  owner: 'luka',
  ...{ invitedOn: -130, joinedOn: -121, seats: 60, names: 62, classOn: -108 },
  team: ['bartender', 'server', 'server'],
  own: {
    'age-and-id': {
      purpose: 'The corner is round, so nobody has to stand behind anybody to be asked.',
    },
    'calling-police': { 'who-calls': 'I do, or whoever I am shouting at to do it.' },
  },
}

const quinceCorner: VenueStory = {
  ...joined(quince),
  journey: {
    startedOn: -115,
    by: 'luka',
    prepared: {
      on: -94,
      by: 'luka',
      policies: policiesOf(quince, ['age-and-id', 'calling-police']),
    },
    rounds: [
      round(quince, -90, 'Two, because that is how many evenings I had.', {
        opening:
          'Dear Luka, two good ones. I laughed at the second and then thought about it on my way home.',
        closing: 'Take your time with the rest. It is up to you.',
        strengths: [
          [
            'SRV-1',
            'The corner is round, so nobody has to stand behind anybody to be asked.',
            'You used the shape of your room to make asking gentle.',
            'It helps guests who are shy about being asked.',
          ],
        ],
        more: [
          {
            kind: 'next_step',
            standard: 'SRV-1',
            words: 'A name beside yours for the nights on which you are at home.',
            why: 'Then your team can decide without waiting for you to pick up.',
            help: 'I can come by with coffee, and we could ask them together.',
            proposedOn: -70,
            answer: {
              by: 'luka',
              on: -80,
              answer: 'declined',
              words: 'We are having twins in a month. I would rather stop here and come back.',
            },
          },
        ],
        replies: [
          {
            by: 'malia',
            on: -79,
            words: 'Two at once! Congratulations to you both. Your pages will keep.',
          },
        ],
      }),
    ],
    steppedAwayOn: { on: -62, by: 'luka' },
  },
}

export const marketRow: VenueStory[] = [
  saffronStall,
  nineBells,
  quinceCorner,
  letterOut({
    ...market,
    slug: 'oyster-and-loom',
    name: 'Oyster & Loom',
    address: '52 Market Row, Market Row',
    phone: '(202) 555-0184',
    on: -75,
    gist: 'Its letter ran out unanswered; a new one can go out at any time.',
  }),
  letterOut({
    ...market,
    slug: 'the-painted-crate',
    name: 'The Painted Crate',
    address: '66 Market Row, Market Row',
    phone: '(202) 555-0185',
    on: -26,
    gist: 'A letter with a code is out.',
  }),
]
