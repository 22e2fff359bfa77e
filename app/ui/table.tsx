import type { ReactNode } from 'react'

export type Column<Row> = {
  title: string
  cell: (row: Row) => ReactNode
  /** Figures stand to the right. */
  number?: boolean
}

type TableProps<Row> = {
  caption: string
  /** The first column names the row. */
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  captionHidden?: boolean
}

/** A table that scrolls inside itself on a narrow screen, by keyboard too. */
export function Table<Row>({ caption, columns, rows, rowKey, captionHidden }: TableProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus
    <section className="table" aria-label={caption} tabIndex={0}>
      <table>
        <caption className={captionHidden ? 'sr' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" className={column.number ? 'num' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) => (
                <Cell key={column.title} column={column} row={row} heads={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type CellProps<Row> = { column: Column<Row>; row: Row; heads: boolean }

function Cell<Row>({ column, row, heads }: CellProps<Row>) {
  const className = column.number ? 'num' : undefined
  if (!heads) return <td className={className}>{column.cell(row)}</td>
  return (
    <th scope="row" className={className}>
      {column.cell(row)}
    </th>
  )
}
