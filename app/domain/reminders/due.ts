import type { DueKind } from '~db/vocabulary'
import type { Day } from '../dates'
import type { StaffId } from '../ids'

/** One thing that falls due at a venue. */
export type Due = {
  /** What it is, once for each venue: "record stf_… CARE-1", "coverage CARE-1", "certificate". */
  subject: string
  kind: DueKind
  standard: string | null
  trainingType: string | null
  staffId: StaffId | null
  /** The last day on which it counts; past where it has run out already. */
  dueOn: Day
  /** False where nobody is to be told by mail: it has run out, or the venue rests or has left. */
  remind: boolean
}
