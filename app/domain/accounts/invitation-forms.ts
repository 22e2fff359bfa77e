import { z } from 'zod/mini'
import { handOverWays, venueRoles } from '~db/vocabulary'
import { line } from '../forms'
import { emailAddress } from './forms'

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
  email: emailAddress,
  role: venueRole,
})

export const ChangePlaceForm = z.object({ role: venueRole })

export const HandOverForm = z.object({
  name: personName,
  email: emailAddress,
  handOver: z.enum(handOverWays, 'Choose what you do once the new owner is there.'),
})
