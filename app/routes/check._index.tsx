import { json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readCheckCode, showCheckCode } from '~/domain/certificates/check-code'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/fields'
import { PublicShell } from '~/ui/public-shell'

export const handle = { quiet: true }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.error ? 'Not quite yet: ' : ''}Check a certificate – Lamplight` },
  {
    name: 'description',
    content: 'Type the code from a Lamplight certificate and read how it stands today.',
  },
]

/** A code that could be one leads to its own page; anything else comes back with what to look at. */
export function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('code')?.slice(0, 500)
  if (typed === undefined) return json({ typed: '', error: null })
  const read = readCheckCode(typed)
  if ('code' in read) throw redirect(paths.checkCode(showCheckCode(read.code)))
  return json({ typed, error: read.reason }, { status: 422 })
}

export default function Check() {
  const { typed, error } = useLoaderData<typeof loader>()
  return (
    <PublicShell>
      <h1>Check a certificate</h1>
      <p className="lead">
        Every certificate has a square to scan and a code beside it. Type the code, and read how the
        certificate stands today.
      </p>
      <form className="form" method="get" action={paths.check()}>
        <TextField
          name="code"
          label="Check code"
          hint="14 letters and digits, such as 7K3M-Q9XW-0VTB-2F. Capitals and dashes do not matter."
          width="m"
          defaultValue={typed}
          error={error ?? undefined}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <div className="actions">
          <Button look="go">Check</Button>
        </div>
      </form>
      <p>
        No code at hand? Look for the venue among the{' '}
        <a href={paths.directory()}>accredited venues</a>.
      </p>
    </PublicShell>
  )
}
