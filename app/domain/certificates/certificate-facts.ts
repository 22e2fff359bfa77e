import { z } from 'zod'
import { type Day, isDay } from '../dates'

/** One line of a person's text: line breaks and other control characters are refused. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u, 'This must be one line of text.')

const day = z.custom<Day>(
  (value) => typeof value === 'string' && isDay(value),
  'This must be a date such as 2026-11-22.',
)

/**
 * Everything that a certificate says, frozen on the day it is issued. The paper is drawn from
 * these facts alone, so that every later download shows the same.
 */
export const CertificateFacts = z.object({
  venueName: line(200),
  address: line(200),
  number: z.string().regex(/^LL-\d{4}-\d{6,}$/),
  /** Without dashes, as readCheckCode returns it. */
  checkCode: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{14}$/),
  /** The address of this certificate's check page, which the QR code carries. */
  checkUrl: z.url({ protocol: /^https?$/ }).max(300),
  issuedOn: day,
  /** The last day on which it counts. */
  expiresOn: day,
  withDistinction: z.boolean(),
  standardSetVersion: z.int().positive(),
  programName: line(120),
  issuer: line(120),
  signatories: z
    .array(z.object({ name: line(80), title: line(120) }))
    .min(1)
    .max(3),
  /** The place that the program serves, such as "Washington, DC". */
  place: line(80),
})
export type CertificateFacts = z.infer<typeof CertificateFacts>
