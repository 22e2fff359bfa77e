import { z } from 'zod/mini'
import { oneLine } from './table-words'

/** A page with a question and one button, or a file that is judged by what is inside it: nothing is typed. */
export const ButtonForm = z.object({})

/** To somebody whose page does not hold what it was given: nobody can type such a thing. */
export const openAgain = 'Open this page again, so that nothing is overwritten.'

export function shorter(most: number): string {
  return `Please shorten this to ${most.toLocaleString('en-US')} characters.`
}

/** One line that must be there; line breaks and what nobody sees are taken out. */
export function line(ask: string, most: number) {
  return z.pipe(
    z.pipe(z.string(ask), z.transform(oneLine)),
    z.string().check(z.minLength(1, ask), z.maxLength(most, shorter(most))),
  )
}
