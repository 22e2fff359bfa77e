import type { MetaFunction } from '@remix-run/node'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'

export const meta: MetaFunction = () => [{ title: 'Your account is deleted – Lamplight' }]

export default function AccountDeleted() {
  return (
    <>
      <h1>Your account is deleted</h1>
      <p className="lead">You are signed out. Thank you for the time that you gave.</p>
      <div className="actions">
        <ButtonLink to={paths.home()}>To the first page</ButtonLink>
      </div>
    </>
  )
}
