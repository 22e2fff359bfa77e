import { isRouteErrorResponse } from '@remix-run/react'
import { paths } from '~/paths'

/** What a form gets whose session had ended: the typed fields, sealed for the person they belong to. */
export function signInAgainFrom(error: unknown): { carry: string | null } | null {
  if (!isRouteErrorResponse(error) || error.status !== 401) return null
  const carry: unknown = error.data?.carry
  return { carry: typeof carry === 'string' ? carry : null }
}

/** The sign-in form in place of a page whose session had ended. It posts as a document. */
export function SignInAgain({ carry }: { carry: string | null }) {
  return (
    <>
      <h1>Please sign in again</h1>
      <p>
        {carry
          ? 'Your session ended. What you typed is kept on this page and comes back, unsaved, after you sign in.'
          : 'Please sign in first. Nothing was saved.'}
      </p>
      <form method="post" action={paths.signIn()} className="form">
        {carry ? <input type="hidden" name="_carry" value={carry} /> : null}
        <label htmlFor="again-email">Email address</label>
        <input id="again-email" name="email" type="email" autoComplete="email" required />
        <button type="submit">Send me a code</button>
      </form>
    </>
  )
}
