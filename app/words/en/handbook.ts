import { countOf, formatDay } from './format'

type Review = { reviewedOn: string | null; reviewOn: string | null }

/** What a policy on paper says around the venue's own words. */
export const handbookWords = {
  title: 'Employee handbook',
  contents: 'Contents',
  asOf: (day: string) => `As it stood on ${formatDay(day)}`,
  madeWith: (program: string) => `Written by the venue in ${program}`,
  review: ({ reviewedOn, reviewOn }: Review) =>
    [
      reviewedOn ? `Last reviewed by us on ${formatDay(reviewedOn)}.` : '',
      reviewOn ? `Next look: ${formatDay(reviewOn)}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  footer: (venue: string, page: number, pages: number) => `${venue} · page ${page} of ${pages}`,
  unwritten: 'Nothing is written here yet.',
  empty: 'No policy is written yet.',
  fileFollows: (name: string, pages: number) =>
    `This policy is the file “${name}”. ${pages === 1 ? 'Its page follows' : `Its ${countOf(pages, 'page', 'pages')} follow`}.`,
  fileApart: (name: string) =>
    `This policy is the file “${name}”. It is kept in the portal and goes with this handbook.`,
  fileChecked: (name: string) =>
    `This policy is the file “${name}”. It is being checked for viruses, and is not in here until that is done.`,
  fileHeldBack: (name: string) =>
    `This policy is the file “${name}”. The virus scanner found something in it, so it was held back.`,
  /** Before the download: what the PDF prints as "?", and what to take instead. */
  lost: (letters: readonly string[]) =>
    `The PDF has no typeface for some of your letters (${sampleOf(letters)}), and prints “?” for each. The Word document and the web page show them as you wrote them.`,
  lostOnReceipt: (letters: readonly string[]) =>
    `The PDF has no typeface for some of your letters (${sampleOf(letters)}), and prints “?” for each. This page shows them as you wrote them, and it prints well too.`,
  filePage: (name: string, page: number) => `Page ${page} of the file “${name}”`,
} as const

/** The first few, apart from each other. */
function sampleOf(letters: readonly string[]): string {
  return letters.length > 8 ? `${letters.slice(0, 8).join(' ')} …` : letters.join(' ')
}
