import { severalLines } from '../table-words'

/** How much fits into one section: about six printed pages. */
export const sectionLimit = 12_000
export const titleLimit = 120
export const mostSections = 40

/** The order of sections, as a page that would change it carries it. */
export function orderOf(sections: readonly { anchor: string }[]): string {
  return sections.map(({ anchor }) => anchor).join(' ')
}

/** An uploaded file as the domain knows it; its bytes are in the file store already. */
export type UploadedFile = {
  name: string
  type: string
  size: number
  digest: string
  storageKey: string
  /** Of a PDF. */
  pages?: number | null
  /** The virus scanner could not be asked yet. */
  held?: boolean
}

/** The headings of a policy that starts without a template. */
export const blankSections = [
  { anchor: 'purpose', heading: 'Purpose, in our words' },
  { anchor: 'who-leads', heading: 'Who this covers, and who leads' },
  { anchor: 'what-we-do', heading: 'What we do' },
  { anchor: 'how-staff-learn', heading: 'How staff learn it' },
] as const

/** How far a policy is: each section counts once something is written in it. */
export function fillOf(policy: { fileId: string | null; written: number; sections: number }) {
  if (policy.written === 0) return policy.fileId ? 'uploaded' : 'empty'
  return policy.written < policy.sections ? 'begun' : 'written'
}

/** Text as it is kept: line ends of one kind, nothing invisible, no space at the end of a line. */
export function cleanBody(text: string): string {
  return severalLines(text)
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
}

/** What stands in place of a file that is not served; empty where it is. */
export function heldWords(file: { heldSince: Date | null; foundIn: string | null }): string {
  if (!file.heldSince) return ''
  return file.foundIn
    ? 'The virus scanner found something in it, so it was not kept. Please put a clean copy in its place.'
    : 'Being checked for viruses. It can be opened once that is done.'
}

/** The same about a file that is only named; empty where it can be opened. */
export function heldFileWords(file: {
  name: string
  heldSince: Date | null
  foundIn: string | null
}): string {
  if (!file.heldSince) return ''
  return file.foundIn
    ? `The virus scanner found something in the file “${file.name}”, so it was held back.`
    : `The file “${file.name}” is being checked for viruses. It can be opened once that is done.`
}
