import { formatMoment } from './format'

/** "Who did what", as a line of the record. */
export function recordLine(who: string, what: string, venue: string | null): string {
  return venue ? `${who} ${what} · ${venue}` : `${who} ${what}`
}

type Check = { checkedAt: Date; length: number; problems: number } | null

/** Whether the chain of the record was whole when it was last looked at. */
export function chainWords(check: Check, timeZone: string): { whole: boolean; words: string } {
  if (!check) {
    return {
      whole: true,
      words: 'The record has not been checked yet. The first check comes soon.',
    }
  }
  const when = formatMoment(check.checkedAt, timeZone)
  return check.problems === 0
    ? { whole: true, words: `Unbroken when it was last checked, ${when}.` }
    : {
        whole: false,
        words: `The check of ${when} found that the record is not as it was written. Change nothing, and ask whoever runs this server to run "npm run audit:verify" and to compare with a backup.`,
      }
}

/** Small facts as rows of a list: "liaisonId" reads "liaison id". */
export function factLines(facts: Record<string, unknown> | null | undefined): [string, string][] {
  return Object.entries(facts ?? {}).map(([name, value]) => [nameOf(name), factWords(value)])
}

function nameOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
}

function factWords(value: unknown): string {
  if (value === null || value === '') return 'nothing'
  if (value === true) return 'yes'
  if (value === false) return 'no'
  return String(value)
}
