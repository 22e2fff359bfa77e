import { isRouteErrorResponse, useLocation } from '@remix-run/react'
import { paths } from '~/paths'
import { Notice } from './notice'
import type { HelpLines } from './page-shell'
import { EmailFields, StaffFields, type WayBack, WayBackFields } from './sign-in-fields'

/** What a guard threw for a form without a session; null for any other error. */
export function signInAgainFrom(
  error: unknown,
): { carry: string | null; help: HelpLines | undefined } | null {
  if (!isRouteErrorResponse(error) || error.status !== 401 || !error.data?.signIn) return null
  const { carry, help } = error.data
  return { carry: typeof carry === 'string' ? carry : null, help }
}

/**
 * Stands in for a page whose form was sent after the session had ended. What was typed travels
 * sealed through the steps of sign-in; where nobody is known (null), there is nothing to bring back.
 */
export function SignInAgain({ carry }: { carry: string | null }) {
  const { pathname, search } = useLocation()
  const staff = [paths.desk(), paths.coordinator()].some((start) => pathname.startsWith(start))
  const way = { carry, returnTo: carry ? null : `${pathname}${search}` }
  return (
    <>
      <h1>Please sign in again</h1>
      <Notice tone="warning" live>
        {carry
          ? 'Your session ended. What you typed is kept on this page and comes back after you sign in.'
          : 'Your session ended, and nothing was saved. Go back to copy what you typed, or sign in and open the page again.'}
      </Notice>
      {carry ? <p>If you had chosen a file, please choose it once more afterwards.</p> : null}
      {staff ? <StaffAgain way={way} /> : <EmailAgain way={way} />}
      <details className="more">
        <summary>{staff ? 'I sign in with a code by email' : 'I am program staff'}</summary>
        <div className="flow">{staff ? <EmailAgain way={way} /> : <StaffAgain way={way} />}</div>
      </details>
    </>
  )
}

/** Plain forms: the root holds them ready for every page, so they bring no script of their own. */
function EmailAgain({ way }: { way: WayBack }) {
  return (
    <form method="post" action={paths.signIn()} className="form" aria-label="Sign in by email">
      <WayBackFields way={way} />
      <EmailFields />
    </form>
  )
}

function StaffAgain({ way }: { way: WayBack }) {
  return (
    <form
      method="post"
      action={paths.staffSignIn()}
      className="form"
      aria-label="Sign in as program staff"
    >
      <WayBackFields way={way} />
      <StaffFields />
    </form>
  )
}
