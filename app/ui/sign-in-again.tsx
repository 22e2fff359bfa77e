import { isRouteErrorResponse, useLocation } from '@remix-run/react'
import { paths } from '~/paths'
import { Button } from './button'
import { Notice } from './notice'
import type { HelpLines } from './page-shell'
import { proveTitle } from './problem-page'
import { EmailFields, StaffFields, type WayBack, WayBackFields } from './sign-in-fields'

type Stopped = {
  /** Sign in again, or only prove who it is. */
  by: 'sign-in' | 'prove'
  carry: string | null
  help: HelpLines | undefined
}

/** What a guard threw for a form without a session or without proof; null for any other error. */
export function stoppedFrom(error: unknown): Stopped | null {
  if (!isRouteErrorResponse(error) || error.status !== 401) return null
  const { signIn, prove, carry, help } = error.data ?? {}
  if (!signIn && !prove) return null
  return { by: prove ? 'prove' : 'sign-in', carry: typeof carry === 'string' ? carry : null, help }
}

/** Stands in for a page whose form cannot simply be undone: its person proves first who they are. */
export function ProveFirst({ carry }: { carry: string | null }) {
  const { pathname, search } = useLocation()
  const way = { carry, returnTo: carry ? null : `${pathname}${search}` }
  return (
    <>
      <h1>{proveTitle}</h1>
      <p className="lead">
        What you are about to do cannot simply be undone, so we ask once more. It takes a moment,
        and then counts for ten minutes.
      </p>
      <Notice live>
        {carry
          ? 'Nothing is saved yet. What you typed is kept and comes back right after.'
          : 'Nothing is saved yet. The page opens again right after.'}
      </Notice>
      <form method="post" action={paths.prove()} className="form" aria-label={proveTitle}>
        <WayBackFields way={way} />
        <Button look="go">Show that it is me</Button>
      </form>
    </>
  )
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
