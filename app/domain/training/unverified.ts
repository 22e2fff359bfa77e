import { sql } from 'drizzle-orm'
import { trainingRecords } from '~db/schema'
import type { RecordState } from '~db/vocabulary'

/** Takes a verification off a record: what is left is the card, or what somebody said. */
export const unverified = {
  state: sql<RecordState>`case when ${trainingRecords.fileId} is null then 'claimed' else 'evidence_attached' end`,
  verifiedBy: null,
  verifiedHow: null,
  verifiedOn: null,
} as const
