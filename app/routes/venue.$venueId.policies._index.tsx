import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useParams, useSearchParams } from '@remix-run/react'
import { policiesPageOf } from '~/domain/applications/workspace-policies.server'
import { lostOnPaper } from '~/domain/handbook/lost-on-paper.server'
import { requireOwner } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { Button, ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Form } from '~/ui/form'
import { Notice, PrivateNotice } from '~/ui/notice'
import { TaskList } from '~/ui/task-list'
import { handbookWords } from '~/words/en/handbook'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Policies – ${data?.venue ?? 'Lamplight'}` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, venueId } = await requireOwner(args)
  return load(async () => {
    const page = await policiesPageOf(ctx, venueId)
    return { ...page, lost: await lostOnPaper(ctx, venueId) }
  })
}

export default function Policies() {
  const page = useLoaderData<typeof loader>()
  const { venueId = '' } = useParams()
  const ways = (
    <>
      <ButtonLink to={paths.newPolicy(venueId)} look="go">
        Start a policy
      </ButtonLink>
      <ButtonLink to={paths.uploadPolicy(venueId)}>Upload one</ButtonLink>
    </>
  )
  return (
    <>
      <h1>Policies</h1>
      <p className="lead">What your team knows by heart, written down in your own words.</p>
      <Removed />
      <PrivateNotice>{page.privacy}</PrivateNotice>
      {page.policies.length === 0 ? (
        <EmptyState title="Your first policy" action={ways}>
          <p>
            A policy is a page or two that says how your team does one thing, such as checking ID.
            The templates ask you questions, and your answers become the policy. Have one already?
            Upload it as it is.
          </p>
        </EmptyState>
      ) : (
        <>
          <div className="actions">
            {ways}
            <ButtonLink to={paths.reading(venueId)}>Let your team read them</ButtonLink>
          </div>
          <p className="soft">{page.count}</p>
          <TaskList
            label="Policies"
            tasks={page.policies.map(({ id, title, to, status, fill, detail }) => ({
              id,
              title,
              to,
              status,
              tone: fill === 'written' || fill === 'uploaded' ? 'place' : 'soft',
              detail,
            }))}
          />
          <Handbook lost={page.lost} />
        </>
      )}
    </>
  )
}

/** All of them as one file. */
function Handbook({ lost }: { lost: string[] }) {
  const { venueId = '' } = useParams()
  return (
    <section className="flow">
      <h2>Your employee handbook</h2>
      <p>
        Everything that is written here as one document, with its contents and your venue’s name on
        it. Policies that you uploaded as PDF stand in their place in the PDF.
      </p>
      {lost.length > 0 ? <Notice>{handbookWords.lost(lost)}</Notice> : null}
      <ul>
        <li>
          <a href={paths.handbook(venueId, 'pdf')}>Handbook as PDF, for print</a>
        </li>
        <li>
          <a href={paths.handbook(venueId, 'docx')}>Handbook as Word document (DOCX)</a>
        </li>
        <li>
          <a href={paths.handbook(venueId, 'html')}>Handbook as web page (HTML)</a>
        </li>
      </ul>
    </section>
  )
}

/** After a policy was taken away: it can be put back at once. */
function Removed() {
  const { venueId = '' } = useParams()
  const removed = useSearchParams()[0].get('removed')
  if (!removed) return null
  return (
    <Notice tone="success" live>
      <p>Taken away. Standards that pointed to it are open again.</p>
      <Form action={paths.restorePolicy(venueId, removed)} label="Undo">
        <Button small>Put it back</Button>
      </Form>
    </Notice>
  )
}
