import { z } from 'zod/mini'
import type { EvidenceKind } from '~db/vocabulary'

/** The kinds whose form is kept while it is half filled, with its fields. A file or a policy is one choice. */
export const begunFields: Partial<Record<EvidenceKind, readonly Field[]>> = {
  attestation: ['signedBy', 'happenedOn', 'words'],
  count: ['total', 'count', 'happenedOn', 'signedBy'],
  contact: ['name', 'reach'],
  conversation: ['name', 'happenedOn', 'words'],
  acknowledgement: ['know', 'happenedOn', 'words'],
  register_check: ['happenedOn', 'words'],
}

type Field = Exclude<keyof z.infer<typeof BegunForm>, 'revision' | 'replaces'>

const typed = z._default(
  z
    .string('Type this again.')
    .check(z.trim(), z.maxLength(4_000, 'Please shorten this to 4,000 characters.')),
  '',
)

/** Anything goes while a form is being filled; what counts as evidence is asked when it is added. */
export const BegunForm = z.object({
  signedBy: typed,
  happenedOn: typed,
  words: typed,
  total: typed,
  count: typed,
  name: typed,
  reach: typed,
  know: typed,
  replaces: typed,
  /** What it was opened at: empty before the first time. */
  revision: z._default(
    z.string('Open this page again.').check(z.regex(/^\d{0,9}$/, 'Open this page again.')),
    '',
  ),
})

export type BegunTyped = z.infer<typeof BegunForm>
