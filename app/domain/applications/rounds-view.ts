import { coverageSentence } from '~/words/en/feedback'
import { countOf, formatDay, formatShortDay, formatSize } from '~/words/en/format'
import { keepWords } from '~/words/en/keep-current'
import { evidenceNames, stanceOpens, tierNames } from '~/words/en/names'
import type { FrozenCoverage } from '~db/schema/applications'
import { heldWords } from '../policies/policy'
import type { Standard } from '../standards/standard-set'
import { isPage } from './pointer'
import type { FrozenAnswer, FrozenEvidence } from './rounds.server'

/** A piece of evidence as it was shared, for the venue's receipt and for the liaison alike. */
export type SharedEvidence = {
  id: string
  kind: string
  title: string
  /** Sentences beside it: who signed, when, the venue's own words. */
  details: string[]
  words: string
  sections: { anchor: string; heading: string; body: string; pointedAt: boolean }[]
  /** The page of the file on which to look. */
  pointer: string
  file: SharedFile | null
  people: { alias: string; completedOn: string; endsOn: string; current: string }[]
}

export type SharedFile = {
  id: string
  name: string
  size: string
  /** Whether it is a picture itself, or a PDF whose pages can be shown as pictures. */
  look: 'picture' | 'pages' | null
  pages: number | null
  /** What stands in place of a file that is not served. */
  waits: string
}

export type SharedStandard = {
  code: string
  title: string
  tier: string
  asked: string
  stance: string
  words: string
  otherWay: boolean
  evidence: SharedEvidence[]
}

/** What a round holds, standard by standard, in the order of the set; standards without a word are left out. */
export function sharedStandards(
  standards: readonly Standard[],
  evidence: readonly FrozenEvidence[],
  answers: readonly FrozenAnswer[],
): SharedStandard[] {
  return standards.flatMap((standard) => {
    const { code, title, tier, asked } = standard
    const rows = evidence.filter((row) => row.standard === code)
    const answer = answers.find((row) => row.standard === code)
    const says = answer && answer.stance !== 'with_evidence' ? answer : null
    if (rows.length === 0 && !says) return []
    const heard = says?.hearOn ? ` They expect to hear by ${formatDay(says.hearOn)}.` : ''
    return {
      code,
      title,
      tier: tierNames[tier],
      asked,
      stance: says ? stanceOpens(says.stance) : '',
      words: says ? `${says.words}${heard}` : '',
      otherWay: says?.stance === 'another_way',
      evidence: rows.map(sharedEvidence),
    }
  })
}

function sharedEvidence(row: FrozenEvidence): SharedEvidence {
  const { fileId, fileName, fileType, fileSize, filePages, coverage } = row
  const sections = (row.sections ?? []).map((section) => {
    return { ...section, pointedAt: section.anchor === row.pointer }
  })
  return {
    id: row.id,
    kind: evidenceNames[row.kind],
    title: row.title,
    details: detailsOf(row),
    words: row.words,
    sections,
    pointer: row.pointer && fileId && isPage(row.pointer) ? row.pointer : '',
    file: fileId && {
      id: fileId,
      name: fileName ?? '',
      size: formatSize(fileSize ?? 0),
      look: row.heldSince ? null : lookOf(fileType ?? ''),
      pages: filePages,
      waits: heldWords(row),
    },
    people: coverage ? peopleOf(coverage) : [],
  }
}

function lookOf(type: string): SharedFile['look'] {
  if (type.startsWith('image/')) return 'picture'
  return type === 'application/pdf' ? 'pages' : null
}

function detailsOf(row: FrozenEvidence): string[] {
  const { kind, facts, happenedOn, coverage, confirmedOn, confirmedBy } = row
  if (coverage) return [coverageSentence(coverage, coverage.asOf)]
  const { signedBy, count, total, name, reach } = facts
  const given = [
    count === undefined ? '' : `${count} of ${countOf(total ?? 0, 'person', 'people')}.`,
    name && (kind === 'conversation' ? `With ${name}.` : `${name}.`),
    reach && `Reached at: ${reach}.`,
    signedBy && `Signed by ${signedBy}.`,
    happenedOn && `On ${formatDay(happenedOn)}.`,
    confirmedOn && keepWords.confirmedBy(formatDay(confirmedOn), confirmedBy),
  ]
  return given.filter((detail): detail is string => !!detail)
}

function peopleOf({ people }: FrozenCoverage): SharedEvidence['people'] {
  const day = (on: string | null, none: string) =>
    on ? `${formatShortDay(on)}, ${on.slice(0, 4)}` : none
  return people.map(({ alias, completedOn, endsOn, current }) => ({
    alias,
    completedOn: day(completedOn, 'Not yet'),
    endsOn: day(endsOn, completedOn ? 'No end' : ''),
    current: current ? 'Current' : completedOn ? 'Ready to refresh' : 'Not yet',
  }))
}
