/** What the receipt of a share says on paper. */
export const receiptWords = {
  title: (reference: string) => `Receipt ${reference}`,
  made: (program: string) => `What you shared with ${program}`,
  next: 'What happens next',
  hearBy: (day: string) => `Your liaison reads what you shared, and writes to you by ${day}.`,
  answered: 'This round is answered, or you have moved on since.',
  questions: ({ phone, email }: { phone: string; email: string }) =>
    `Questions: call ${phone} or write to ${email}, and name your reference.`,
  readers: 'Who can read it',
  /** The people are kept as they were on the day of the share; without a day they are today's. */
  readersOn: (day: string) => (day ? `Who could read it on ${day}` : receiptWords.readers),
  readersSince: 'Who can read it since then',
  wordsAlong: 'Your words to your liaison',
  ruler: 'Your ruler, which you chose to share',
  sections: (headings: string) => `Its sections: ${headings}.`,
  file: (name: string, size: string) => `The file “${name}” (${size}).`,
  page: (page: string) => `Where to look: page ${page}.`,
  /** "Bartender 1: Mar 2, 2026. Until: Mar 2, 2029. Current." */
  person: (person: { alias: string; completedOn: string; endsOn: string; current: string }) => {
    const { alias, completedOn, endsOn, current } = person
    if (completedOn === current) return `${alias}: ${current}.`
    return `${alias}: ${completedOn}. ${endsOn ? `Until: ${endsOn}. ` : ''}${current}.`
  },
} as const
