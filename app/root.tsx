import '~/ui/lamplight.css'
import { randomBytes } from 'node:crypto'
import type { AppLoadContext, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useLocation,
  useMatches,
  useParams,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { database } from './db.server'
import { placesOf } from './domain/accounts/queries.server'
import { hasAllFactors } from './domain/permissions/who'
import { programOf } from './domain/standards/program.server'
import { readSession } from './http/session.server'
import { paths } from './paths'
import { DemoRibbon } from './ui/demo-ribbon'
import { SubmissionSeed } from './ui/form-state'
import { navigationFor, placesToSwitch } from './ui/navigation'
import { useNonce } from './ui/nonce'
import { HelpLinesProvider, PageShell, RibbonProvider } from './ui/page-shell'
import { ProblemPage, problemOf } from './ui/problem-page'
import { PublicShell } from './ui/public-shell'
import { ProveFirst, SignInAgain, stoppedFrom } from './ui/sign-in-again'
import { SignOutButton } from './ui/sign-out-button'
import { typefaceLinks } from './ui/typefaces'
import { addressed } from './words/en/names'

export const links: LinksFunction = () => [
  ...typefaceLinks,
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** A quiet page gets the same from here whoever asks: no session is read for it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { settings, demoSeededAt } = await programOf(database())
  const { emergencyNumber, advocateLine } = settings
  return {
    seed: randomBytes(12).toString('hex'),
    help: { emergency: emergencyNumber, advocate: advocateLine },
    demo: demoSeededAt ? { doors: context.demoAllowed } : null,
    signedIn: context.quiet ? null : await signedIn(request, context),
  }
}

async function signedIn(request: Request, context: AppLoadContext) {
  const session = await readSession(request, new Date(), context)
  if (!session?.alive) return null
  const { actor } = session
  // Half a sign-in opens nothing yet, and shows no name.
  if (!hasAllFactors(actor)) return null
  const places = await placesOf(database(), actor)
  const held = new Set(places.flatMap(({ role, venueId }) => (venueId ? [] : role)))
  return {
    name: addressed(actor.person),
    places: places.flatMap(({ venueId, venue, role }) =>
      venueId && venue ? { venueId, name: venue, role } : [],
    ),
    roles: [...held],
    follows: places.flatMap(({ role, districtSlug, district }) =>
      role === 'district_viewer' && districtSlug && district
        ? { slug: districtSlug, name: district }
        : [],
    ),
  }
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const error = useRouteError()
  const quiet = useQuiet() || error != null
  const nonce = useNonce()
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {error == null ? <Meta /> : <title>{`${problemOf(error).title} – Lamplight`}</title>}
        <Links />
      </head>
      <body>
        <SubmissionSeed.Provider value={data?.seed ?? ''}>
          <HelpLinesProvider value={data?.help ?? stoppedFrom(error)?.help}>
            <RibbonProvider value={data?.demo ? <DemoRibbon doors={data.demo.doors} /> : null}>
              {children}
            </RibbonProvider>
          </HelpLinesProvider>
        </SubmissionSeed.Provider>
        {quiet ? null : (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

/** A quiet page draws its own public shell; every other page stands in the shell of who is signed in. */
export default function Root() {
  const { signedIn: who } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const { venueId } = useParams()
  if (useQuiet()) return <Outlet />
  if (!who) {
    return (
      <PublicShell quiet={false}>
        <Outlet />
      </PublicShell>
    )
  }
  const { items } = navigationFor(who, pathname, venueId)
  const place = who.places.find((each) => each.venueId === venueId)
  return (
    <PageShell
      navigation={items}
      home={{ to: paths.myHome(), label: 'Lamplight' }}
      switching={placesToSwitch(who, pathname, venueId)}
      person={{ name: who.name, about: place?.name }}
      signOut={<SignOutButton />}
      footer={[
        { to: paths.standards(), label: 'Standards', document: true },
        { to: paths.check(), label: 'Check a certificate', document: true },
      ]}
    >
      <Outlet />
    </PageShell>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const stopped = stoppedFrom(error)
  if (stopped) {
    const { by, carry } = stopped
    return (
      <PublicShell>
        {by === 'prove' ? <ProveFirst carry={carry} /> : <SignInAgain carry={carry} />}
      </PublicShell>
    )
  }
  return <ProblemPage problem={problemOf(error)} />
}

function useQuiet(): boolean {
  const handle = useMatches().at(-1)?.handle
  return typeof handle === 'object' && handle !== null && 'quiet' in handle && handle.quiet === true
}
