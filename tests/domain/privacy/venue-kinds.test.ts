import { getTableName, is, Table } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, it } from 'vitest'
import { notInDownload } from '~/domain/privacy/not-in-download'
import { columnsOf, venueKinds } from '~/domain/privacy/venue-kinds.server'
import * as schema from '~db/schema'

const tables = (Object.values(schema) as unknown[]).filter((each): each is SQLiteTable =>
  is(each, SQLiteTable),
)

/** Every table that names a venue or an application, or refers to one that does. */
function tablesOfVenues(): string[] {
  const found = new Set(['venues'])
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const table of tables) {
      const { name, columns, foreignKeys } = getTableConfig(table)
      const names = columns.some((column) =>
        /^(venue|application|round)(_id|Id)$/.test(column.name),
      )
      const refers = foreignKeys.some((key) =>
        found.has(getTableName(key.reference().foreignTable)),
      )
      if (names || refers) found.add(name)
    }
  }
  return [...found].sort()
}

it('everything that hangs on a venue is in its download, or there is a reason why not', () => {
  const all = tablesOfVenues()
  expect(all.length).toBeGreaterThan(25)
  const decided = [
    ...venueKinds.map(({ table }) => getTableName(table)),
    ...Object.keys(notInDownload),
  ]
  expect(decided.sort()).toEqual(all)
})

it('takes nothing along that opens a door', () => {
  const columns = venueKinds.flatMap((kind) =>
    Object.keys(columnsOf(kind)).map((column) => `${getTableName(kind.table)}.${column}`),
  )
  expect(columns.length).toBeGreaterThan(100)
  expect(
    columns.filter((name) => /hash$|sealed$|token|spoken|storageKey|fileKey|\.email$/i.test(name)),
  ).toEqual([])
  expect(is(venueKinds[0]?.table, Table)).toBe(true)
})
