import { z } from 'zod/mini'
import { handOverWays, partnerFields, venueRoles } from '~db/vocabulary'
import { line, openAgain, shorter } from '../forms'
import { oneLine } from '../table-words'
import { theirEmailAddress } from './forms'
import { tickedDistricts } from './people-forms'
import { hasAnythingToChange, needsADistrict, ownsItsField, programRoles } from './program-places'

const wordSentence = 'Type the word that you were told, like amber-lantern-42.'

/** `spoken` is asked of program staff alone. */
export const AcceptForm = z.object({
  spoken: z._default(z.string(wordSentence).check(z.maxLength(100, wordSentence)), ''),
})

const chooseRole = 'Choose what this person is to the venue.'
const venueRole = z.enum(venueRoles, chooseRole)
const personName = line('Type the name of the person, as you would write it on a letter.', 120)

export const InvitePersonForm = z.object({
  name: personName,
  email: theirEmailAddress,
  role: venueRole,
})

export const ChangePlaceForm = z.object({ role: venueRole })

export const HandOverForm = z.object({
  name: personName,
  email: theirEmailAddress,
  handOver: z.enum(handOverWays, 'Choose what you do once the new owner is there.'),
})

const chooseDistricts = 'Choose the districts that they look after, or read the figures of.'
const chooseField = 'Choose the field that they comment on.'

/** Somebody for the program itself. What a role does not have is left out, whatever was chosen. */
export const InviteStaffForm = z.pipe(
  z
    .object({
      role: z.enum(programRoles, 'Choose what this person is to the program.'),
      districts: tickedDistricts,
      field: z._default(z.enum(['', ...partnerFields], chooseField), ''),
      name: personName,
      title: z._default(z.string(openAgain).check(z.maxLength(40, shorter(40))), ''),
      email: theirEmailAddress,
    })
    .check(({ value, issues }) => {
      const { role, districts, field } = value
      const ask = (path: string, message: string) =>
        issues.push({ code: 'custom', path: [path], message, input: value })
      if (needsADistrict({ role }) && districts.length === 0) ask('districts', chooseDistricts)
      if (ownsItsField({ role }) && !field) ask('field', chooseField)
    }),
  z.transform(({ name, email, title, role, districts, field }) => {
    const [districtId = null, ...moreDistricts] = hasAnythingToChange({ role }) ? districts : []
    return {
      ...{ name, email, role, districtId, moreDistricts },
      title: oneLine(title) || null,
      field: ownsItsField({ role }) ? field || null : null,
    }
  }),
)
