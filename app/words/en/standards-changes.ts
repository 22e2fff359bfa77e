import { choiceOf, countOf, formatNumber, listOf } from './format'

/** The parts of a standard that a venue reads, as the page of changes names them. */
export const standardFields = {
  title: 'Name',
  area: 'Area',
  tier: 'Essential or enhanced',
  why: 'Why it helps',
  asked: 'What is asked',
  evidence: 'What can show it',
  goodPractice: 'Good practice',
  example: 'Example',
  help: 'Who can help',
  onlyIf: 'Where it is asked',
} as const

export const askedWhere = { security_staff: 'Where security staff works.' } as const

type TrainingFigures = {
  titles: readonly string[]
  percent: number
  positions: readonly string[]
  /** Months that one training counts; nothing where it has no end of its own. */
  counts: number | undefined
}

/** "CPR or naloxone: 20% of owners, managers and hosts. Each counts for 24 months." */
export function trainingFigures({ titles, percent, positions, counts }: TrainingFigures): string {
  const whom = `${choiceOf(titles)}: ${formatNumber(percent)}% of ${listOf(positions)}`
  return counts ? `${whom}. Each counts for ${months(counts)}.` : `${whom}.`
}

/** How much is counted, and for how long a thing with a date counts. */
export function askFigures(percent: number | undefined, counts: number | undefined): string {
  const share = percent ? `${formatNumber(percent)}% of the team.` : ''
  return [share, counts ? `Counts for ${months(counts)}.` : ''].filter(Boolean).join(' ')
}

function months(count: number): string {
  return countOf(count, 'month', 'months')
}

/** What the command that publishes standards prints. */
export const publishWords = {
  added: (what: string) => `New: ${what}`,
  changed: (what: string, fields: readonly string[]) =>
    fields.length > 0 ? `Changed: ${what} (${fields.join('; ')})` : `Changed: ${what}`,
  gone: (what: string) => `Gone: ${what}`,
  template: 'template',
  training: 'training',
  lexicon: 'Changed: the lexicon that the tone helper begins with',
  distinction: (count: number) => `Distinction now asks for ${count} of the enhanced standards`,
  nothing: 'Nothing is different in it.',
} as const

export function publishedLine(version: number, isDry: boolean): string {
  return isDry
    ? `Nothing was written. This would be version ${version} of the standards.`
    : `Version ${version} is in force for applications that start from now on.`
}

export function staysLine({
  applications,
  certificates,
}: Record<'applications' | 'certificates', number>) {
  const open = countOf(applications, 'open application', 'open applications')
  const running = countOf(certificates, 'certificate', 'certificates')
  return `${open} and ${running} keep the standards of their own; each venue reads what changed, and chooses when to move.`
}

export const standardsChangesWords = {
  title: 'What changed in the standards',
  /** When a venue moves, by where its application stands. */
  mayMove:
    'You choose when to move. Until then everything here is asked as before; a renewal begins with the standards in force.',
  later:
    'Nothing changes for you now. When it is your turn again you can move, and a renewal begins with the standards in force.',
  accredited: (until: string) =>
    `You choose when to move, by beginning your renewal. Your certificate was given for the standards of its day: it stays as it is until ${until}, and asks for nothing new. At your renewal you move in any case.`,
  over: 'Your certificate has come to its end. A new application begins with these standards.',
  renew:
    'A renewal is a private draft that begins with everything you have here, on the new standards. Your certificate counts on beside it, until its own last day or until the new one takes its place.',
  renewFirst:
    'Your certificate stands on the standards of its day. You move to the new ones by beginning your renewal.',
} as const
