import { type ChainedEvent, digestOfDetails, hashOfEvent, startOfRecord } from '~db/record-chain'

/** A point of the record: how many events it had, and the hash of the last one. */
export type Point = { length: number; hash: string }

/** What the record says of its own end. */
export type Head = Point & { id: number }

export const emptyRecord: Point = { length: 0, hash: startOfRecord }

/** An event as its row holds it, with its details. */
export type RecordRow = ChainedEvent & {
  hash: string | null
  /** Null where the event has no details. */
  detailsOf: string | null
  salt: string | null
  details: string | null
  erasedAt: number | null
  erasedUnder: string | null
}

export type Finding = {
  what: keyof typeof findingSentences
  /** The place in the record; null for what is not one place. */
  sequence: number | null
  /** The row's id, or the name of its table where there is no row. */
  id: string
}

/** What can be wrong with a record, in words for people who look after it. */
export const findingSentences = {
  altered: 'is not as it was written',
  hash_altered: 'has another hash than it was written with',
  removed: 'was removed',
  inserted: 'was put in from outside',
  outside: 'stands outside the chain',
  details_altered: 'has details that are not as they were written',
  details_removed: 'has lost its details',
  details_inserted: 'was given details from outside',
  details_orphaned: 'has details, but no event',
  erased_unrecorded: 'has details that nobody recorded as erased',
  erasure_miscounted: 'erased another number of details than it says',
  head_missing: 'does not say where the record ends',
  head_altered: 'says that the record ends elsewhere',
  head_inserted: 'says more than once where the record ends',
  point_missing: 'is not the point that was noted',
} as const

/**
 * Follows a record link by link from a known point. An event that does not fit is named once, and the
 * chain is taken up again behind it, so that one altered row is one finding.
 */
export function followChain(from: Point) {
  const findings: Finding[] = []
  const note = (what: Finding['what'], { sequence, id }: Pick<RecordRow, 'sequence' | 'id'>) => {
    findings.push({ what, sequence: typeof sequence === 'number' ? sequence : null, id })
  }
  let length = from.length
  /** Null behind a gap: the next event cannot be held against the one before it. */
  let hash: string | null = from.hash
  /** An event that did not fit. The one behind it tells whether its hash was altered, or the rest of it. */
  let doubtful: { row: RecordRow; computed: string } | null = null

  function settle(nextFits: (computed: string) => boolean): boolean {
    if (!doubtful) return false
    const hashAltered = nextFits(doubtful.computed)
    note(hashAltered ? 'hash_altered' : 'altered', doubtful.row)
    doubtful = null
    return hashAltered
  }

  function next(row: RecordRow): void {
    if (!Number.isInteger(row.sequence) || row.sequence <= length) {
      note('inserted', row)
      return
    }
    if (row.sequence > length + 1) {
      settle(() => false)
      noteRemoved(length + 1, row.sequence - 1)
      hash = null
    }
    if (hash !== null) {
      const computed = hashOfEvent(hash, row)
      const fits = computed === row.hash
      const fitsOther = settle((other) => !fits && hashOfEvent(other, row) === row.hash)
      if (!fits && !fitsOther) doubtful = { row, computed }
    }
    length = row.sequence
    hash = row.hash ?? ''
    checkDetails(row, note)
  }

  function noteRemoved(first: number, last: number): void {
    const most = Math.min(last, first + 999)
    for (let sequence = first; sequence <= most; sequence += 1) {
      findings.push({ what: 'removed', sequence, id: 'events' })
    }
  }

  /** Holds the end of the chain against what the record says of its own end. */
  function end(heads: readonly Head[]): Finding[] {
    const [head] = heads
    settle((computed) => head?.hash === computed)
    const says = (what: Finding['what']) =>
      findings.push({ what, sequence: null, id: 'record_head' })
    if (heads.length > 1) says('head_inserted')
    if (head && head.id !== 1) says('head_altered')
    if (!head) {
      if (length > 0) says('head_missing')
    } else if (head.length > length && head.hash !== hash) noteRemoved(length + 1, head.length)
    else if (head.length !== length) says('head_altered')
    else if (head.hash !== hash && !findings.some(({ sequence }) => sequence === length))
      says('head_altered')
    return findings
  }

  return { next, end, reached: (): Point => ({ length, hash: hash ?? '' }) }
}

type Note = (what: Finding['what'], row: RecordRow) => void

function checkDetails(row: RecordRow, note: Note): void {
  const { detailsDigest, detailsOf, salt, details, erasedAt, erasedUnder } = row
  if (detailsDigest === null) {
    if (detailsOf !== null) note('details_inserted', row)
  } else if (detailsOf === null) note('details_removed', row)
  else if (erasedAt !== null) {
    if (salt !== null || details !== null || !erasedUnder) note('details_altered', row)
  } else if (
    erasedUnder !== null ||
    typeof salt !== 'string' ||
    typeof details !== 'string' ||
    digestOfDetails(salt, details) !== detailsDigest
  )
    note('details_altered', row)
}
