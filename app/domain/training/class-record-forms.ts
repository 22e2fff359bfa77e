import { z } from 'zod/mini'
import type { StaffId } from '../ids'
import { recordFacts, recordInOrder } from './record-forms'

/** More people than sit in one class; a longer list is imported. */
const mostPeople = 200

const choosePeople = 'Tick everybody who was there.'

/** One class, and everybody of the team who was there: one ticked box is posted as a text, several as a list. */
export const ClassRecordForm = z
  .object({
    type: recordFacts.type,
    completedOn: recordFacts.completedOn,
    printedExpiry: recordFacts.printedExpiry,
    people: z
      .pipe(
        z._default(
          z.union([z.string(choosePeople), z.array(z.string(choosePeople))], choosePeople),
          [],
        ),
        z.transform((ids) => [...new Set([ids].flat())].filter((id) => id !== '') as StaffId[]),
      )
      .check(
        z.minLength(1, choosePeople),
        z.maxLength(
          mostPeople,
          `Tick at most ${mostPeople} people at once, or import a list instead.`,
        ),
      ),
  })
  .check(recordInOrder())
export type ClassRecord = z.output<typeof ClassRecordForm>
