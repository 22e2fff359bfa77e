import { z } from 'zod/mini'

/** A page with a question and one button: nothing is typed. */
export const ButtonForm = z.object({})
