import type { SerializeFrom } from '@remix-run/node'
import { SummaryList } from '~/ui/summary-list'
import { Table } from '~/ui/table'
import { countOf, formatNumber, listOf } from '~/words/en/format'
import type { loader } from './route'

type Page = SerializeFrom<typeof loader>

const fieldNames: Record<string, string> = {
  license: 'license',
  name: 'name',
  address: 'address',
  longitude: 'longitude',
  latitude: 'latitude',
  quadrant: 'quadrant',
  neighborhood: 'neighborhood',
  firstYear: 'first year',
}

/** The counts of a list, what was recognized in it, and each row that needs a look. */
export function ListReport({ page: { report, file, done } }: { page: Page }) {
  return (
    <>
      <SummaryList
        rows={[
          { term: 'Rows in the file', detail: formatNumber(report.rows) },
          { term: 'Venues', detail: formatNumber(report.venues) },
          { term: done ? 'Added' : 'Would be added', detail: formatNumber(report.added) },
          { term: done ? 'Changed' : 'Would change', detail: formatNumber(report.changed) },
          { term: 'On file already', detail: formatNumber(report.unchanged) },
          { term: 'Not on this list', detail: formatNumber(report.vanished ?? 0) },
          { term: 'On the list again', detail: formatNumber(report.returned ?? 0) },
          { term: 'Repeated rows', detail: repeatedRows(report.repeatedRows, file) },
          { term: 'Repeated headings', detail: repeatedHeaders(report.repeatedHeaders, file) },
          ...(file ? [{ term: 'Columns', detail: columns(file.headers) }] : []),
        ]}
      />
      {report.leftOut ? <p>{report.leftOut}</p> : null}
      {report.problems.length > 0 ? (
        <Table
          caption={`${countOf(report.problems.length, 'cell needs', 'cells need')} a look`}
          columns={[
            { title: 'Row', cell: ({ row }) => formatNumber(row) },
            { title: 'Column', cell: ({ column }) => column || 'The whole row' },
            { title: 'What was found', cell: ({ why }) => why },
          ]}
          rows={report.problems}
          rowKey={({ row, column, why }) => `${row} ${column} ${why}`}
        />
      ) : (
        <p>Every row could be read.</p>
      )}
    </>
  )
}

function repeatedRows(count: number, file: Page['file']) {
  if (count === 0) return 'None'
  if (!file) return formatNumber(count)
  return (
    <>
      <p>{countOf(count, 'row says', 'rows say')} what an earlier row said; each counts once.</p>
      <ul>
        {file.repeatedRows.map(({ row, sameAs, license }) => (
          <li key={row}>{`Row ${row} repeats row ${sameAs}: license ${license}`}</li>
        ))}
      </ul>
    </>
  )
}

function repeatedHeaders(count: number, file: Page['file']) {
  if (count === 0 || !file) return count === 0 ? 'None' : formatNumber(count)
  const rows = listOf(file.repeatedHeaders.map(String))
  return count === 1
    ? `Row ${rows} is the row of column names once more, and was left out.`
    : `Rows ${rows} are the row of column names once more, and were left out.`
}

function columns(headers: NonNullable<Page['file']>['headers']) {
  return (
    <ul className="plain">
      {headers.map(({ header, field }) => (
        <li key={`${header} ${field}`}>
          {field
            ? `“${header}” is read as the ${fieldNames[field] ?? field}`
            : `“${header}” is left out`}
        </li>
      ))}
    </ul>
  )
}
