import { leftOutSentence, privateFact } from '../private-columns'
import type { Table } from '../table'
import { leaveOut } from '../table-copy'
import type { LicenseField } from './read-license-fields'

/** The list without what its private columns hold, and the sentence that says so; null where it has none. */
export function withoutPrivateColumns(table: Table<LicenseField>) {
  const facts = privateColumnsOf(table)
  if (facts.length === 0) return { table, leftOut: null }
  const columns = new Set(facts.map(({ column }) => column))
  return { table: leaveOut(table, columns), leftOut: leftOutSentence(facts) }
}

/** Addresses are those of venues, unless they say whose home it is. */
function privateColumnsOf({ headers, match }: Table<LicenseField>) {
  return match.unknown.flatMap((column) => {
    const header = headers[column] ?? ''
    const what = privateFact(header)
    const ofVenues =
      what === 'home addresses' && !/home|owner|applicant|agent|resid|due[nñ]/i.test(header)
    return what && !ofVenues ? [{ column, header, what }] : []
  })
}
