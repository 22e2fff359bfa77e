/** Sections of a policy by anchor. */
export type Sections = Record<string, string>

/** How houses of this size commonly word a policy. A venue of the story takes one of each, with words of its own. */
export const commonWords: Record<string, { standard: string; wordings: Sections[] }> = {
  'age-and-id': {
    standard: 'SRV-1',
    wordings: [
      {
        purpose: 'Asking for ID is part of saying hello here.',
        'accepted-ids': 'License, state ID, passport, military ID, all in date.',
        'doubtful-id': 'A colleague looks too. Two people decide, and one yes is not enough.',
      },
      {
        purpose: 'We would rather ask twice than guess once.',
        'when-we-check': 'At the first drink, everyone who looks under 35.',
        'doubtful-id':
          'The card goes to whoever leads the shift, and back to the guest either way.',
      },
      {
        purpose: 'Nobody on our team stands alone with a doubt about a card.',
        'when-we-check': 'At the door after nine, and at the bar before.',
        'refusal-words': '“I can’t tonight. May I bring you something without alcohol?”',
      },
    ],
  },
  'responsible-service': {
    standard: 'SRV-2',
    wordings: [
      {
        purpose: 'A good evening has a middle, and we look after it.',
        pacing: 'Water comes with every second drink, whether it was ordered or not.',
        refusal: 'The one who pours says no, and the shift lead stands beside them.',
      },
      {
        purpose: 'People who eat stay longer and leave better.',
        signs: 'We say “slow tide” to each other and everyone knows which table is meant.',
        pacing: 'The kitchen stays open until the last hour, and bread is free.',
      },
      {
        purpose: 'We pour for the walk home as well.',
        'manager-support':
          'A no is written on the ticket, so that the next one of us says the same.',
        refusal: '“Let me look after you differently for a while.”',
      },
    ],
  },
  'staff-alcohol': {
    standard: 'SRV-3',
    wordings: [
      {
        purpose: 'Clear heads close better.',
        'shift-rules': 'Nothing during the shift. One drink after the doors are locked.',
      },
      {
        purpose: 'We look after each other first.',
        'shift-rules': 'No alcohol from clocking in to clocking out, tastings included.',
        'fit-for-work': 'Whoever is unwell goes home in a car that the house pays for.',
      },
      {
        purpose: 'Working with alcohol is not the same as drinking it.',
        'shift-rules': 'Tastings are sips, on Tuesdays, with a manager and with food.',
      },
    ],
  },
  'harassment-response': {
    standard: 'CARE-2',
    wordings: [
      {
        purpose: 'We believe the person in front of us, and then we ask what would help.',
        'private-place': 'The office, with the door ajar and a lamp on.',
        'guest-choices': 'A friend, a car, the advocates, a doctor, the police. They choose.',
      },
      {
        purpose: 'Whoever asks for help gets a chair, water and time.',
        'step-in': 'Two of us go: one talks with the guest, one with the person beside them.',
        'guest-choices': 'We name the choices slowly and wait for the answer.',
      },
      {
        purpose: 'It holds for guests and for every one of us.',
        'step-in': 'We ask the guest to help us choose something at the bar, and talk there.',
        'staff-or-regular': 'Being a friend of the house changes nothing.',
      },
    ],
  },
  'calling-police': {
    standard: 'OPS-1',
    wordings: [
      {
        purpose: 'We call early, because early is small.',
        'always-call': 'A weapon, an injury, a threat, or a guest who asks.',
        'who-calls': 'Whoever is nearest to the phone. The lead meets the officers outside.',
      },
      {
        purpose: 'A call is help that we ask for.',
        'always-call': 'A weapon, a fight that goes on, somebody who does not wake up.',
        'what-to-say': 'Our name, our number, which door, who is hurt.',
      },
      {
        purpose: 'Nobody here needs leave to call.',
        'who-calls': 'Anyone may. The lead does, if there is time to choose.',
        'scene-and-witnesses': 'We rope off the spot with chairs and leave the glasses standing.',
      },
    ],
  },
  occupancy: {
    standard: 'OPS-3',
    wordings: [
      {
        limit: '{seats}, as the sign by the door says.',
        counting: 'A clicker from eight on, in and out.',
        'egress-checks': 'Both exits are walked before we open and at ten.',
      },
      {
        limit: 'Our number is {seats}. Ten below it, the door lets one in for one out.',
        'line-care': 'The line stands along our own wall, and the sidewalk stays free.',
      },
      {
        limit: 'We may be {seats}, and we feel full at ten fewer.',
        'egress-checks': 'The back door is opened every evening, to see that it opens.',
      },
    ],
  },
  'de-escalation': {
    standard: 'OPS-4',
    wordings: [
      {
        roles: 'One talks, one stays near, one keeps the room going.',
        'leaving-safely': 'Nobody waits outside alone. We wait with them for the car.',
      },
      {
        'early-signs': 'A chair pushed back. A voice that the next table turns to.',
        words: '“Come and tell me at the bar, I can hear you better there.”',
      },
      {
        words: '“I would like to get this right. What would help?”',
        aftercare: 'Ten minutes in the kitchen for whoever it happened to, that same night.',
      },
    ],
  },
  'getting-home': {
    standard: 'HOME-1',
    wordings: [
      {
        'zone-and-hours': 'Rides stop {rides}. The card in the window says when.',
        'staff-script': '“It is a minute on foot. Shall I point?”',
      },
      {
        'zone-and-hours': '{Rides} is where the apps send the cars.',
        'vulnerable-guests': 'A seat inside, a charger, and one of us until the ride is here.',
      },
      {
        'zone-and-hours': 'We send everyone to one place: {rides}.',
        'staff-journey': 'The last two of us leave together.',
      },
    ],
  },
}

/** People who work in the venues of the story, all made up, in the order in which they are hired. */
export const staffNames = [
  ...['Adaeze Nwosu', 'Björn Lindqvist', 'Camila Rojas', 'Dmitri Volkov', 'Esi Mensah'],
  ...['Farid Rahimi', 'Giulia Conti', 'Hamza Siddiqui', 'Inés Cabrera', 'Jamal Whitaker'],
  ...['Katarzyna Nowak', 'Lars Eriksen', 'Mei Chen', 'Nikhil Sharma', 'Oluwaseun Balogun'],
  ...['Paloma Reyes', 'Quentin Dubois', 'Ravi Iyer', 'Siobhan Gallagher', 'Tadesse Bekele'],
  ...['Ursula Hoffmann', 'Vikram Nair', 'Winona Begay', 'Xiomara Vega', 'Yuki Tanaka'],
  ...['Zanele Dube', 'Anders Holm', 'Bukola Adebayo', 'Catalina Ortiz', 'Dariush Karimi'],
  ...['Elena Popescu', 'Faisal Qureshi', 'Gwen Pritchard', 'Hyun-woo Park', 'Isadora Lima'],
  ...['Jerome Baptiste', 'Kalani Akana', 'Leticia Flores', 'Mustafa Yilmaz', 'Nadia Haddad'],
  ...['Omari Jackson', 'Petra Horvat', 'Quyen Vo', 'Rashida Coleman', 'Stefan Ionescu'],
  ...['Teresa Silva', 'Umar Farouq', 'Valentina Rossi', 'Wendell Hayes', 'Ximena Salas'],
  ...['Yaw Asante', 'Zofia Kaminska', 'Abel Tesfaye', 'Brigid Nolan', 'Chidi Okeke'],
  ...['Deepa Menon', 'Emeka Obi', 'Freja Madsen', 'Gael Moreau', 'Hoang Minh'],
  ...['Ines Ferreira', 'Jaroslav Dvořák', 'Kiona Redfeather', 'Lamar Pierce', 'Malala Noorzai'],
  ...['Noah Goldberg', 'Ophelia Grant', 'Pilar Navarro', 'Rania Khoury', 'Soraya Amini'],
  ...['Thabo Nkosi', 'Ulrike Brandt', 'Viktor Szabó', 'Wanjiru Kamau', 'Yara Mansour'],
]
