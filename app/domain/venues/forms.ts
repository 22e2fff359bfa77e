import { z } from 'zod/mini'
import { emailAddress } from '../accounts/forms'
import { normalizedCode } from '../accounts/typed-code'
import { line, openAgain } from '../forms'
import { claimCodeLength } from './claim-code'

const sayWhich = 'Say whether this is the whole list or a part of it.'
const chooseDistrict = 'Choose a district from the list.'

/** Where each neighborhood of a list belongs, by the district's name; empty for none. */
export const ImportListForm = z.object({
  neighborhoods: z._default(
    z.array(
      z.object({
        name: z.string(openAgain),
        district: z.string(chooseDistrict).check(z.maxLength(60, chooseDistrict)),
      }),
      openAgain,
    ),
    [],
  ),
  /** Asked only of a list that may be a part. */
  extent: z._default(z.union([z.literal(''), z.literal('whole'), z.literal('part')], sayWhich), ''),
})

function words(most: number) {
  return z._default(
    z
      .string('Write a sentence or two, or leave it empty.')
      .check(z.trim(), z.maxLength(most, `Please shorten this to ${most} characters.`)),
    '',
  )
}

export const InviteForm = z.object({
  email: z.union([z.literal(''), emailAddress], 'Type an address like name@example.com, or none.'),
})

const codeSentence = `Type the ${claimCodeLength} letters and digits from your letter, like 7K3M-9XQD-22AB.`

export const ClaimForm = z.object({
  code: z.pipe(
    z.pipe(z.string(codeSentence), z.transform(normalizedCode)),
    z.string().check(z.length(claimCodeLength, codeSentence)),
  ),
})

const personName = line('Type your name, as you would sign a letter.', 120)

/** Who it is, for somebody who is not signed in. The email address is confirmed by a code. */
export const NewcomerForm = z.object({ name: personName, email: emailAddress })
export type Newcomer = z.output<typeof NewcomerForm>

const aboutYou = words(500)

export const AskForm = z.object({ words: aboutYou })
export const AskAsNewcomerForm = z.extend(NewcomerForm, { words: aboutYou })

const typedVenue = {
  venue: line('Type the name of your venue, as it stands at the door.', 120),
  address: line('Type the street address of your venue.', 200),
}

/** The fields stand as on the page, and so do their errors. */
export const TypedVenueForm = z.object({ ...typedVenue, words: aboutYou })
export const TypedVenueAsNewcomerForm = z.object({
  ...typedVenue,
  ...NewcomerForm.shape,
  words: aboutYou,
})

/** The number that was called tells how the coordinator made sure; the district is asked where the venue has none. */
export const ConfirmForm = z.object({
  phone: line('Type the number that you called, as the public finds it.', 40),
  district: z._default(z.string(chooseDistrict), ''),
})

const reasonSentence =
  'Write a sentence or two that the person can read: what was missing, and what helps.'

export const SetAsideForm = z.object({
  reason: z
    .string(reasonSentence)
    .check(
      z.trim(),
      z.minLength(10, reasonSentence),
      z.maxLength(1_000, 'Please shorten this to 1,000 characters.'),
    ),
})

export const PlaceVenueForm = z.object({
  district: z.string(chooseDistrict).check(z.minLength(1, chooseDistrict)),
})

const chooseVenue = 'Choose the venue that it really is.'

export const MergeForm = z.object({
  into: z.string(chooseVenue).check(z.minLength(1, chooseVenue), z.maxLength(40, chooseVenue)),
})
