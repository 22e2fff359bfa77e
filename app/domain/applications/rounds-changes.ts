import type { FrozenAnswer, FrozenEvidence } from './rounds.server'

type Snapshot = { evidence: readonly FrozenEvidence[]; answers: readonly FrozenAnswer[] }

/** What changed on one standard between two shares, in whole sentences. */
export type StandardChanges = { standard: string; changes: string[] }

/** What is different in a round from the one before it, standard by standard. */
export function changesBetween(before: Snapshot, after: Snapshot): StandardChanges[] {
  const standards = new Set(
    [before, after].flatMap(({ evidence, answers }) =>
      [...evidence, ...answers].map(({ standard }) => standard),
    ),
  )
  return [...standards].flatMap((standard) => {
    const changes = [
      ...evidenceChanges(of(before.evidence, standard), of(after.evidence, standard)),
      ...answerChanges(of(before.answers, standard)[0], of(after.answers, standard)[0]),
    ]
    return changes.length > 0 ? { standard, changes } : []
  })
}

function evidenceChanges(before: FrozenEvidence[], after: FrozenEvidence[]): string[] {
  const added = after.flatMap((row) => {
    const earlier = before.find((each) => isSamePiece(each, row))
    if (!earlier) return `New: ${row.title}.`
    if (row.coverage && earlier.coverage) {
      const [was, is] = [earlier.coverage, row.coverage]
      if (was.trained === is.trained && was.inScope === is.inScope) return []
      return `${row.title}: ${was.trained} of ${was.inScope} before, ${is.trained} of ${is.inScope} now.`
    }
    return contentOf(row) === contentOf(earlier) ? [] : `Changed: ${row.title}.`
  })
  const gone = before.filter((row) => !after.some((each) => isSamePiece(row, each)))
  return [...added, ...gone.map(({ title }) => `No longer there: ${title}.`)]
}

function answerChanges(before: FrozenAnswer | undefined, after: FrozenAnswer | undefined) {
  const same = before?.stance === after?.stance && before?.words === after?.words
  return same ? [] : ['The venue says differently how it meets this standard.']
}

function isSamePiece(a: FrozenEvidence, b: FrozenEvidence): boolean {
  return a.kind === b.kind && a.title === b.title && a.pointer === b.pointer
}

function contentOf(row: FrozenEvidence): string {
  const { words, versionDigest, fileId, facts, happenedOn } = row
  return JSON.stringify([words, versionDigest, fileId, facts, happenedOn])
}

function of<Row extends { standard: string }>(rows: readonly Row[], standard: string): Row[] {
  return rows.filter((row) => row.standard === standard)
}
