import { formatDay } from '~/words/en/format'
import { keepWords } from '~/words/en/keep-current'
import { receiptWords } from '~/words/en/receipt'
import type { RoundReader } from '~db/schema/applications'
import { asText, type PaperFacts as Facts, lines, of, when, who } from './paper-words'
import type { DataEntry } from './venue-data.server'
import { letters } from './venue-letters'

/** Policies, files, rounds, letters and certificates: what a person reads, as people read it. */
export function papersOf(facts: Facts): DataEntry[] {
  return [
    ...policies(facts),
    ...rounds(facts),
    ...letters(facts),
    ...certificates(facts),
    ...files(facts),
  ]
}

function policies({ rows, named }: Facts): DataEntry[] {
  return of(rows, 'policies')
    .filter(({ kind }) => kind === 'written')
    .map((policy) => {
      const sections = of(rows, 'policy_sections')
        .filter(({ policyId }) => policyId === policy.id)
        .sort((a, b) => Number(a.position) - Number(b.position))
      const parts = sections.map(
        ({ heading, body, position }) =>
          `## ${heading}${Number(position) < 0 ? ' (taken out)' : ''}\n\n${body || '(Not written yet.)'}`,
      )
      const title = `${policy.title}${policy.removedAt ? ' (taken away)' : ''}`
      const text = `${[`# ${title}`, ...parts].join('\n\n')}\n`
      return { path: named('policies/', String(policy.title), 'md'), title, from: { text } }
    })
}

function rounds(facts: Facts): DataEntry[] {
  const { rows, named } = facts
  return of(rows, 'rounds').map((round) => {
    const mine = (name: string) => of(rows, name).filter(({ roundId }) => roundId === round.id)
    const answers = mine('round_answers').map(
      ({ standard, stance, words }) => `- ${standard}: ${stance}${words ? `. ${words}` : ''}`,
    )
    const evidence = mine('round_evidence').map((row) => {
      const { standard, title, words, confirmedOn, confirmedBy } = row
      const figure = row.coverage as { trained: number; inScope: number } | null
      const count = figure ? ` (${figure.trained} of ${figure.inScope})` : ''
      const still = confirmedOn
        ? ` ${keepWords.confirmedBy(formatDay(String(confirmedOn)), who(facts, confirmedBy))}`
        : ''
      return `- ${standard}: ${title}${count}${words ? `. ${words}` : ''}${still && `.${still}`}`
    })
    const readers = (round.readers ?? []) as RoundReader[]
    const title = `Round ${round.number}, ${round.reference}`
    const text = lines([
      `# ${title}`,
      `Shared on ${when(facts, round.sharedAt)} by ${who(facts, round.sharedBy)}.`,
      round.amendment ? 'A change after accreditation.' : '',
      asText(round.words),
      ...(readers.length > 0 ? [`## ${receiptWords.readersOn(when(facts, round.sharedAt))}`] : []),
      readers.map(({ personId, role }) => `- ${who(facts, personId)}. ${role}.`).join('\n'),
      '## What the venue said about each standard',
      answers.join('\n') || 'Nothing.',
      '## Evidence, as it was shared',
      evidence.join('\n') || 'Nothing.',
    ])
    return {
      path: named('rounds/', `round-${round.number}-${round.reference}`, 'md'),
      title,
      from: { text },
    }
  })
}

function certificates({ rows, named }: Facts): DataEntry[] {
  return of(rows, 'certificates').map(({ number, facts }) => ({
    path: named('certificates/', `certificate-${number}`, 'pdf'),
    title: `Certificate ${number}`,
    from: { certificate: facts },
  }))
}

function files({ rows, named }: Facts): DataEntry[] {
  return of(rows, 'files').map((file) => {
    const name = String(file.name)
    const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? 'bin'
    const path = named('files/', name.replace(/\.[A-Za-z0-9]{1,5}$/, ''), extension)
    // The store knows bytes by their SHA-256, which is the file's digest.
    return { path, title: name, from: { fileKey: String(file.digest) } }
  })
}
