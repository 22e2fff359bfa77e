import { Link, useLocation } from '@remix-run/react'
import { createContext, type ReactNode, useContext } from 'react'
import { paths } from '~/paths'
import { Announcer } from './announcer'
import { LampMark } from './lamp-mark'

export type NavItem = {
  to: string
  label: string
  /** Loads the page whole: for links to and from quiet pages. */
  document?: boolean
  /** How the addresses of its other pages begin, beside those below its own. */
  holds?: string[]
}

/** One of the places between which somebody switches. */
export type SwitchItem = { to: string; label: string; current: boolean }

export type HelpLines = { emergency: string; advocate: { name: string; phone: string } }

const HelpLinesContext = createContext<HelpLines | undefined>(undefined)

/** The root gives the lines that every footer names. */
export const HelpLinesProvider = HelpLinesContext.Provider

const RibbonContext = createContext<ReactNode>(null)

/** What the root puts above the bar of every page. */
export const RibbonProvider = RibbonContext.Provider

type PageShellProps = {
  navigation: NavItem[]
  /** Where the mark leads. */
  home?: NavItem
  /** Shown in the bar when somebody is signed in. */
  person?: { name: string; about?: string | undefined } | undefined
  /** Their places, where they have several. */
  switching?: SwitchItem[]
  /** The form with the "Sign out" button. */
  signOut?: ReactNode
  footer?: NavItem[]
  /** Quiet pages have no script, so nothing to announce. */
  quiet?: boolean
  /** Pages that draw their own bands leave it out. */
  wrap?: boolean | undefined
  children: ReactNode
}

export function PageShell({ wrap = true, ...props }: PageShellProps) {
  const ribbon = useContext(RibbonContext)
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      {ribbon}
      <Bar {...props} />
      <main id="main" tabIndex={-1} className={wrap ? 'page' : undefined}>
        {wrap ? <div className="wrap flow">{props.children}</div> : props.children}
      </main>
      <Foot links={props.footer ?? []} />
      {props.quiet ? null : <Announcer />}
    </>
  )
}

const lamplight: NavItem = { to: '/', label: 'Lamplight', document: true }

function Bar({ navigation, home = lamplight, person, switching = [], signOut }: PageShellProps) {
  const inside = (
    <>
      <NavList items={navigation} />
      {switching.length > 0 ? <SwitchMenu items={switching} /> : null}
      {person ? (
        <div className="who">
          <span>
            <Link to={paths.account()}>
              {person.name}
              <span className="sr">: your account</span>
            </Link>
            {person.about ? `, ${person.about}` : ''}
          </span>
          {signOut}
        </div>
      ) : null}
    </>
  )
  return (
    <header className="bar">
      <div className="wrap">
        <Link className="mark" to={home.to} reloadDocument={home.document}>
          <LampMark />
          {home.label}
        </Link>
        <nav className="wide" aria-label="Main">
          {inside}
        </nav>
        <details className="menu">
          <summary>Menu</summary>
          <nav aria-label="Main menu">{inside}</nav>
        </details>
      </div>
    </header>
  )
}

/** Opens without script, and closes when another page is open. */
function SwitchMenu({ items }: { items: SwitchItem[] }) {
  const { pathname } = useLocation()
  return (
    <details className="switch" key={pathname}>
      <summary>Switch</summary>
      <ul aria-label="Your places">
        {items.map(({ to, label, current }) => (
          <li key={to}>
            <Link to={to} aria-current={current ? 'true' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}

function NavList({ items }: { items: NavItem[] }) {
  const { pathname } = useLocation()
  const open = openItem(items, pathname)
  return (
    <ul>
      {items.map((item) => (
        <li key={item.to}>
          <Link
            to={item.to}
            reloadDocument={item.document}
            aria-current={item !== open ? undefined : pathOf(item) === pathname ? 'page' : 'true'}
          >
            {item.label}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** The entry to which the open page belongs: the one whose address it goes on from the furthest. */
export function openItem(items: readonly NavItem[], pathname: string): NavItem | undefined {
  const reach = (item: NavItem) => {
    if (pathOf(item) === pathname) return pathname.length + 1
    const starts = [`${pathOf(item)}/`, ...(item.holds ?? [])]
    return Math.max(0, ...starts.map((start) => (pathname.startsWith(start) ? start.length : 0)))
  }
  const [nearest] = [...items].sort((a, b) => reach(b) - reach(a))
  return nearest && reach(nearest) > 0 ? nearest : undefined
}

function pathOf({ to }: NavItem): string {
  return to.split('?')[0] ?? to
}

function Foot({ links }: { links: NavItem[] }) {
  const help = useContext(HelpLinesContext)
  return (
    <footer className="foot">
      <div className="wrap flow">
        {help ? (
          <p className="help">
            In an emergency, call <strong>{help.emergency}</strong>. {help.advocate.name}:{' '}
            <strong>{help.advocate.phone}</strong>.
          </p>
        ) : null}
        {links.length ? (
          <nav aria-label="More">
            <ul>
              {links.map(({ to, label, document }) => (
                <li key={to}>
                  <Link to={to} reloadDocument={document}>
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        <p>
          Lamplight is voluntary. It asks for no patron lists and no incident reports, and nothing
          here is legal advice.
        </p>
      </div>
    </footer>
  )
}
