import type { Reading } from '../context'
import { type LetterPage, type LetterPlace, letterPage } from '../feedback/letter-page.server'
import type { ResponseId } from '../ids'
import { programOf } from '../standards/program.server'

/** A letter for print, as it was sent, with what the venue answered to its steps. */
export type LetterPaper = Pick<
  LetterPage,
  'venue' | 'round' | 'sentOn' | 'letter' | 'call' | 'answers'
> & { program: string }

/** A letter as either side may read it, for print. The replies stay in the portal. */
export async function letterPaperOf(
  reading: Reading,
  responseId: ResponseId,
  place: LetterPlace,
): Promise<LetterPaper> {
  const { venue, round, sentOn, letter, call, answers } = await letterPage(
    reading,
    responseId,
    place,
  )
  const { settings } = await programOf(reading.db)
  return { venue, round, sentOn, letter, call, answers, program: settings.name }
}
