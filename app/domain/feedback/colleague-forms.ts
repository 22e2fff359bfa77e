import { z } from 'zod/mini'
import { responseFields, standardAreas } from '~db/vocabulary'
import { limits, reopen, text } from './forms'

const SuggestionForm = z.object({
  itemKey: text(40),
  field: z.enum(responseFields, reopen()),
  /** What stood there when the page was opened: only other words are a suggestion. */
  before: text(limits.words),
  words: text(limits.words),
})

/** What a colleague suggests, field by field, and a word about the whole. */
export const SuggestionsForm = z.object({
  /** Of the whole draft. */
  words: text(limits.letter),
  /** "hand_back" once the reader is done. */
  next: text(20),
  suggestions: z._default(z.array(SuggestionForm, reopen()).check(z.maxLength(200, reopen())), []),
})

export const AskForm = z.object({
  colleague: z
    .string('Choose who reads it first.')
    .check(z.minLength(1, 'Choose who reads it first.'), z.maxLength(40, reopen())),
  words: text(limits.letter),
})

/** Whom to ask for a part of a letter: a partner about their field, a colleague about one area. */
export const AskPartForm = z.object({
  writer: z
    .string('Choose whom you ask.')
    .check(z.minLength(1, 'Choose whom you ask.'), z.maxLength(40, reopen())),
  area: z._default(z.enum(['', ...standardAreas], 'Choose an area from the list.'), ''),
  words: text(limits.letter),
})

export const PhraseForm = z.object({ place: text(40), words: text(limits.words) })
