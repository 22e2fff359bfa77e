import { addressed } from '~/words/en/names'
import type { Reader } from '~db/open.server'
import { coordinatorsOf, liaisonsOf } from '../accounts/queries.server'
import type { DistrictId } from '../ids'

/** Somebody who reads what a venue shares, as the venue knows them. */
type SharedWith = { name: string; role: string }

/** Who will read a share, by name and role: the liaisons of the venue's district, and the coordinators. */
export async function readersOf(
  db: Reader,
  district: { id: DistrictId | null; name: string | null },
): Promise<SharedWith[]> {
  const liaisons = (await liaisonsOf(db, district.id)).map((person) => ({
    name: addressed(person),
    role: `Liaison for ${district.name ?? 'your district'}, who reads it and writes to you`,
  }))
  const coordinators = (await coordinatorsOf(db)).map((person) => ({
    name: addressed(person),
    role: 'Coordinator of the program, who makes sure that every venue is answered',
  }))
  return [...liaisons, ...coordinators]
}

/** Who is told of a share: the district's liaisons; where there are none, the coordinators. */
export async function toldOfShare(db: Reader, districtId: DistrictId | null) {
  const liaisons = await liaisonsOf(db, districtId)
  return liaisons.length > 0 ? liaisons : coordinatorsOf(db)
}
