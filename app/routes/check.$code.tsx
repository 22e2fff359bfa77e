import {
  type HeadersFunction,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { refuseWhenSpent, spend } from '~/domain/accounts/limits.server'
import { readCheckCode, showCheckCode } from '~/domain/certificates/check-code'
import { checkedCertificate } from '~/domain/certificates/check-page.server'
import { visit } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { PublicShell } from '~/ui/public-shell'
import { SummaryList } from '~/ui/summary-list'
import { Tag } from '~/ui/tag'

export const handle = { quiet: true }

/** A code is its holder's to show, so no search engine keeps these pages. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.found?.heading ?? 'No certificate has this code'} – Lamplight` },
  { name: 'robots', content: 'noindex' },
]

/** Kept for a minute at most, since a status follows the same day. */
export const headers: HeadersFunction = ({ loaderHeaders }) => ({
  'Cache-Control': loaderHeaders.get('Cache-Control') ?? 'no-store',
})

export async function loader(args: LoaderFunctionArgs) {
  const typed = args.params.code?.slice(0, 500) ?? ''
  const read = readCheckCode(typed)
  const visiting = visit(args)
  const { db, now } = visiting
  const found = await load(async () => {
    await refuseWhenSpent(visiting, 'check')
    const certificate = 'code' in read ? await checkedCertificate(db, now, read.code) : null
    // Only what nobody has is counted: an honest check writes nothing.
    if ('code' in read && !certificate) await spend(visiting, 'check')
    return certificate
  })
  const unknown = 'code' in read ? { code: showCheckCode(read.code), why: noSuch } : null
  const answer = found
    ? null
    : (unknown ?? { code: typed, why: 'reason' in read ? read.reason : '' })
  return json(
    { found, unknown: answer },
    { status: found ? 200 : 404, headers: { 'Cache-Control': 'public, max-age=60' } },
  )
}

const noSuch =
  'The code is complete, and no certificate of this program has it. Please compare it with the paper once more. If it is the same, the paper may come from another program.'

export default function CheckedCertificate() {
  const { found, unknown } = useLoaderData<typeof loader>()
  return (
    <PublicShell>
      {found ? (
        <>
          <h1>{found.heading}</h1>
          <p>
            <Tag tone={found.tone}>{found.label}</Tag>
          </p>
          <p className="lead">{found.sentence}</p>
          <SummaryList rows={found.rows} />
          <p className="soft">{found.readOn}</p>
          <p>
            What stands behind it: <a href={paths.standards()}>the standards of the program</a>.
          </p>
        </>
      ) : (
        <>
          <h1>No certificate has this code</h1>
          <p>
            You asked for <code>{unknown?.code}</code>
          </p>
          <p className="lead">{unknown?.why}</p>
        </>
      )}
      <div className="actions">
        <ButtonLink to={paths.check()} look={found ? 'quiet' : 'go'} document>
          {found ? 'Check another certificate' : 'Type the code again'}
        </ButtonLink>
        <ButtonLink to={paths.directory()} document>
          See the accredited venues
        </ButtonLink>
      </div>
    </PublicShell>
  )
}
