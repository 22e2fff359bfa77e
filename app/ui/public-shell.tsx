import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { type NavItem, PageShell } from './page-shell'

type PublicShellProps = {
  /** Pages that draw their own bands leave it out. */
  wrap?: boolean
  /** The few public pages with a form that answers in place set it to false. */
  quiet?: boolean
  children: ReactNode
}

/** The shell of every public page: the same for everyone, and without script. */
export function PublicShell({ wrap, quiet = true, children }: PublicShellProps) {
  return (
    <PageShell navigation={navigation} footer={footer} wrap={wrap} quiet={quiet}>
      {children}
    </PageShell>
  )
}

const navigation: NavItem[] = [
  { to: paths.standards(), label: 'Standards' },
  { to: paths.directory(), label: 'Accredited venues' },
  { to: paths.zones(), label: 'Zones' },
  { to: paths.check(), label: 'Check a certificate' },
  { to: paths.myHome(), label: 'Sign in or continue' },
].map((item) => ({ ...item, document: true }))

const footer: NavItem[] = [
  { to: paths.home(), label: 'Home' },
  { to: paths.readiness(), label: 'Readiness check' },
  { to: paths.join(), label: 'Join with your venue' },
  { to: paths.claim(), label: 'Use the code from your letter' },
  { to: paths.permissions(), label: 'Who may do what' },
  { to: paths.staffSignIn(), label: 'Sign-in for program staff' },
].map((item) => ({ ...item, document: true }))
