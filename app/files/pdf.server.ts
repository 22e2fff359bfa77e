import { askApart } from './apart.server'
import { inTurn } from './in-turn.server'

export type PdfProblem = 'cut_off' | 'locked' | 'active'
export type JudgedPdf = { problem: PdfProblem } | { problem: null; pages: number }

const twoAtOnce = inTurn(2)

/**
 * Reads a PDF's structure: how many pages it has when it is whole and only to be read. Each is judged
 * in a thread of its own, two at once; one that takes too long, or too much memory, is not whole.
 */
export function judgePdf(bytes: Uint8Array): Promise<JudgedPdf> {
  return twoAtOnce(
    async () => (await askApart<JudgedPdf>('pdf-judge.mjs', bytes)) ?? { problem: 'cut_off' },
  )
}
