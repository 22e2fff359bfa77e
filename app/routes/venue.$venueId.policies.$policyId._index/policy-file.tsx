import { useParams } from '@remix-run/react'
import type { PolicyPage } from '~/domain/applications/workspace-policies.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { PagePreviews } from '~/ui/page-previews'

/** The file of a policy, with the way to replace it; where there is none, the way to add one. */
export function PolicyFile({ page }: { page: Pick<PolicyPage, 'id' | 'file' | 'takenOff'> }) {
  const { venueId = '' } = useParams()
  const { id, file, takenOff } = page
  const to = paths.policyFile(venueId, id)
  return (
    <section className="flow no-print" id="the-file">
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
        <p>
          {takenOff
            ? `“${takenOff}” was taken off. What you shared before keeps it.`
            : 'Have it on paper, or as a document? It can stand beside what you write.'}
        </p>
      )}
      {file?.hasPages ? (
        <PagePreviews
          name={file.name}
          pages={file.pages}
          to={(page) => paths.venueFilePage(venueId, file.id, page)}
        />
      ) : null}
      <div className="actions">
        <ButtonLink to={to} small>
          {file ? 'Replace the file' : 'Add a file'}
        </ButtonLink>
        {file?.mayComeOff ? (
          <ButtonLink to={paths.removePolicyFile(venueId, id)} small>
            Take the file off
          </ButtonLink>
        ) : null}
        {takenOff ? (
          <ButtonLink to={paths.restorePolicyFile(venueId, id)} small>
            Put “{takenOff}” back
          </ButtonLink>
        ) : null}
      </div>
    </section>
  )
}
