import { z } from 'zod/mini'
import { openAgain } from '../forms'
import { oneLine } from '../table-words'

const nameSentence = 'Give the district a name of 1 to 60 characters.'

const districtName = z.pipe(
  z.pipe(z.string(nameSentence), z.transform(oneLine)),
  z.string().check(z.minLength(1, nameSentence), z.maxLength(60, nameSentence)),
)

/**
 * The whole arrangement: names by district, perhaps a new district, and where each neighborhood
 * belongs. By id and never by place in the list, which may be another when the page comes back.
 */
export const ArrangeForm = z.object({
  seen: z.string(openAgain),
  districts: z._default(
    z.record(z.string(openAgain), z.object({ name: districtName }), openAgain),
    {},
  ),
  newDistrict: z._default(
    z.pipe(
      z.pipe(z.string(nameSentence), z.transform(oneLine)),
      z.string().check(z.maxLength(60, nameSentence)),
    ),
    '',
  ),
  neighborhoods: z._default(
    z.record(
      z.string(openAgain),
      z.object({
        name: z.string(openAgain),
        district: z.string('Choose a district from the list.'),
      }),
      openAgain,
    ),
    {},
  ),
})
export type Arranging = z.output<typeof ArrangeForm>
