import { z } from 'zod/mini'
import { cleanAnswers } from './readiness-answers'

/** Whatever is no answer counts as not answered: the check refuses nobody. */
export const ReadinessForm = z.pipe(
  z.record(z.string(), z.unknown(), 'Open the check again, and answer what you like.'),
  z.transform(cleanAnswers),
)
