/** What keeps a draft from being a response, said to whoever writes it. */
export const sentences = {
  noStrength:
    'Add at least one strength, tied to something that the venue shared. Without it this is no response yet.',
  tooManySteps: (count: number, before: number) =>
    before > 0
      ? `There are ${count} next steps here, and the venue has ${before} of this round already. Keep the ones that help most, so that there are three in all.`
      : `There are ${count} next steps here. Keep the three that help most, and leave the rest for the next round.`,
  opening: 'Write an opening line or two.',
  closing: 'Close by saying that the venue decides, such as “As always, the choice is yours.”',
  strengthOpens: (venue: string) => `Say what they do well, opening with “You…” or “${venue}…”.`,
  strengthHelps: 'Say in a few words whom this helps.',
  evidence: 'Choose the evidence that shows the strength.',
  quoteNeeded: 'Quote the passage of the policy that you speak of.',
  quote:
    'These words are not in the evidence that you chose. Copy the passage as it stands there, or choose other evidence.',
  inPlaceWithStep: (title: string) =>
    `“${title}” has a next step, so it is nearly there, or something to talk about.`,
  notInPlace: (title: string) =>
    `“${title}” is not in place yet, so the letter offers a next step somewhere.`,
  question: 'Write the question, or take it out.',
  step: 'Write the step in a sentence or two.',
  stepWithoutStrength: (title: string) =>
    `First name a strength on “${title}”: every standard that gets a next step has one.`,
  stepWhy: 'Say why this step helps the venue.',
  stepHelp: 'Say what help you offer: who, or which template, class or sample wording.',
  stepDate: 'Propose a date.',
  stepDatePast: 'Propose a date that is still to come.',
  lawSource: 'Name the law or code that asks for this.',
  otherWay: 'Write what you accept, so that it stands in writing.',
  noOtherWay: 'The venue did not describe another way for this standard in this round.',
} as const
