import type { FrozenAnswer, FrozenEvidence } from './rounds.server'

type Content = 'words' | 'versionDigest' | 'fileId' | 'facts' | 'happenedOn'
type Piece = Pick<FrozenEvidence, 'standard' | 'kind' | 'title' | 'pointer' | 'coverage' | Content>
type Answer = Pick<FrozenAnswer, 'standard' | 'stance' | 'words'>

/** What two shares are compared by; the second can be one that is still to come. */
export type Snapshot = { evidence: readonly Piece[]; answers: readonly Answer[] }

/** What changed on one standard between two shares, in whole sentences. */
export type StandardChanges = { standard: string; changes: string[] }

const otherWords = {
  program: 'The venue says differently how it meets this standard.',
  venue: 'You say differently how you meet this standard.',
} as const

/** What is different in a round from the one before it, standard by standard, in words for either side. */
export function changesBetween(
  before: Snapshot,
  after: Snapshot,
  reader: keyof typeof otherWords = 'program',
): StandardChanges[] {
  const standards = new Set(
    [before, after].flatMap(({ evidence, answers }) =>
      [...evidence, ...answers].map(({ standard }) => standard),
    ),
  )
  return [...standards].flatMap((standard) => {
    const [was, is] = [of(before.answers, standard)[0], of(after.answers, standard)[0]]
    const changes = [
      ...evidenceChanges(of(before.evidence, standard), of(after.evidence, standard)),
      ...(was?.stance === is?.stance && was?.words === is?.words ? [] : [otherWords[reader]]),
    ]
    return changes.length > 0 ? { standard, changes } : []
  })
}

/** Pieces that are the same on both sides are set aside first, so that a second photo is new and the first unchanged. */
function evidenceChanges(before: Piece[], after: Piece[]): string[] {
  const left = [...before]
  const take = (fits: (row: Piece) => boolean) => {
    const at = left.findIndex(fits)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const different = after.filter(
    (row) => !take((each) => isSamePiece(each, row) && contentOf(each) === contentOf(row)),
  )
  const changed = different.map((row) => {
    const earlier = take((each) => isSamePiece(each, row))
    if (!earlier) return `New: ${row.title}.`
    if (!row.coverage || !earlier.coverage) return `Changed: ${row.title}.`
    const [was, is] = [earlier.coverage, row.coverage]
    return `${row.title}: ${was.trained} of ${was.inScope} before, ${is.trained} of ${is.inScope} now.`
  })
  return [...changed, ...left.map(({ title }) => `No longer there: ${title}.`)]
}

function isSamePiece(a: Piece, b: Piece): boolean {
  return a.kind === b.kind && a.title === b.title && a.pointer === b.pointer
}

/** A coverage figure is the same while its numbers are, whoever of the team makes them up. */
function contentOf(row: Piece): string {
  const { words, versionDigest, fileId, facts, happenedOn, coverage } = row
  const figures = coverage && [coverage.trained, coverage.inScope]
  return JSON.stringify([words, versionDigest, fileId, facts, happenedOn, figures])
}

function of<Row extends { standard: string }>(rows: readonly Row[], standard: string): Row[] {
  return rows.filter((row) => row.standard === standard)
}
