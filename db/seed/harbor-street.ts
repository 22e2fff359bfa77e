import {
  everything,
  type House,
  joined,
  letterOut,
  newcomers,
  refreshed,
  round,
  tookClass,
  withRosters,
  yearly,
} from './house'
import type { VenueStory } from './story'

const harbor = { district: 'Harbor Street' as const }

const quill: House = {
  ...harbor,
  slug: 'quill-and-compass',
  name: 'Quill & Compass',
  address: '118 Harbor Street, Old Ferry Quarter',
  phone: '(202) 555-0151',
  gist: 'Accredited, and nothing falls due for months.',
  owner: 'aroha',
  ...{ invitedOn: -300, joinedOn: -292, seats: 60, names: 0, classOn: -240 },
  team: ['manager', 'bartender', 'bartender', 'server'],
  own: {
    'responsible-service': {
      pacing:
        'Every drink is read out from the book before it is made, and the page gives us time.',
    },
    'harassment-response': {
      'step-in':
        'We bring the wrong book to the table and ask the guest to come and find the right one.',
    },
    'getting-home': {
      'staff-script': '“Finish your page. I will tell you when the car is at the clock.”',
    },
  },
}

const quillAndCompass: VenueStory = {
  ...joined(quill),
  journey: {
    startedOn: -280,
    by: 'aroha',
    prepared: everything(quill, -225),
    rounds: [
      round(quill, -222, 'We wrote it in the mornings, when the room is ours.', {
        opening:
          'Dear Aroha, I read this with a pencil, as one does in your room, and underlined more than I had meant to.',
        closing: 'Whether the certificate stands among the books is your choice.',
        strengths: [
          [
            'SRV-2',
            'Every drink is read out from the book before it is made, and the page gives us time.',
            'You slow the evening down with a sentence, and it reads as hospitality.',
            'It helps guests who drink because their glass is empty.',
          ],
          [
            'CARE-2',
            'We bring the wrong book to the table and ask the guest to come and find the right one.',
            'You found a way to part two people that nobody else in the room can read.',
            'It helps the guest, and the server who has to begin.',
          ],
        ],
      }),
    ],
    certificateOn: -214,
  },
}

const thimble: House = {
  ...harbor,
  slug: 'brass-thimble',
  name: 'Brass Thimble',
  address: '12 Cooper’s Row, Old Ferry Quarter',
  phone: '(202) 555-0152',
  gist: 'Accredited; the term ends soon, and a renewal is begun beside it.',
  owner: 'tomasz',
  ...{ invitedOn: -395, joinedOn: -388, seats: 60, names: 4, classOn: -350 },
  team: ['bartender', 'bartender', 'server', 'door'],
  own: {
    'age-and-id': {
      'doubtful-id': 'We put the card on the brass rail, where two of us read it side by side.',
    },
    'staff-alcohol': {
      'fit-for-work': 'Whoever says “not today” is thanked and paid for two hours.',
    },
    'de-escalation': { words: '“Help me with something small.” Most people like to be asked.' },
  },
}

const brassThimble: VenueStory = {
  ...withRosters(joined(thimble), refreshed(thimble, -20)),
  journey: {
    startedOn: -380,
    by: 'tomasz',
    prepared: everything(thimble, -338),
    rounds: [
      round(thimble, -336, 'A small house. All of it is how we do it on a Friday.', {
        opening:
          'Dear Tomasz, your pages are like your shots: small, exact and polished. I could see the rail.',
        closing: 'What happens next is your decision, as it was from the start.',
        strengths: [
          [
            'SRV-1',
            'We put the card on the brass rail, where two of us read it side by side.',
            'You gave doubt a place of its own, so that nobody argues over a hand.',
            'It helps the newest person behind your bar.',
          ],
          [
            'SRV-3',
            'Whoever says “not today” is thanked and paid for two hours.',
            'You pay people for being honest about a bad day.',
            'It helps your team, and everyone whom they serve the day after.',
          ],
        ],
      }),
    ],
    certificateOn: -329,
  },
  renewal: {
    startedOn: -8,
    by: 'tomasz',
    prepared: { on: -6, by: 'tomasz', evidence: yearly(thimble, -6) },
    rounds: [],
  },
}

const ferryman: House = {
  ...harbor,
  slug: 'ferrymans-table',
  name: 'Ferryman’s Table',
  address: '236 Harbor Street, Old Ferry Quarter',
  phone: '(202) 555-0153',
  gist: 'Accredited for a second year; the first certificate is replaced.',
  owner: 'aroha',
  ...{ invitedOn: -455, joinedOn: -450, seats: 110, names: 8, classOn: -430 },
  team: ['manager', 'bartender', 'server', 'server', 'kitchen'],
  own: {
    'responsible-service': {
      signs: 'The long table sees everything: we ask it to pass the water, and watch who does.',
    },
    'calling-police': {
      'who-calls': 'Whoever sits at the end of the long table that night, staff or owner.',
    },
    occupancy: {
      'line-care': 'People who wait get a spoon of soup and a place on the old ferry bench.',
    },
  },
}

const ferrymansTable: VenueStory = {
  ...withRosters(joined(ferryman), refreshed(ferryman, -75)),
  journey: {
    startedOn: -446,
    by: 'aroha',
    prepared: everything(ferryman, -420),
    rounds: [
      round(ferryman, -417, 'One table, one set of rules. Ask us anything.', {
        opening:
          'Dear Aroha, I had soup on your bench before I read a word, and then I found the bench in your policy.',
        closing: 'You decide what to do with it, and when.',
        strengths: [
          [
            'OPS-3',
            'People who wait get a spoon of soup and a place on the old ferry bench.',
            'You turned a line into the first course.',
            'It helps the neighbors, who used to hear the line.',
          ],
          [
            'SRV-2',
            'The long table sees everything: we ask it to pass the water, and watch who does.',
            'You made watching a kindness that everyone at the table takes part in.',
            'It helps a guest who would not hear a question.',
          ],
        ],
      }),
    ],
    certificateOn: -408,
  },
  renewal: {
    startedOn: -72,
    by: 'aroha',
    prepared: { on: -70, by: 'aroha', evidence: yearly(ferryman, -70) },
    rounds: [
      round(ferryman, -68, 'The second year. The table has a new leg; the rules are the same.', {
        opening:
          'Dear Aroha, a year on, and the only thing that I had to look up was the name of the new soup.',
        closing: 'A second year is yours to make of it what you like. The choice stays with you.',
        strengths: [
          [
            'CARE-1',
            null,
            'You have {trained} of {inScope} people fresh from the refresher, a month before anything ran out.',
            'It helps you never to plan a schedule around a date.',
          ],
          [
            'MGT-1',
            null,
            'You had {count} of {total} read the policies aloud, soup included.',
            'It helps whoever joins the table next.',
          ],
        ],
      }),
    ],
    certificateOn: -58,
  },
}

const ladder: House = {
  ...harbor,
  slug: 'the-ladder-and-line',
  name: 'The Ladder & Line',
  address: '152 Harbor Street, Old Ferry Quarter',
  phone: '(202) 555-0154',
  gist: 'Being refreshed: the yearly class ran out last week.',
  owner: 'malik',
  ...{ invitedOn: -360, joinedOn: -352, seats: 85, names: 13, classOn: -375 },
  team: ['manager', 'bartender', 'bartender', 'server', 'door'],
  own: {
    'age-and-id': {
      'when-we-check': 'On the third rung: nobody passes the landing without a hello and a look.',
    },
    'de-escalation': {
      roles: 'The one on the ladder comes down first. Nobody is talked to from above.',
    },
    'getting-home': {
      'staff-journey': 'The closing two hold the line for each other, from the door to the bus.',
    },
  },
}

const ladderAndLine: VenueStory = {
  ...joined(ladder),
  journey: {
    startedOn: -350,
    by: 'malik',
    prepared: everything(ladder, -340),
    rounds: [
      round(
        ladder,
        -338,
        'We took the class before we had heard of you. The rest we wrote since.',
        {
          opening:
            'Dear Malik, you began before anybody asked. I noticed that on the first page, and again on the last.',
          closing: 'It is your call whether and where people see it.',
          strengths: [
            [
              'OPS-4',
              'Nobody is talked to from above.',
              'You wrote a rule about a ladder that is a rule about respect.',
              'It helps the guest who is used to being looked down on.',
            ],
            [
              'CARE-1',
              null,
              'You sent {trained} of {inScope} people to the class before the program existed for you.',
              'It helps everyone who came through your door in the meantime.',
            ],
          ],
        },
      ),
    ],
    certificateOn: -330,
  },
}

const whistle: House = {
  ...harbor,
  slug: 'the-tin-whistle',
  name: 'The Tin Whistle',
  address: '9 Cooper’s Row, Old Ferry Quarter',
  phone: '(202) 555-0158',
  gist: 'Being refreshed since this week: the yearly class ran out.',
  owner: 'tomasz',
  ...{ invitedOn: -338, joinedOn: -330, seats: 60, names: 18, classOn: -369 },
  team: ['bartender', 'bartender', 'server'],
  own: {
    'responsible-service': {
      refusal: 'The band plays a slow one, and we come to the table while it lasts.',
    },
    'calling-police': {
      'who-calls': 'The one with the whistle. It hangs by the phone for a reason.',
    },
    'harassment-response': {
      'private-place': 'The instrument room, which locks from the inside only.',
    },
  },
}

const tinWhistle: VenueStory = {
  ...joined(whistle),
  journey: {
    startedOn: -325,
    by: 'tomasz',
    prepared: everything(whistle, -310),
    rounds: [
      round(whistle, -308, 'My second house. I copied nothing from the first, I promise.', {
        opening:
          'Dear Tomasz, I believe you. The Thimble is a watchmaker, and this one is a song with the windows open.',
        closing: 'Play it as you like. The decision is yours.',
        strengths: [
          [
            'SRV-2',
            'The band plays a slow one, and we come to the table while it lasts.',
            'You let the music say it first, and a person second.',
            'It helps the guest, who keeps a straight back.',
          ],
          [
            'CARE-2',
            'The instrument room, which locks from the inside only.',
            'You chose a room whose lock belongs to the person in it.',
            'It helps somebody who has just lost hold of an evening.',
          ],
        ],
      }),
    ],
    certificateOn: -300,
  },
}

const netmaker: House = {
  ...harbor,
  slug: 'netmakers-rest',
  name: 'Netmaker’s Rest',
  address: '17 Cooper’s Row, Old Ferry Quarter',
  phone: '(202) 555-0155',
  gist: 'Being refreshed: three people are new and have not had the class yet.',
  owner: 'thao',
  ...{ invitedOn: -236, joinedOn: -228, seats: 85, names: 21, classOn: -200, untrained: 1 },
  team: ['bartender', 'bartender', 'server', 'host'],
  own: {
    'harassment-response': {
      'guest-choices':
        'We say that every knot can be undone slowly, and that there is no wrong order.',
    },
    occupancy: { counting: 'Cork floats on a string by the host: one in, one across.' },
    'staff-alcohol': {
      'shift-rules': 'Nothing until the last net is hung, and then tea is on too.',
    },
  },
}

const netmakersRest: VenueStory = {
  ...withRosters(joined(netmaker), newcomers(netmaker, 25, 3, -49)),
  team: [{ person: 'eamon', role: 'manager', since: -60 }],
  journey: {
    startedOn: -225,
    by: 'thao',
    prepared: everything(netmaker, -186),
    rounds: [
      round(netmaker, -184, 'English is my third language. Please ask if a line is not clear.', {
        opening:
          'Dear Thảo, every line was clear, and some of them were clearer than what I write in my first one.',
        closing: 'Take what you can use. You decide the rest.',
        strengths: [
          [
            'CARE-2',
            'We say that every knot can be undone slowly, and that there is no wrong order.',
            'You found words that a frightened person can hold on to.',
            'It helps guests, and I have begun to use them myself.',
          ],
          [
            'OPS-3',
            'Cork floats on a string by the host: one in, one across.',
            'You count in a way that the whole room can see.',
            'It helps the host on the night when everybody comes.',
          ],
        ],
      }),
    ],
    certificateOn: -172,
  },
}

const sextant: House = {
  ...harbor,
  slug: 'salt-and-sextant',
  name: 'Salt & Sextant',
  address: '14 Rope Walk, Old Ferry Quarter',
  phone: '(202) 555-0156',
  gist: 'Resting: four people are new, and the time to refresh has passed.',
  owner: 'malik',
  ...{ invitedOn: -330, joinedOn: -322, seats: 85, names: 28, classOn: -290 },
  team: ['bartender', 'bartender', 'server', 'server'],
  own: {
    'age-and-id': {
      'doubtful-id': 'We take two sightings, like any navigator, and write the lower one.',
    },
    'responsible-service': {
      'manager-support':
        'The bell behind the bar means: one of us would like company. Somebody comes.',
    },
    'calling-police': { 'what-to-say': '“Fourteen Rope Walk, the door under the brass arc.”' },
  },
}

const saltAndSextant: VenueStory = {
  ...withRosters(joined(sextant), newcomers(sextant, 32, 4, -82)),
  journey: {
    startedOn: -320,
    by: 'malik',
    prepared: everything(sextant, -270),
    rounds: [
      round(sextant, -268, 'The Ladder’s little sister, with better views.', {
        opening:
          'Dear Malik, I climbed to the brass arc and read this under it, with the harbor below.',
        closing: 'As before, the choice is yours.',
        strengths: [
          [
            'SRV-1',
            'We take two sightings, like any navigator, and write the lower one.',
            'You made a second look a matter of craft instead of doubt.',
            'It helps the one who looks first.',
          ],
          [
            'SRV-2',
            'The bell behind the bar means: one of us would like company.',
            'You have a bell for needing somebody, and a team that comes.',
            'It helps whoever would rather manage alone.',
          ],
        ],
      }),
    ],
    certificateOn: -255,
  },
}

const pelican: House = {
  ...harbor,
  slug: 'pelican-yard',
  name: 'Pelican Yard',
  address: '21 Rope Walk, Old Ferry Quarter',
  phone: '(202) 555-0157',
  gist: 'The term has ended; the team took the class again, and a renewal is begun.',
  owner: 'thao',
  ...{ invitedOn: -452, joinedOn: -444, seats: 110, names: 36, classOn: -430 },
  team: ['bartender', 'barback', 'server', 'host', 'door'],
  own: {
    'getting-home': {
      'vulnerable-guests':
        'The bench under the pelican is lit all night, and someone sits on it too.',
    },
    'de-escalation': { 'early-signs': 'Somebody who feeds the pelican twice. It is made of wood.' },
    occupancy: {
      'egress-checks': 'The yard gate stands open from six, hooked, with the hook checked.',
    },
  },
}

const pelicanYard: VenueStory = {
  ...withRosters(joined(pelican), tookClass(pelican, 'eamon', -28)),
  team: [{ person: 'eamon', role: 'manager', since: -300 }],
  journey: {
    startedOn: -441,
    by: 'thao',
    prepared: everything(pelican, -410),
    rounds: [
      round(pelican, -408, 'A yard, a wooden bird and good intentions.', {
        opening: 'Dear Thảo, I came for the bird and stayed for the gate.',
        closing: 'Good intentions and good hooks: what you add to them is up to you.',
        strengths: [
          [
            'HOME-1',
            'The bench under the pelican is lit all night, and someone sits on it too.',
            'You keep a guest company without making them ask.',
            'It helps whoever waits for a car that is late.',
          ],
          [
            'OPS-3',
            'The yard gate stands open from six, hooked, with the hook checked.',
            'You check the hook as well as the gate.',
            'It helps a hundred people who will never look at it.',
          ],
        ],
      }),
    ],
    certificateOn: -386,
  },
  renewal: {
    startedOn: -22,
    by: 'eamon',
    prepared: { on: -9, by: 'eamon', evidence: yearly(pelican, -9) },
    rounds: [],
  },
}

export const harborStreet: VenueStory[] = [
  quillAndCompass,
  brassThimble,
  ferrymansTable,
  ladderAndLine,
  tinWhistle,
  netmakersRest,
  saltAndSextant,
  pelicanYard,
  letterOut({
    ...harbor,
    slug: 'gull-and-gate',
    name: 'Gull & Gate',
    address: '193 Harbor Street, Old Ferry Quarter',
    phone: '(202) 555-0159',
    on: -9,
    gist: 'A letter with a code is out since last week.',
  }),
  letterOut({
    ...harbor,
    slug: 'second-helm',
    name: 'Second Helm',
    address: '28 Rope Walk, Old Ferry Quarter',
    phone: '(202) 555-0160',
    on: -21,
    gist: 'A letter with a code is out; the coordinator will ring next week.',
  }),
  letterOut({
    ...harbor,
    slug: 'marrow-and-rye',
    name: 'Marrow & Rye',
    address: '26 Cooper’s Row, Old Ferry Quarter',
    phone: '(202) 555-0161',
    on: -16,
    gist: 'A letter with a code is out; its neighbors have told it what to expect.',
  }),
  letterOut({
    ...harbor,
    slug: 'hatch-nine',
    name: 'Hatch Nine',
    address: '33 Rope Walk, Old Ferry Quarter',
    phone: '(202) 555-0162',
    on: -29,
    gist: 'A letter with a code is out, and runs out next month.',
  }),
]
