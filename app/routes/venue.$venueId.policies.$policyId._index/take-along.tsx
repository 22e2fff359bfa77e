import { useParams } from '@remix-run/react'
import { paths } from '~/paths'
import { Notice } from '~/ui/notice'
import { handbookWords } from '~/words/en/handbook'

type TakeAlongProps = {
  policyId: string
  /** The letters that the PDF cannot print. */
  lost: string[]
}

/** The policy as a file, as it stands now. */
export function TakeAlong({ policyId, lost }: TakeAlongProps) {
  const { venueId = '' } = useParams()
  return (
    <section className="flow no-print">
      <h2>Take it along</h2>
      <p className="soft">
        As it stands now. The PDF prints well; the others are for editing elsewhere.
      </p>
      {lost.length > 0 ? <Notice>{handbookWords.lost(lost)}</Notice> : null}
      <ul>
        <li>
          <a href={paths.policyPaper(venueId, policyId, 'pdf')}>PDF, for print</a>
        </li>
        <li>
          <a href={paths.policyPaper(venueId, policyId, 'docx')}>Word document (DOCX)</a>
        </li>
        <li>
          <a href={paths.policyPaper(venueId, policyId, 'html')}>Web page (HTML)</a>
        </li>
      </ul>
    </section>
  )
}
