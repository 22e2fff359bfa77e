import type { Tx } from '~db/open.server'
import { insertRows, isOneOf, letOthersIn, rowsAtOnce } from '~db/rows.server'
import { licenseChanges, licenseListings } from '~db/schema'
import type { Day } from '../dates'
import type { ImportId } from '../ids'
import { addListings } from './add-listings.server'
import { type ListChanges, type ListingChange, listingChanges } from './license-changes.server'
import { emptyTally, type Tally, tallying } from './license-report.server'
import { fieldsAt, setListings, setVanished, setVenues } from './write-listings.server'

export type Laying = { importId: ImportId; now: Date; today: Day }

/**
 * Writes what a list brings, some hundreds of rows at a time: new venues, each with its listing
 * beside it, changed fields that nobody edited, and marks on licenses that the list lacks or has
 * again. What stood before is kept, so that the import can be taken back.
 */
export async function layDownListings(
  tx: Tx,
  changes: ListChanges,
  laying: Laying,
): Promise<Tally> {
  const tally = emptyTally(changes)
  const count = await tallying(tx)
  for await (const part of listingChanges(tx, changes)) {
    count(tally, part)
    await writeChanges(tx, part, laying)
  }
  tally.unchanged += changes.differing.length - tally.changed
  await addListings(tx, changes.added, laying)
  await markVanished(tx, changes, laying)
  return tally
}

async function writeChanges(
  tx: Tx,
  part: readonly ListingChange[],
  { importId, today }: Laying,
): Promise<void> {
  if (part.length === 0) return
  const kind = 'changed' as const
  await insertRows(
    tx,
    licenseChanges,
    part.map(({ license, venue, before, fields }) => ({
      importId,
      kind,
      license,
      venueId: venue.id,
      listing: before,
      fields,
    })),
  )
  const moved = part.filter(({ fields }) => Object.keys(fields).length > 0)
  await setVenues(
    tx,
    moved.map(({ venue, fields }) => ({ ...venue, ...fieldsAt(fields, 1) })),
  )
  await setListings(
    tx,
    part.map(({ license, listing, digest }) => {
      const { name, address, neighborhood, longitude, latitude, firstYear } = listing
      const said = { name, address, neighborhood, longitude, latitude, firstYear }
      return { license, ...said, digest, importId, listedOn: today }
    }),
  )
}

/** What vanished and what came back is written down first, and marked then. */
async function markVanished(
  tx: Tx,
  { vanished, returned }: ListChanges,
  { importId, today }: Laying,
): Promise<void> {
  const marks = [
    ...vanished.map((license) => ({ license, kind: 'vanished' as const, vanishedOn: null })),
    ...returned.map((mark) => ({ ...mark, kind: 'returned' as const })),
  ]
  for (let start = 0; start < marks.length; start += rowsAtOnce) {
    const part = marks.slice(start, start + rowsAtOnce)
    const venueOf = await venuesByLicense(tx, part)
    await insertRows(
      tx,
      licenseChanges,
      part.flatMap((mark) => {
        const venueId = venueOf.get(mark.license)
        return venueId ? [{ ...mark, importId, venueId }] : []
      }),
    )
    const licensesOf = (kind: 'vanished' | 'returned') =>
      part.flatMap((mark) => (mark.kind === kind ? [mark.license] : []))
    await setVanished(tx, licensesOf('vanished'), today)
    await setVanished(tx, licensesOf('returned'), null)
    await letOthersIn()
  }
}

async function venuesByLicense(tx: Tx, marks: readonly { license: string }[]) {
  const licenses = marks.map(({ license }) => license)
  const rows = await tx
    .select({ license: licenseListings.license, venueId: licenseListings.venueId })
    .from(licenseListings)
    .where(isOneOf(licenseListings.license, licenses))
  return new Map(rows.map(({ license, venueId }) => [license, venueId]))
}
