/** The parts of a standard that a venue reads, as the page of changes names them. */
export const standardFields = {
  title: 'Name',
  tier: 'Essential or enhanced',
  why: 'Why it helps',
  asked: 'What is asked',
  evidence: 'What can show it',
  goodPractice: 'Good practice',
  example: 'Example',
  help: 'Who can help',
} as const

export const standardsChangesWords = {
  title: 'What changed in the standards',
  /** When a venue moves, by where its application stands. */
  mayMove:
    'You choose when to move. Until then everything here is asked as before; a renewal begins with the standards in force.',
  later:
    'Nothing changes for you now. When it is your turn again you can move, and a renewal begins with the standards in force.',
  accredited:
    'Your certificate stays as it is. These standards count for you from your renewal on, which begins with the standards in force.',
} as const
