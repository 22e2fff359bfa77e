import './mail.css'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { programOf } from '~/domain/standards/program.server'
import { keptMail } from '~/files/kept-mail.server'
import { requireDemo } from '~/http/demo.server'
import { absent } from '~/http/respond.server'
import { paths } from '~/paths'
import { SummaryList } from '~/ui/summary-list'
import { formatMoment } from '~/words/en/format'

export const handle = { frames: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.subject ?? 'A message'} – Lamplight` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await requireDemo(args)
  const name = args.params.id ?? ''
  const mail = await keptMail(args.context.env.dataDir, name)
  if (!mail) throw absent()
  const { timeZone } = await programOf(db)
  const { to, subject, text, at } = mail
  return { to, subject, text, at: formatMoment(new Date(at), timeZone), body: paths.mailBody(name) }
}

export default function Mail() {
  const { to, subject, text, at, body } = useLoaderData<typeof loader>()
  return (
    <>
      <p>
        <Link to={paths.mailbox()}>All messages</Link>
      </p>
      <h1>{subject}</h1>
      <SummaryList
        rows={[
          { term: 'To', detail: to },
          { term: 'Written', detail: at },
        ]}
      />
      <div className="split">
        <section className="flow" aria-labelledby="as-html">
          <h2 id="as-html">As a mail program shows it</h2>
          {/* The body may do nothing: no scripts, no forms. Its links open in the whole window when they are clicked. */}
          <iframe
            className="mail-body"
            title={`The message: ${subject}`}
            src={body}
            sandbox="allow-top-navigation-by-user-activation"
          />
        </section>
        <section className="flow" aria-labelledby="as-text">
          <h2 id="as-text">As text</h2>
          <pre className="mail-text">{text}</pre>
        </section>
      </div>
    </>
  )
}
