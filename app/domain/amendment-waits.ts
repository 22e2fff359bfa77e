import { sql } from 'drizzle-orm'
import { applications, responses, rounds } from '~db/schema'
import type { Day } from './dates'

/** The day by which a venue hears of a change that it shared after its accreditation; null where none waits. */
export const amendmentHearBy = sql<Day | null>`(select ${rounds.hearBy} from ${rounds}
  where ${rounds.applicationId} = ${applications.id} and ${rounds.amendment} is not null
  and not exists (select 1 from ${responses}
    where ${responses.roundId} = ${rounds.id} and ${responses.sentAt} is not null))`

const amended = sql`${applications.id} in (select ${rounds.applicationId} from ${rounds}
  where ${rounds.amendment} is not null and not exists (select 1 from ${responses}
    where ${responses.roundId} = ${rounds.id} and ${responses.sentAt} is not null))`

/**
 * Whether such a change waits: asked once for all, and not of each application anew. In brackets of its
 * own, for a selection from one table takes the tables' names off what it selects.
 */
export const isAmended = sql<0 | 1>`(${amended})`
