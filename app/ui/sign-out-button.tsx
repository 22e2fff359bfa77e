import { paths } from '~/paths'

/** A plain form: signing out loads the next page whole. */
export function SignOutButton() {
  return (
    <form method="post" action={paths.signOut()}>
      <button type="submit" className="link">
        Sign out
      </button>
    </form>
  )
}
