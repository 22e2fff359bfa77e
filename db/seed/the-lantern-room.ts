import type { PolicyText, VenueStory } from './story'

const policies: PolicyText[] = [
  {
    template: 'age-and-id',
    standard: 'SRV-1',
    sections: {
      purpose:
        'We are a small room with low light and strong drinks. We would rather ask one guest too many than guess, and we want the asking to feel like part of the welcome.',
      covers:
        'The door on every night that it is staffed, both bars, and all of us on the floor. It holds for private parties too, when the host says everyone is old enough.',
      leads:
        'The floor manager leads. Until 8 PM, when nobody stands at the door, the bartender nearest to it does.',
      'accepted-ids':
        'Driver’s licenses and state IDs from every state, passports, military IDs, and permanent resident cards, all in date. A photo of an ID on a phone does not count, an official ID app does. The picture book lives under the host stand.',
      'when-we-check':
        'At the door from 8 PM, everyone who looks under 40. Before that, at the first drink. A stamp of a small lantern on the left wrist shows who has been checked.',
      'doubtful-id':
        'We say, “Give me one second, I want a colleague to look at this with me.” The second person looks without being told what the first one thinks. If we still disagree, it is a no for alcohol and a yes for dinner. We hand the card back.',
      'refusal-words':
        '“I can’t pour for you tonight, and I would love to make you something without alcohol.” If it gets a second round, the floor manager says it and we step back.',
      'door-and-bar':
        'The door calls the bar on channel 2 with coat and glasses, never with how somebody looks otherwise. At 11 the door lead walks through once and tells each bartender who was turned away.',
      'how-staff-learn':
        'Two nights beside the door lead, then ten IDs on their own with the lead watching. All of us take the fake ID class again every second fall.',
      'review-date': 'Each September, and after any night on which the second look was wrong.',
      'counsel-or-insurer':
        'Our insurer read it last fall and asked us to add ID apps, which we did.',
    },
    reviewIn: 290,
    reviewedByCounsel: true,
  },
  {
    template: 'responsible-service',
    standard: 'SRV-2',
    sections: {
      purpose:
        'Our drinks are small and strong. People come for two of them and a long talk, and we want the second one to taste as good as the first.',
      covers: 'Everyone who pours, carries or takes an order, and whoever books a party with us.',
      leads: 'The bar manager. On a shift, the bartender at the service well has the last word.',
      signs:
        'We look for change: the voice, the balance, the phone that keeps falling, the same story twice. Our word for it is “lamp”: “Table six is on lamp” means water now and no round without the lead.',
      pacing:
        'A carafe of water stands on each table before the menu does. Olives and bread are free all evening. We take the next order when the glasses are empty, not before.',
      refusal:
        'One of us goes, alone, and sits down to be at eye level: “I am going to slow us down a little. The kitchen is still on, may I bring you the soup?”',
      promotions:
        'One bottle of the week, the whole week. Nothing by the hour, nothing bottomless, no shots on the house.',
      'manager-support':
        'The manager comes to the table, says “we” and not “she,” and never turns a no into a yes. We talk it over at the end of the night with the door closed.',
      'group-rounds':
        'Rounds are put down one glass at a time in front of the person who drinks it. If somebody is on lamp, theirs is the house ginger without anyone having to say so.',
      'how-staff-learn':
        'The course within the first month, paid. At the Tuesday meeting we play one refusal, and whoever plays the guest is not allowed to be nice.',
      'review-date': 'Each March, before the terrace opens.',
      'counsel-or-insurer': 'Read by our insurer. They liked the carafes.',
    },
    reviewIn: 120,
    reviewedByCounsel: true,
  },
  {
    template: 'staff-alcohol',
    standard: 'SRV-3',
    sections: {
      purpose:
        'The last hour is when we need our heads most. A plain rule is easier to keep than a mood.',
      covers: 'All of us, the owner first, and the trio while they play.',
      leads: 'The owner. At closing, whoever holds the keys.',
      'shift-rules':
        'No alcohol on shift. New drinks are tasted on Tuesdays at four, with straws and a spittoon. After lock-up each of us may have one drink at the bar, sitting down, with the lights on. Whoever drives has tea.',
      'fit-for-work':
        'If somebody comes in unwell or not sober, the manager takes them to the office, finds cover, and pays for the ride home. The talk is the next day, after sleep and coffee.',
      'guests-and-coworkers':
        'Warm with everyone and out of nobody’s private life. A no from a coworker is a no, at work and after it.',
      'reporting-worries':
        'To the owner or to either manager, in words or on paper in the office box. If it is about one of the three, the other two hear it. Nobody loses a shift for speaking up.',
      'how-staff-learn': 'It is page two of the welcome folder, read aloud on the first day.',
      'review-date': 'Each January, when the schedule is thin and we have time to argue.',
      'counsel-or-insurer': 'Not yet.',
    },
  },
  {
    template: 'harassment-response',
    standard: 'CARE-2',
    sections: {
      purpose:
        'Anyone who is frightened in our room gets one calm person, a door that closes, and the next decision.',
      covers:
        'Guests, all of us, the trio, the delivery people and anyone we can see from the door.',
      leads:
        'The trained lead of the shift. A small lantern beside the name on the schedule shows who that is.',
      recognize:
        'Somebody who leans away and is followed. A hand that keeps coming back. A drink that a stranger insists on. A guest who is far drunker than what we poured.',
      'step-in':
        'In twos. One brings the wrong bill to the table and needs the guest to come and sort it out. At the bar we ask, “Would you like company, a car, or to be left alone?” The other stays with the table.',
      'private-place':
        'The office behind the coats. There is a sofa, a charger, water and a blanket. One of us stays, with the door as open or closed as the guest wants it.',
      'guest-choices':
        'We believe them and say so. Then: “You decide what happens next. I can call a friend, the advocate line, a car, a doctor or the police, and I can sit here while you think.” If somebody is in danger this minute we call 911 and tell them that we are doing it.',
      'advocate-line':
        'On the inside of the office door, in both restrooms, and on cards by the till. We may call it ourselves when we don’t know what to do.',
      recording:
        'The lead writes it down that night: what was seen, what was said, in the guest’s own words. The owner reads it and locks it away. If it is about the owner, the page goes to our counsel unread.',
      evidence:
        'The glass, the coat, the chair: we leave them as they are and put two stools around. The manager copies the camera from an hour before to an hour after.',
      'staff-or-regular':
        'The same, word for word. Nobody spends enough here to be worth a coworker. The two are put on different nights with no loss of pay for the one who was hurt.',
      'how-staff-learn':
        'The class each spring with the advocate center, and one scene at each Tuesday meeting.',
      'review-date': 'Each April, with our advocate.',
      'counsel-or-insurer': 'Our counsel has read it and added the line about the unread page.',
    },
    reviewIn: 150,
    reviewedByCounsel: true,
  },
  {
    template: 'calling-police',
    standard: 'OPS-1',
    sections: {
      purpose: 'We would rather call and send them home again with a coffee than wish that we had.',
      covers: 'All of us. Nobody has to ask before calling 911.',
      leads: 'The floor manager, else the door lead.',
      'always-call':
        'A weapon, or talk of one. Anyone hurt who can’t get up. A fight that does not stop at the first word. Somebody who waits outside for somebody inside. Any guest who asks us to.',
      'consider-call':
        'A bag that is gone, a guest who comes back a third time, a car key in the wrong hand. The manager decides and uses the non-emergency number on the till.',
      'who-calls':
        'The manager calls from the bar phone, because it shows our address. The door lead waits under the lamp and brings the officers in by the kitchen side, so that the room can go on with its evening.',
      'what-to-say':
        '“The Lantern Room, 214 Harbor Street, door on the alley.” Then what, who is hurt, is there a weapon. We stay on the line.',
      'scene-and-witnesses':
        'Two stools and a tablecloth around the spot. One of us sits with the person who is hurt. Guests who saw it are asked, kindly and once, whether they would like to leave a number.',
      'how-staff-learn':
        'The card by the phone is read aloud on the first day, and again each June.',
      'review-date': 'Each June.',
      'counsel-or-insurer': 'Our insurer has it.',
    },
    reviewIn: 200,
  },
  {
    template: 'occupancy',
    standard: 'OPS-3',
    sections: {
      purpose: 'Ninety people is our number, and eighty is the one that feels good.',
      covers: 'The door, the floor, the kitchen, and the trio with its cases.',
      leads: 'The door lead counts; the floor manager walks the exits.',
      limit:
        'Ninety in the house, the terrace included. The sign hangs by the door and behind the bar.',
      counting:
        'One clicker at the door and a count of the tables at nine and at eleven. At eighty the host starts a list with names and phone numbers, and people take a walk along the water until we text.',
      'egress-checks':
        'Front door, alley door, kitchen door: opened and closed by hand at five and at ten. Cases and strollers go to the coat room, never to the alley side.',
      'line-care':
        'We keep no line, we keep the list. Who wants to wait can have the bench, a blanket and the menu.',
      'how-staff-learn': 'A new host counts one Friday beside the door lead.',
      'review-date': 'Each May, and when a table moves.',
      'counsel-or-insurer': 'The fire marshal’s office walked it with us in the spring.',
    },
    reviewIn: 165,
  },
  {
    template: 'de-escalation',
    standard: 'OPS-4',
    sections: {
      purpose:
        'Nobody should leave us angrier than they came, and nobody of ours should go home hurt.',
      covers: 'All of us, at the door and inside.',
      leads: 'The door lead outside, the floor manager inside.',
      'early-signs':
        'A chair pushed back hard. Two people who stop hearing the music. Somebody standing where nobody stands.',
      roles:
        'One talks, one watches hands, one moves the glasses and the neighbors. Whoever the guest is angry with goes to check the ice.',
      words:
        '“I can see this matters. Walk with me to the lamp, I can’t hear you in here.” Low voice, open hands, a chair’s length away.',
      'leaving-safely':
        'We walk beside a guest, with the coat and the bill settled. Nobody who is alone and unwell goes out alone: they get the bench inside, water, and one of us until a friend or a car is here.',
      aftercare:
        'Ten minutes with tea after closing, whoever was in it. Then the page for the log. The next day a text: how did you sleep?',
      'how-staff-learn':
        'The class every second year for the door and the managers, a scene each month for everyone.',
      'review-date': 'Each October.',
      'counsel-or-insurer': 'Read by our insurer.',
    },
    reviewIn: 320,
  },
  {
    template: 'getting-home',
    standard: 'HOME-1',
    sections: {
      purpose: 'The night is over when the last of us has texted that they are home.',
      covers: 'Guests until the car door closes, and all of us until the text.',
      leads: 'The door lead at closing, the closing manager for the team.',
      'staff-script':
        '“May I wait with you? It is warmer in here, and you can watch the car come from the window.”',
      'vulnerable-guests':
        'A guest who is alone or has had too much gets the window seat, a charger and soup. We call whoever they name. We walk them to the car and read the plate aloud.',
      'staff-journey':
        'Nobody walks to the bridge alone. We leave in twos, the house pays for a car after one, and everyone texts “home.”',
      'how-staff-learn': 'On the first closing shift, beside somebody who has done fifty.',
      'counsel-or-insurer': 'Not yet.',
    },
  },
]

export const theLanternRoom: VenueStory = {
  slug: 'the-lantern-room',
  name: 'The Lantern Room',
  address: '214 Harbor Street, Old Ferry Quarter',
  phone: '(202) 555-0121',
  district: 'Harbor Street',
  gist: 'A letter is here, with one step to answer.',
  securityStaff: false,
  invited: {
    on: -75,
    email: 'marta@lanternroom.example',
    claimed: { by: 'marta', on: -70 },
  },
  team: [{ person: 'jose', role: 'manager', since: -68 }],
  rosters: [
    {
      on: -15,
      by: 'jose',
      fileName: 'lantern-room-staff.csv',
      file: { name: 'lantern-room-staff.csv', datedOn: '2026-11-22' },
      verified: { on: -13, by: 'marta', type: 'responsible-service', how: 'original' },
    },
  ],
  journey: {
    startedOn: -69,
    by: 'marta',
    prepared: {
      on: -40,
      by: 'jose',
      policies,
      evidence: [
        { standard: 'SRV-3', kind: 'attestation', signedBy: 'Marta Castillo', on: -12 },
        { standard: 'CARE-1', kind: 'attestation', signedBy: 'José Núñez', on: -12 },
        {
          standard: 'OPS-2',
          kind: 'blank_form',
          file: 'lantern-room-incident-form.pdf',
          name: 'Incident form, blank.pdf',
          words: 'It lives in the drawer under the till, with a pencil tied to it.',
        },
        { standard: 'OPS-2', kind: 'attestation', signedBy: 'José Núñez', on: -12 },
        {
          standard: 'OPS-3',
          kind: 'photo',
          file: 'lantern-room-posted-limit.jpg',
          name: 'Posted limit by the door.jpg',
        },
        {
          standard: 'HOME-1',
          kind: 'photo',
          file: 'lantern-room-way-home.jpg',
          name: 'Card by the window seat.jpg',
        },
        {
          standard: 'MGT-1',
          kind: 'count',
          count: 11,
          total: 12,
          signedBy: 'José Núñez',
          on: -12,
        },
        {
          standard: 'MGT-2',
          kind: 'contact',
          name: 'José Núñez, manager',
          reach: '(202) 555-0121',
        },
        {
          standard: 'MGT-2',
          kind: 'conversation',
          name: 'Sgt. Dana Whitfield',
          on: -33,
          words:
            'Coffee at the bar before opening. We talked about Sundays, and about cards for the window.',
        },
      ],
    },
    rounds: [
      {
        sharedOn: -9,
        by: 'marta',
        words:
          'This is our first time through. The paper on getting home is the thinnest; we ran out of evening. Everything else is how we really work.',
        letter: {
          by: 'dana',
          startedOn: -6,
          sentOn: -3,
          opening:
            'Dear Marta, dear José, I read your policies on two quiet evenings, and by the end I could find my way around your room in the dark. Thank you for letting me see how you work. Here is what stayed with me.',
          closing:
            'As always, the choice is yours, and so is the pace. You can call me at the Harbor Street desk, or catch me on Thursday when I walk by at nine.',
          parts: [
            {
              kind: 'strength',
              standard: 'SRV-2',
              words:
                'You gave your team one word for a hard moment. Anyone can say it across a loud room, no guest is embarrassed, and the water is on its way.',
              helps: 'It helps the newest server as much as the guest at table six.',
              quote:
                'Our word for it is “lamp”: “Table six is on lamp” means water now and no round without the lead.',
            },
            {
              kind: 'strength',
              standard: 'CARE-1',
              words:
                'You have {trained} of {inScope} people current in the intervention class, from the owner to the door, and the lantern on the schedule tells everyone whom to ask.',
              helps: 'A guest who needs help meets somebody who has practiced it.',
              of: 'training',
            },
            {
              kind: 'strength',
              standard: 'CARE-2',
              words:
                'You put the decision back into the hands of the person who was hurt. You say it in words that a tired person can say at one in the morning.',
              helps: 'It helps guests, and it helps whoever sits beside them.',
              quote:
                'You decide what happens next. I can call a friend, the advocate line, a car, a doctor or the police, and I can sit here while you think.',
            },
            {
              kind: 'strength',
              standard: 'OPS-3',
              words:
                'You turned the line into a walk along the water. Your sidewalk stays open, and people come back in a better mood than they left.',
              helps: 'Your neighbors gain as much by it as your host.',
              quote:
                'At eighty the host starts a list with names and phone numbers, and people take a walk along the water until we text.',
            },
            {
              kind: 'strength',
              standard: 'HOME-1',
              words:
                'You offer company before you offer directions. I have heard your door lead say this sentence, and I saw two people sit down again.',
              helps: 'It helps the guest who would have waited alone under the bridge.',
              quote:
                'May I wait with you? It is warmer in here, and you can watch the car come from the window.',
            },
            {
              kind: 'question',
              standard: 'HOME-1',
              words:
                'On a Saturday at two, how do most of your guests find their ride: on the phone, at the corner, or by asking one of you?',
            },
            {
              kind: 'next_step',
              standard: 'HOME-1',
              words:
                'Two or three lines about the loading zone by the old Ferry House in your policy on getting home, and a note that your door team knows its hours.',
              why: 'When everyone names the same corner, cars stop circling, and your last half hour gets quieter.',
              help: 'I can send sample wording today, and bring a stack of the printed cards on Thursday. It takes about ten minutes with your door team.',
              proposedOn: 12,
            },
          ],
          seenBy: { person: 'jose', on: -2 },
          replies: [
            {
              by: 'jose',
              on: -2,
              words:
                'Mostly on the phone, and then they stand in the alley because that is where the pin lands. Nobody has ever asked us that. Marta is away until Tuesday; she answers about the step herself.',
              about: 5,
            },
          ],
        },
      },
    ],
  },
}
