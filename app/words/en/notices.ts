/** Wordings that stand on many pages, so that they are the same everywhere. */
export const notices = {
  /** Follows "Private to your team." */
  privateToTeam: 'Only the people of your venue can see this, until you choose to share it.',
  /** The same, once something was shared. */
  privateSinceShare:
    'Your liaison reads what you shared, as it was on that day. What you change here stays with you until you share again.',
  noIncidents:
    'Please leave out what happened on a certain night, birth dates, social security numbers, police or court records, and lists of guests who may not come in.',
  publicRecords:
    'What you share with the program may be asked for under public-records law. What you have not shared stays with you.',
  staffNames: 'Names of your team stay with you: what you share shows roles, dates and a number.',
  notLegalAdvice: 'Templates and examples are a help with writing. They are not legal advice.',
} as const
