import { z } from 'zod/mini'
import { ownTrainingKinds } from '~db/vocabulary'
import type { Day } from '../dates'
import { openAgain } from '../forms'
import { isSensibleDay, maybeDay } from '../training/day-fields'

const chooseDay = 'Choose the day on which you completed it.'

export const OwnTrainingForm = z.object({
  kind: z.enum(ownTrainingKinds, 'Choose the training.'),
  completedOn: z.pipe(
    z.string(chooseDay).check(z.refine(isSensibleDay, chooseDay)),
    z.transform((text) => text as Day),
  ),
  /** As printed on the certificate; empty for two years after. */
  expiresOn: maybeDay,
})

export const RemoveOwnTrainingForm = z.object({
  id: z
    .string('Choose the training.')
    .check(z.minLength(1, 'Choose the training.'), z.maxLength(40, openAgain)),
})
