import { z } from 'zod/mini'
import { verifiedWays } from '~db/vocabulary'
import { openAgain } from '../forms'
import { recordFacts, recordInOrder } from '../training/record-forms'

const seen = z.string(openAgain).check(z.minLength(1, openAgain), z.maxLength(200, openAgain))

export const VerifyForm = z.object({
  how: z.enum(verifiedWays, 'Choose how you made sure.'),
  seen,
})

const { type: _, ...dates } = recordFacts

export const ChangeRecordForm = z.object({ ...dates, seen }).check(recordInOrder())
export type ChangedRecord = z.output<typeof ChangeRecordForm>
