import { Link, useParams } from '@remix-run/react'
import type { PolicyPage } from '~/domain/applications/workspace-policies.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Form } from '~/ui/form'
import { SummaryList } from '~/ui/summary-list'

/** Who changed it last, who has read it, and when the venue looks at it again. */
export function Review({ review, policyId }: { review: PolicyPage['review']; policyId: string }) {
  const { venueId = '' } = useParams()
  const change = { to: paths.reviewPolicy(venueId, policyId) }
  return (
    <section className="flow no-print" id="review">
      <h2>Looking at it again</h2>
      <SummaryList
        rows={[
          { term: 'Last changed', detail: review.edited },
          { term: 'Last reviewed by us', detail: review.reviewed },
          { term: 'Read by your counsel or insurer', detail: review.counsel, change },
          { term: 'Next look', detail: review.words, change },
        ]}
      />
      <Form action={paths.confirmPolicy(venueId, policyId)} label="Reviewed today">
        <Button small>We read it today, still true</Button>
      </Form>
      <p>
        <Link to={paths.policyVersions(venueId, policyId)}>
          Versions that you shared, and what changed
        </Link>
      </p>
    </section>
  )
}
