import { Link, useActionData, useParams } from '@remix-run/react'
import type { evidencePageOf } from '~/domain/applications/workspace-evidence-page.server'
import { paths } from '~/paths'
import type { FormAnswer } from '~/ui/form'
import { Notice, PrivateNotice } from '~/ui/notice'
import { EvidenceForm } from './evidence-form'

type EvidencePageProps = { page: Awaited<ReturnType<typeof evidencePageOf>> }

/** One kind of evidence on a page of its own: where it is added, and where a form that is begun comes back. */
export function EvidencePage({ page }: EvidencePageProps) {
  const answer = useActionData<FormAnswer>()
  const { venueId = '', code = '', kind = '' } = useParams()
  const to = paths.addEvidence(venueId, code, kind)
  return (
    <>
      <p className="kicker">
        <Link to={paths.venueStandard(venueId, code)}>{page.title}</Link>
      </p>
      <h1>{page.ask}</h1>
      {page.mayEdit ? (
        <>
          <PrivateNotice>{page.privacy}</PrivateNotice>
          <EvidenceForm
            kind={kind}
            statement={page.statement}
            policies={page.policies}
            sections={page.sections}
            file={page.file}
            today={page.today}
            room={page.room}
            action={page.policyId ? `${to}?policy=${page.policyId}` : to}
            answer={answer}
            replaces={page.replaces}
            begun={page.begun}
            keepTo={paths.keepBegun(venueId, code, kind)}
            values={page.policyId ? { policyId: page.policyId } : {}}
          />
        </>
      ) : (
        <Notice title="To read">
          <p>{page.readOnly || 'Start your application first. It begins as a private draft.'}</p>
          {page.refreshTo ? (
            <p>
              <Link to={page.refreshTo}>Add a new date</Link>
            </p>
          ) : null}
        </Notice>
      )}
    </>
  )
}
