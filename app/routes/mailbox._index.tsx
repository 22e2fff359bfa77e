import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { programOf } from '~/domain/standards/program.server'
import { keptMails } from '~/files/kept-mail.server'
import { requireDemo } from '~/http/demo.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TextField } from '~/ui/fields'
import { Pagination } from '~/ui/pagination'
import { Tag } from '~/ui/tag'
import { countOf, formatMoment } from '~/words/en/format'

export const meta: MetaFunction = () => [{ title: 'The mailbox of the demo – Lamplight' }]

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await requireDemo(args)
  const { timeZone } = await programOf(db)
  const query = new URL(args.request.url).searchParams
  const words = query.get('words')?.slice(0, 200) ?? ''
  const { env } = args.context
  const found = await keptMails(env.dataDir, { words, after: query.get('after') ?? undefined })
  return {
    words,
    elsewhere: env.resend !== null,
    total: countOf(found.total, 'message', 'messages'),
    next: found.next ? paths.mailbox({ words, after: found.next }) : null,
    later: query.has('after'),
    mails: found.mails.map(({ name, to, subject, at }) => ({
      path: paths.mail(name),
      to,
      subject,
      at: formatMoment(new Date(at), timeZone),
    })),
  }
}

export default function Mailbox() {
  const { words, elsewhere, total, next, later, mails } = useLoaderData<typeof loader>()
  return (
    <>
      <h1>The mailbox of the demo</h1>
      <p className="lead">The mail that stayed on this machine, newest first: {total}.</p>
      <form className="filter" method="get" action={paths.mailbox()}>
        <TextField
          name="words"
          type="search"
          label="Look for an address or a word"
          defaultValue={words}
        />
        <Button>Search</Button>
      </form>
      {mails.length > 0 ? (
        <ul className="tasks" aria-label="Messages">
          {mails.map(({ path, to, subject, at }) => (
            <li key={path}>
              {/* A whole page load: only that page's own policy allows the frame of its body. */}
              <a className="row" href={path}>
                <b>{subject}</b> <Tag>{at}</Tag> <small>To {to}</small>
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={words ? `No message says “${words}”` : 'No mail yet'}>
          {elsewhere
            ? 'Mail goes out through Resend, because RESEND_API_KEY is set. Leave it out to read the mail here.'
            : 'Mail lands here about a second after it is written. Ask for a sign-in code, or share an application, and look again.'}
        </EmptyState>
      )}
      <Pagination label="Messages" previous={later ? paths.mailbox({ words }) : null} next={next} />
    </>
  )
}
