import type { Reader } from '~db/open.server'
import { emptyRecord, type Finding, followChain, type Point } from './chain'
import { endOf, erasingsOf, rowsOf, strays } from './chain-rows.server'
import { countErasures } from './erasures'

export type Verdict = Point & {
  findings: Finding[]
  /** How many events were read. */
  checked: number
  /** How many of them have lost their details under a retention rule. */
  erased: number
}

/**
 * Reads the whole record in pages and says what is not as it was written. With `expected`, a point
 * that was noted elsewhere, it also says whether the record still contains it.
 */
export async function verifyRecord(db: Reader, expected?: Point): Promise<Verdict> {
  const { last, heads } = await endOf(db)
  const chain = followChain(emptyRecord)
  const erasures = countErasures()
  let checked = 0
  let holds = !expected || (expected.length === 0 && expected.hash === emptyRecord.hash)
  for await (const row of rowsOf(db, null, last)) {
    chain.next(row)
    erasures.next(row)
    checked += 1
    if (row.sequence === expected?.length && row.hash === expected.hash) holds = true
  }
  const findings = [
    ...chain.end(heads),
    ...erasures.end(await erasingsOf(db), typeof last === 'number' ? last : 0),
    ...(await strays(db)),
    ...(holds ? [] : [missing(expected)]),
  ]
  return { ...chain.reached(), findings, checked, erased: erasures.count() }
}

/** The same for what is new since a point at which the record was found unbroken: light enough for each hour. */
export async function verifySince(db: Reader, from: Point): Promise<Verdict> {
  const { last, heads } = await endOf(db)
  const chain = followChain(from)
  const findings: Finding[] = []
  let checked = 0
  let holds = from.length === 0
  for await (const row of rowsOf(db, from.length, last)) {
    if (row.sequence === from.length) holds = row.hash === from.hash
    else chain.next(row)
    checked += 1
  }
  if (!holds) findings.push(missing(from))
  return { ...chain.reached(), findings: [...findings, ...chain.end(heads)], checked, erased: 0 }
}

function missing(point: Point | undefined): Finding {
  return { what: 'point_missing', sequence: point?.length ?? null, id: 'events' }
}
