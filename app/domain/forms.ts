import { z } from 'zod/mini'

/** A page with a question and one button, or a file that is judged by what is inside it: nothing is typed. */
export const ButtonForm = z.object({})
