import type { PolicyText, VenueStory } from './story'

const policies: PolicyText[] = [
  {
    template: 'age-and-id',
    standard: 'SRV-1',
    sections: {
      purpose:
        'Forty-eight chairs, one long counter. We can talk with every guest, so we can ask every guest.',
      covers: 'Everyone behind the counter and on the terrace, and tastings on Mondays.',
      leads: 'The person who opens the till that day.',
      'accepted-ids':
        'A driver’s license, state ID, passport or military ID that is in date. We have many visitors, so a page with passports of twelve countries is taped inside the glass cabinet.',
      'when-we-check':
        'With the first glass, for anyone who looks under 40. Tasting guests show theirs with the ticket.',
      'doubtful-id':
        'We say that our eyes are tired and ask the other one of us to look. Two yeses pour, one no means juice, and our juice is good.',
      'refusal-words':
        '“Not tonight, and please stay. The kitchen makes a quince soda that I would order myself.”',
      'how-staff-learn': 'Beside the owner for the first three evenings.',
      'review-date': 'Each November.',
    },
    reviewIn: 340,
  },
  {
    template: 'responsible-service',
    standard: 'SRV-2',
    sections: {
      purpose:
        'We sell slow evenings. A guest who hurries is a guest we have not looked after yet.',
      covers: 'The three of us who pour, the kitchen, and anyone who helps at a tasting.',
      leads: 'The owner, and on her free days whoever opened.',
      signs:
        'Louder than the room. A hand that misses the stem. Ordering before swallowing. We touch our left ear, and the next one of us comes by with bread.',
      pacing:
        'Half glasses are on the card at half the price, and we offer them first. Water stands on the table before the wine. The kitchen cooks until we close.',
      refusal:
        'We pour the last half glass as water and say: “This one is from the house, and it is from the tap.” Then we sit with them a minute.',
      promotions: 'None. The card is the same at five as at eleven.',
      'manager-support':
        'A no from one of us is a no from all of us. We talk about it while polishing.',
      'group-rounds': 'Bottles stay with us. We pour at the table, so that we see each face.',
      'how-staff-learn':
        'The course before the first evening alone, and one refusal acted out each month.',
      'review-date': 'Each November, with the first new wine.',
      'counsel-or-insurer': 'Our insurer has read it and lowered the deductible.',
    },
    reviewIn: 340,
    reviewedByCounsel: true,
  },
  {
    template: 'staff-alcohol',
    standard: 'SRV-3',
    sections: {
      purpose: 'We taste for a living, so we need a rule that is clear to our own noses.',
      covers: 'All six of us, and reps who pour at tastings.',
      leads: 'The owner.',
      'shift-rules':
        'We taste before opening and we spit. During service nobody drinks, not even the end of a bottle. After closing one glass, seated, and the last to leave has none.',
      'fit-for-work':
        'Whoever is not well goes home with pay for the evening, by car, and we talk at noon.',
      'reporting-worries':
        'To the owner, or to her sister who keeps the books and does not work the floor.',
      'how-staff-learn': 'It is written inside the cellar door.',
      'review-date': 'Each January.',
    },
  },
  {
    template: 'harassment-response',
    standard: 'CARE-2',
    sections: {
      purpose:
        'Many of our guests come alone with a book. They should be able to stay alone with a book.',
      covers: 'Guests, all of us, and the people who deliver.',
      leads: 'The trained one of us on that evening; the name is on the cellar door.',
      recognize:
        'A chair that moves closer twice. A guest who closes the book and looks for one of us.',
      'step-in':
        'We ask the reader to help us choose a glass at the counter. There one of us asks, “Are you fine where you sit?” The other takes the table to the newcomer.',
      'private-place':
        'The cellar steps are lit and have two cushions, and the back door leads to the court.',
      'guest-choices':
        'We ask what would help most: a friend, a car, the advocate line, a doctor, the police, or a new seat and a glass of water. The guest picks, and we do that.',
      'advocate-line': 'On the cellar door and on the back of the restroom doors.',
      recording:
        'The owner writes it the same night, in the app of our insurer, with the guest’s own words.',
      evidence: 'We leave the glass and the chair and put the reserved sign on the table.',
      'staff-or-regular': 'The same. The sister takes it from there if it is about the owner.',
      'how-staff-learn':
        'With the class in the fall, and again whenever one of us has been away for long.',
      'review-date': 'Each November.',
      'counsel-or-insurer': 'Not yet.',
    },
  },
  {
    template: 'calling-police',
    standard: 'OPS-1',
    sections: {
      purpose: 'In nine years we called four times, and it was right each time.',
      leads: 'Whoever is nearest to the phone.',
      'always-call':
        'A weapon. A person who is hurt or can’t be woken. Someone who follows a guest out. When a guest asks.',
      'consider-call':
        'A stolen bag, a guest who will not leave after we asked three times. We use the non-emergency number first.',
      'who-calls':
        'The one at the counter calls from the shop phone, the other one stands at the mouth of the court and waves.',
      'what-to-say':
        '“The Slow Tide, 9 Tidewater Court, the gate beside the bakery.” Then what happened, and whether anyone is hurt.',
      'scene-and-witnesses': 'We turn the chairs around the spot and offer tea to whoever saw it.',
      'how-staff-learn': 'The card hangs at the phone, and we read it together each spring.',
    },
    reviewIn: 180,
  },
  {
    template: 'occupancy',
    standard: 'OPS-3',
    sections: {
      purpose: 'When all chairs are taken we are full, and everybody can see it.',
      covers: 'The room and, in summer, the court.',
      leads: 'The person who opened.',
      limit: 'Forty-eight, the same as our chairs. The sign hangs over the glass cabinet.',
      counting:
        'We count empty chairs. Nobody stands except at the counter, where there are six places.',
      'egress-checks':
        'The gate and the cellar door are opened wide at four and stay unlocked until the last guest has gone.',
      'line-care': 'The bench by the bakery seats five. We bring them olives and the card.',
      'how-staff-learn': 'One look around the room.',
      'review-date': 'Each May, when the court opens.',
    },
  },
  {
    template: 'de-escalation',
    standard: 'OPS-4',
    sections: {
      purpose: 'A quiet room hears everything, so we begin early and speak low.',
      covers: 'All of us.',
      leads: 'The owner, else whoever opened.',
      'early-signs': 'Silence around one table.',
      roles:
        'One talks. One brings bread to the tables on both sides. The kitchen turns the music down, not up.',
      words: '“Come and stand in the court with me for a minute, I need air too.”',
      'leaving-safely':
        'We walk with them to the gate. Who is alone or unsteady sits on the bakery bench with one of us until the car is there.',
      aftercare: 'We close the till together and nobody goes home first.',
      'how-staff-learn':
        'The owner and the manager took the class; the rest of us learn it from them, one scene a month.',
      'review-date': 'Each October.',
    },
  },
  {
    template: 'getting-home',
    standard: 'HOME-1',
    sections: {
      purpose: 'Our court has no cars, which is lovely until eleven.',
      covers: 'Guests and all of us.',
      leads: 'Whoever closes.',
      'zone-and-hours':
        'Rides stop by the old Ferry House, Thursday to Saturday nights, 10 PM to 3 AM. On other nights they stop at the bakery corner. The card with the map is in every bill folder.',
      'staff-script':
        '“Left out of the gate, two minutes along the water, and rides stop under the clock. Shall I walk with you?”',
      'vulnerable-guests':
        'They stay on the bench or inside. We charge the phone, call whoever they name, and walk with them to the car.',
      'staff-journey':
        'The last two leave together, and the house pays for the car after midnight.',
      'how-staff-learn': 'We all walked it once, in the dark.',
      'review-date': 'When the zone changes, else each November.',
    },
    reviewIn: 340,
  },
]

export const theSlowTide: VenueStory = {
  slug: 'the-slow-tide',
  name: 'The Slow Tide',
  address: '9 Tidewater Court, Old Ferry Quarter',
  phone: '(202) 555-0124',
  district: 'Harbor Street',
  gist: 'Found ready; only the certificate is left to issue.',
  securityStaff: false,
  invited: {
    on: -96,
    email: 'beatriz@slowtide.example',
    claimed: { by: 'beatriz', on: -90 },
  },
  team: [{ person: 'noor', role: 'helper', since: -80 }],
  rosters: [
    {
      on: -60,
      by: 'noor',
      fileName: 'slow-tide-team.csv',
      people: [
        {
          name: 'Beatriz Amaral',
          position: 'owner',
          hired: -3300,
          trained: {
            'responsible-service': [-400, 695],
            'sexual-assault-intervention': -120,
            'de-escalation': -210,
          },
        },
        {
          name: 'Joana Amaral',
          position: 'manager',
          hired: -1900,
          trained: { 'responsible-service': [-390, 705], 'de-escalation': -210 },
        },
        {
          name: 'Teodor Ilić',
          position: 'bartender',
          hired: -820,
          trained: {
            'responsible-service': [-300, 795],
            'sexual-assault-intervention': -120,
            'fake-id': -150,
          },
        },
        {
          name: 'Amina Yusuf',
          position: 'bartender',
          hired: -510,
          trained: { 'responsible-service': [-290, 805], 'fake-id': -150 },
        },
        {
          name: 'Caleb Stone',
          position: 'server',
          hired: -240,
          trained: { 'responsible-service': [-200, 895] },
        },
        { name: 'Hoa Lê', position: 'kitchen', hired: -1100, trained: {} },
      ],
    },
    {
      on: -14,
      by: 'noor',
      fileName: 'slow-tide-after-the-class.csv',
      people: [
        {
          name: 'Joana Amaral',
          position: 'manager',
          hired: -1900,
          trained: { 'sexual-assault-intervention': -18 },
        },
        {
          name: 'Amina Yusuf',
          position: 'bartender',
          hired: -510,
          trained: { 'sexual-assault-intervention': -18 },
        },
        {
          name: 'Caleb Stone',
          position: 'server',
          hired: -240,
          trained: { 'sexual-assault-intervention': -18 },
        },
      ],
    },
  ],
  journey: {
    startedOn: -88,
    by: 'beatriz',
    prepared: {
      on: -58,
      by: 'noor',
      policies,
      evidence: [
        { standard: 'SRV-3', kind: 'attestation', signedBy: 'Beatriz Amaral', on: -42 },
        { standard: 'CARE-1', kind: 'attestation', signedBy: 'Beatriz Amaral', on: -42 },
        {
          standard: 'OPS-3',
          kind: 'photo',
          file: 'slow-tide-posted-limit.jpg',
          name: 'Over the glass cabinet.jpg',
        },
        {
          standard: 'HOME-1',
          kind: 'photo',
          file: 'slow-tide-way-home.jpg',
          name: 'Card in the bill folder.jpg',
        },
        {
          standard: 'HOME-1',
          kind: 'acknowledgement',
          on: -41,
          words: 'All six of us walked to the clock together.',
        },
        {
          standard: 'MGT-1',
          kind: 'count',
          count: 4,
          total: 6,
          signedBy: 'Beatriz Amaral',
          on: -42,
        },
        {
          standard: 'MGT-2',
          kind: 'contact',
          name: 'Beatriz Amaral, owner',
          reach: '(202) 555-0124',
        },
        {
          standard: 'MGT-2',
          kind: 'conversation',
          name: 'Sgt. Dana Whitfield',
          on: -52,
          words: 'At the counter, before opening. Our goal for the year: a class for all of us.',
        },
      ],
      answers: [
        {
          standard: 'OPS-2',
          stance: 'another_way',
          words:
            'We write in the app of our insurer the same night. It asks for time, place, what was seen and what we did. The owner reads each entry the next day. There is no blank page to show, because the form is in the app.',
        },
      ],
    },
    rounds: [
      {
        sharedOn: -38,
        by: 'beatriz',
        words:
          'We are small, so some things we do by looking at each other. I hope it reads that way too.',
        letter: {
          by: 'dana',
          startedOn: -34,
          sentOn: -31,
          opening:
            'Dear Beatriz, I read your policies at my kitchen table and wanted a quince soda by the third page. You write the way you run the room. Here is what I noticed.',
          closing: 'You decide which of these fits your season, and when. The choice is yours.',
          parts: [
            {
              kind: 'strength',
              standard: 'SRV-2',
              words:
                'You sell half glasses at half the price and offer them first. That is pacing that a guest can choose without being told.',
              helps: 'It helps the guest who would like to stay another hour.',
              quote: 'Half glasses are on the card at half the price, and we offer them first.',
            },
            {
              kind: 'strength',
              standard: 'CARE-1',
              words:
                'You have {trained} of {inScope} people current in the intervention class, and one of them is on every evening.',
              helps: 'It helps guests who come alone with a book.',
              of: 'training',
            },
            {
              kind: 'strength',
              standard: 'MGT-1',
              words:
                'You counted before anybody asked: {count} of {total} have read the policies, and you wrote down which evening it was.',
              helps: 'It helps whoever starts with you next.',
              of: 'count',
            },
            {
              kind: 'next_step',
              standard: 'CARE-1',
              words:
                'One evening class would bring the other three of you in, and complete this part.',
              why: 'With all of you trained, nobody has to plan the schedule around who knows what to do.',
              help: 'The advocate center teaches on a Monday, when you are closed, and I can book it with you. The program pays the fee.',
              proposedOn: -12,
              answer: {
                by: 'beatriz',
                on: -29,
                answer: 'other_date',
                day: -18,
                words:
                  'A Wednesday afternoon suits us better. We close for it and make a lunch of it.',
              },
            },
            {
              kind: 'next_step',
              standard: 'MGT-1',
              words: 'When the other two have read them as well, a new count completes this part.',
              why: 'It shows your team that the policies are theirs.',
              help: 'I can send a one-page sign-in sheet; the day of the class would be a good moment for it.',
              proposedOn: -12,
              answer: {
                by: 'beatriz',
                on: -29,
                answer: 'accepted',
                words: 'We read them aloud after the class.',
              },
            },
          ],
          seenBy: { person: 'beatriz', on: -30 },
          replies: [
            {
              by: 'beatriz',
              on: -29,
              words:
                'Joana cried a little at the line about the book. Thank you for reading so closely.',
            },
            {
              by: 'dana',
              on: -28,
              words:
                'Thank you both. Wednesday is booked with the advocates, two to six. I will bring bread, which I know is brave.',
            },
          ],
        },
      },
      {
        before: {
          on: -13,
          by: 'noor',
          evidence: [
            {
              standard: 'MGT-1',
              kind: 'count',
              count: 6,
              total: 6,
              signedBy: 'Beatriz Amaral',
              on: -18,
            },
          ],
          sections: [
            {
              template: 'harassment-response',
              anchor: 'how-staff-learn',
              text: 'All of us took the class this fall, in our own room. We repeat one scene each month, and whoever is new takes the next class in town.',
            },
          ],
        },
        sharedOn: -11,
        by: 'beatriz',
        words:
          'The class was good. Hoa from the kitchen came too, although nobody asked the kitchen.',
        letter: {
          by: 'dana',
          startedOn: -7,
          sentOn: -5,
          opening:
            'Dear Beatriz, dear Joana, dear all of you. All that the program asks for is in place. Before I finish, here is what I will tell other owners about your room, if you let me.',
          closing: 'What you do with the certificate, and whether you hang it, is up to you.',
          parts: [
            {
              kind: 'strength',
              standard: 'CARE-1',
              words:
                'You went from two people to {trained} of {inScope} in one afternoon, and the kitchen joined because it wanted to.',
              helps: 'It helps every guest on every evening, whoever has the night off.',
              of: 'training',
            },
            {
              kind: 'strength',
              standard: 'CARE-2',
              words:
                'You ask a guest to come and choose a glass, and in that minute nobody is watched and everything can be said.',
              helps: 'It helps the reader at table four, and the two of you who step in.',
              quote: 'There one of us asks, “Are you fine where you sit?”',
            },
            {
              kind: 'strength',
              standard: 'HOME-1',
              words: 'You offer to walk along, in a court where the cars are out of sight.',
              helps: 'It helps visitors who don’t know the water side.',
              quote: 'Shall I walk with you?',
            },
            {
              kind: 'accepted_alternative',
              standard: 'OPS-2',
              words:
                'The app of your insurer asks the same four things as our form, entries are dated, and you read each one. I accept it in place of a blank form.',
            },
          ],
          seenBy: { person: 'beatriz', on: -4 },
          replies: [
            {
              by: 'beatriz',
              on: -4,
              words: 'You may tell them all of it. The certificate goes beside the glass cabinet.',
            },
          ],
        },
      },
    ],
  },
}
