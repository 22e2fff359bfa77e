import { askApart } from './apart.server'

export type PdfProblem = 'cut_off' | 'locked' | 'active'
export type JudgedPdf = { problem: PdfProblem } | { problem: null; pages: number }

/**
 * Reads a PDF's structure: how many pages it has when it is whole and only to be read. It is judged in a
 * thread of its own; one that takes too long, or too much memory, is not whole.
 */
export async function judgePdf(content: Blob): Promise<JudgedPdf> {
  const bytes = await content.arrayBuffer()
  return (await askApart<JudgedPdf>('pdf-judge.mjs', bytes, [bytes])) ?? { problem: 'cut_off' }
}
