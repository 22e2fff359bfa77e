/** The pulse after a round: what it asks, and how it keeps its promise. */
export const pulseWords = {
  title: 'How is the contact with the program?',
  itemTitles: {
    listened: 'My liaison listened before advising',
    respect: 'My liaison treated me with respect',
    reasons: 'My liaison explained reasons',
    noticed: 'My liaison noticed what we do well',
    even_handed: 'My liaison treats venues even-handedly',
    choices: 'My liaison gave real choices',
    call_earlier: 'I would call police earlier if I were worried',
    step_helped: 'The last next step helped',
    voluntary: 'Joining felt voluntary',
    worth_it: 'The contact was worth the time',
    learned: 'I learned something about the venue',
    together: 'We solved something together',
  },
  low: 'Not at all',
  high: 'Very much',
  open: 'Leave open',
  leads: {
    venue: 'Nine sentences, a minute or two. Leave open whatever you like.',
    liaison: 'Three sentences, half a minute. Leave open whatever you like.',
  },
  promiseTitle: 'Nobody can see who said what',
  promise: {
    venue: [
      'Your answer is kept without your name, your venue, the letter and the time.',
      'It waits until at least five people of your district have answered. Then the group is shown as one, and never in smaller parts.',
      'Your liaison and the coordinators read the figures of such groups. Nobody reads a single answer, and your colleagues do not either.',
      'As nobody can tell which answer is yours, it cannot be changed or taken back afterwards.',
    ],
    liaison: [
      'Your answer is kept without your name, the venue, the letter and the time.',
      'It waits until at least five liaisons of the program have answered. Then the group is shown as one, and never in smaller parts.',
      'The coordinators read the figures of such groups. Nobody reads a single answer.',
      'As nobody can tell which answer is yours, it cannot be changed or taken back afterwards.',
    ],
  },
  send: 'Send without my name',
  notNow: 'Not now',
  nothing: 'Choose a number for at least one sentence, or leave the page: not now is fine too.',
  closed: {
    waits: {
      title: 'Thank you: your answer is in',
      words:
        'You have answered. Your answer waits until at least five people have answered, and is then shown with theirs. Until that day you are asked nothing more here, so that five answers are five people.',
    },
    over: {
      title: 'Nothing is asked of you here',
      words:
        'After a letter, the owners and managers of the venue and the liaison who sent it are asked once. The question goes by itself after 30 days, with the next letter, or when the answers are shown.',
    },
  },
  card: {
    title: 'A minute for how it went?',
    venue: 'Nine short sentences about the contact with the program, without your name. ',
    liaison: (venue: string) =>
      `Three short sentences about the contact with ${venue}, without your name. `,
    fine: 'Not now is fine: nothing depends on it, and the question goes by itself.',
    answer: 'Answer without my name',
  },
  figures: {
    title: 'Pulse',
    lead: 'What venues and liaisons say after a round, from 1 (not at all) to 5 (very much). Figures are always about whole groups of five people or more, and nobody can see who said what.',
    venue: 'What venues say',
    liaison: 'What liaisons say',
    ofAll: 'Liaisons answer for the whole program: a district has too few of them for a group.',
    empty: 'Shown once at least five have answered',
    emptyWords:
      'After each letter, both sides are asked. How many answers wait is not told: a group is shown when it is whole, and from then on it stays in the figures.',
    answers: (count: string) => `${count} answers, in groups of five people or more.`,
    tooFew: 'Too few of a group answered this one, so it is not shown.',
    spreads: {
      close: 'most say about the same',
      some: 'some say otherwise',
      far: 'opinions lie far apart',
    },
  },
} as const
