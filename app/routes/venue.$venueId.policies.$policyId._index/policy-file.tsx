import { useParams } from '@remix-run/react'
import type { PolicyPage } from '~/domain/applications/workspace-policies.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { PagePreviews } from '~/ui/page-previews'

/** The file of a policy, with the way to replace it; where there is none, the way to add one. */
export function PolicyFile({ page }: { page: Pick<PolicyPage, 'id' | 'file'> }) {
  const { venueId = '' } = useParams()
  const { id, file } = page
  const to = paths.policyFile(venueId, id)
  return (
    <section className="flow no-print">
      <h2>The file</h2>
      {file ? (
        <p>
          {file.waits ? (
            file.name
          ) : (
            <a href={file.to} download>
              {file.name}
            </a>
          )}{' '}
          ({file.size}). {file.waits}
        </p>
      ) : (
        <p>Have it on paper, or as a document? It can stand beside what you write.</p>
      )}
      {file?.hasPages ? (
        <PagePreviews
          name={file.name}
          pages={file.pages}
          to={(page) => paths.venueFilePage(venueId, file.id, page)}
        />
      ) : null}
      <p>
        <ButtonLink to={to} small>
          {file ? 'Replace the file' : 'Add a file'}
        </ButtonLink>
      </p>
    </section>
  )
}
