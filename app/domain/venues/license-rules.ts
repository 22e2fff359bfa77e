import type { LicenseImportReport } from '~db/schema/venues'

/** Whether a list is all of the city's or a part of it, as the coordinator said. */
export type Extent = 'whole' | 'part'

type Counts = Pick<LicenseImportReport, 'known' | 'vanished'>

/** A list that lacks more than a third of the known licenses may be a part of it: somebody has to say. */
export function mayBePart({ known = 0, vanished = 0 }: Counts): boolean {
  return vanished * 3 > known
}
