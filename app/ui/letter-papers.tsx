import { letterWords } from '~/words/en/letter'
import { ButtonLink } from './button'
import { Notice } from './notice'
import { PrintButton } from './print-button'

/** The ways to put a letter on paper. */
export function LetterPapers({ pdf }: { pdf: string }) {
  return (
    <>
      <ButtonLink to={pdf} document>
        {letterWords.pdf}
      </ButtonLink>
      <PrintButton>{letterWords.print}</PrintButton>
    </>
  )
}

/** Said before the download: what it prints as "?". */
export function LostOnPaper({ lost }: { lost: readonly string[] }) {
  if (lost.length === 0) return null
  return (
    <div className="no-print">
      <Notice>{letterWords.lost(lost)}</Notice>
    </div>
  )
}
