/** The eight principles, as a reviewer accepts them each year. */
export const principles: readonly { title: string; words: string }[] = [
  {
    title: 'Strengths first',
    words:
      'I look for what a venue already does well, and say it first, tied to what I read or saw. A response without a strength is no response.',
  },
  {
    title: 'Their choice',
    words:
      'The venue owns its words, its pace and its dates. I propose; it accepts, changes or declines, and may pause or leave without a mark.',
  },
  {
    title: 'Private until shared',
    words:
      'I read what was shared with me, and nothing else. I ask for no names of staff, and I take no copy out of this portal.',
  },
  {
    title: 'Never “rejected”',
    words: 'There is accredited and not yet, and “not yet” always comes with a plan and with help.',
  },
  {
    title: 'Even-handed',
    words:
      'I write reasons down, I treat venues alike, I step back where I am not neutral, and I welcome a second look by somebody else.',
  },
  {
    title: 'A badge means something',
    words:
      'I recommend accreditation for what is in place, not for who asks. Law and immediate danger I name plainly, with their source.',
  },
  {
    title: 'Few messages',
    words:
      'I write when it helps: what comes next, why, and who can help. I do not use this portal to press or to remind of enforcement.',
  },
  {
    title: 'Reach the hard to reach',
    words:
      'I go first to the venues that hear from us least. A call to police is a sign of trust, and I never hold it against a venue.',
  },
]
