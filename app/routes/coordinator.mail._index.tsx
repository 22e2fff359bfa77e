import '~/ui/styles/forms.css'
import '~/ui/styles/workspace.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { MailId } from '~/domain/ids'
import { stuckMailPage } from '~/domain/outbox-held.server'
import { programOf } from '~/domain/standards/program.server'
import { requireCoordinator } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Notice } from '~/ui/notice'
import { Pagination } from '~/ui/pagination'
import { Tag } from '~/ui/tag'
import { countOf, formatMoment } from '~/words/en/format'
import { mailNames } from '~/words/en/mail'

export const meta: MetaFunction = () => [{ title: 'Mail that did not go out – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireCoordinator(args)
  const asked = new URL(args.request.url).searchParams
  const after = asked.get('after') as MailId | null
  return load(async () => {
    const { timeZone } = await programOf(ctx.db)
    const { mail, total, next } = await stuckMailPage(ctx, { after })
    return {
      total,
      done: asked.get('done') ?? '',
      next: next ? paths.heldMail({ after: next }) : null,
      mail: mail.map(({ id, kind, address, state, problem, createdAt }) => ({
        id,
        kind: mailNames[kind] ?? kind,
        address,
        held: state === 'held',
        problem: problem ?? 'No reason is known.',
        since: formatMoment(createdAt, timeZone),
      })),
    }
  })
}

export default function HeldMail() {
  const { mail, total, done, next } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>Mail that did not go out</h1>
      <p className="lead">
        A held mail is not sent again by itself, so that nobody gets it twice. You see to whom it
        goes and why it stays, and not what it says.
      </p>
      {done ? (
        <Notice tone="success" live>
          {done === 'released'
            ? 'It is back in the line and goes out in a few seconds.'
            : 'It stays unsent, and is off this list.'}
        </Notice>
      ) : null}
      {mail.length > 0 ? (
        <>
          <p>{countOf(total, 'mail', 'mails')}, the oldest first.</p>
          <ul className="given">
            {mail.map(({ id, kind, address, held, problem, since }) => (
              <li key={id}>
                <div>
                  <b>
                    {kind} to {address}
                  </b>
                  <p className="hint">{problem}</p>
                  <p className="hint">Written {since}.</p>
                </div>
                {held ? (
                  <span className="links">
                    <Link to={paths.releaseMail(id)}>
                      Let it go out
                      <span className="sr">
                        : {kind} to {address}
                      </span>
                    </Link>
                    <Link to={paths.letMailGo(id)}>
                      Leave it unsent
                      <span className="sr">
                        : {kind} to {address}
                      </span>
                    </Link>
                  </span>
                ) : (
                  <span>
                    <Tag>Tried again soon</Tag>
                  </span>
                )}
              </li>
            ))}
          </ul>
          <Pagination label="Mail" next={next} />
        </>
      ) : (
        <EmptyState
          title="Every mail went out"
          action={<ButtonLink to={paths.coordinator()}>Back to the program</ButtonLink>}
        >
          When a mail cannot be delivered, or may have arrived already, it stands here and waits for
          you.
        </EmptyState>
      )}
    </>
  )
}
