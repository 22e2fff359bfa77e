import { z } from 'zod/mini'
import { isDay } from '../dates'
import { line, openAgain } from '../forms'
import { sectionLimit, titleLimit } from './policy'

const title = z
  .string('Give the policy a name.')
  .check(
    z.trim(),
    z.maxLength(titleLimit, `Please shorten the name to ${titleLimit} characters.`),
    z.regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'Please write the name in one line.'),
  )

/** A policy from a template, or a blank one with a name; for a standard where it was begun there. */
export const NewPolicyForm = z
  .object({
    template: z._default(z.string('Choose a template, or a blank page.'), ''),
    title: z._default(title, ''),
    standard: z._default(z.string('Open this page from the standard again.'), ''),
  })
  .check(
    z.refine(({ template, title }) => template !== '' || title !== '', {
      path: ['template'],
      message: 'Choose what the policy is about.',
    }),
    z.refine(({ template, title }) => template !== 'blank' || title !== '', {
      path: ['title'],
      message: 'Give the policy a name.',
    }),
  )

export const UploadPolicyForm = z.object({
  title: title.check(z.minLength(1, 'Give the policy a name.')),
  standard: z._default(z.string('Open this page from the standard again.'), ''),
})

const was = z._default(z.string(openAgain).check(z.maxLength(titleLimit, openAgain)), '')

/** A new name, from the one that the page showed. */
export const RenamePolicyForm = z.object({
  title: title.check(z.minLength(1, 'Give the policy a name.')),
  was,
})

const heading = line('Give the section a heading.', titleLimit)

export const NewSectionForm = z.object({ heading })
export const RenameSectionForm = z.object({ heading, was })

export const MoveSectionForm = z.object({
  to: z.enum(['up', 'down'], 'Choose up or down.'),
  order: z._default(z.string(openAgain).check(z.maxLength(4_000, openAgain)), ''),
})

export const TakeSectionOutForm = z.object({
  revision: z.pipe(z.string(openAgain).check(z.regex(/^\d{1,9}$/, openAgain)), z.transform(Number)),
})

/** The file alone; what is in it is judged on the server. */
export const PolicyFileForm = z.object({})

export const SectionForm = z.object({
  body: z
    .string('Write the section in the box.')
    .check(
      z.maxLength(
        sectionLimit,
        'This section is very long. Please shorten it to 12,000 characters, or move a part of it to another section.',
      ),
    ),
  revision: z.pipe(
    z
      .string('Open this page again, so that nothing is overwritten.')
      .check(z.regex(/^\d{1,9}$/, 'Open this page again, so that nothing is overwritten.')),
    z.transform(Number),
  ),
})

const dayOrNone = z._default(
  z
    .string('Choose a date, or leave it empty.')
    .check(z.refine((text) => text === '' || isDay(text), 'Choose a date, or leave it empty.')),
  '',
)

export const ReviewForm = z.object({
  reviewOn: dayOrNone,
  counselOn: dayOrNone,
  reviewedByCounsel: z._default(z.string('Tick the box, or leave it.'), ''),
})
