type Reach = { phone: string; email: string }

/** What a letter says around the liaison's own words, on its page and on paper. */
export const letterWords = {
  title: (venue: string) => `A letter for ${venue}`,
  round: (number: number) => `Round ${number}`,
  strength: (standard: string) => `What you already do well: ${standard}`,
  quote: (passage: string) => `“${passage}”`,
  writtenBy: (name: string) => `Written by ${name}`,
  seenIn: (source: string) => `Seen in: ${source}`,
  otherWay: (standard: string) => `Your own way, agreed: ${standard}`,
  question: 'One thing I wondered',
  step: (index: number) =>
    index === 0 ? 'One step we could take together' : 'Another step, if it suits you',
  why: 'Why it helps',
  help: 'Who can help',
  date: 'A date that might suit',
  stands: 'Where it stands',
  law: 'Law',
  ready: 'Everything is in place',
  readyNext: 'Nothing is left for you to do. Your liaison now finishes your certificate.',
  standings: 'How each part stands',
  call: 'Who to call',
  /** Whoever wrote is asked first; where somebody else is the liaison by now, both are named. */
  whoHelps: ({ from, liaison }: { from: string; liaison: string }) =>
    liaison === from
      ? `${from} is glad to talk it through.`
      : `${from} wrote this letter. ${liaison} is your liaison now, and glad to talk it through.`,
  reach: ({ phone, email }: Reach) =>
    `Call ${phone} or write to ${email}; a person answers and brings you together.`,
  madeWith: (program: string) => `Written to the venue in ${program}`,
  fileName: (venue: string, date: string) => `${venue} – letter of ${date}.pdf`,
  pdf: 'Save as PDF',
  print: 'Print',
  lost: (letters: readonly string[]) =>
    `The PDF has no typeface for some letters here (${letters.slice(0, 8).join(' ')}), and prints “?” for each. This page shows them as they were written, and it prints well too.`,
} as const
