import { z } from 'zod/mini'

/** What is no answer of the area is left out by the deed: the check refuses nobody. */
export const SelfCheckForm = z.record(
  z.string(),
  z.unknown(),
  'Open the check again, and answer what you like.',
)

const zeroToTen = z._default(
  z.pipe(
    z
      .string('Choose a number from 0 to 10, or leave it open.')
      .check(z.regex(/^(\d|10)?$/, 'Choose a number from 0 to 10, or leave it open.')),
    z.transform((text) => (text === '' ? null : Number(text))),
  ),
  null,
)

export const RulerForm = z.object({ importance: zeroToTen, confidence: zeroToTen })
