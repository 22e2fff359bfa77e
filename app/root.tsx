import '~/ui/lamplight.css'
import { randomBytes } from 'node:crypto'
import type { LinksFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { readPack } from './domain/standards/load-pack'
import { SubmissionSeed } from './ui/form'
import { useNonce } from './ui/nonce'
import { HelpLinesProvider } from './ui/page-shell'
import { ProblemPage, problemOf } from './ui/problem-page'

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

const { settings } = readPack()

export function loader() {
  const { emergencyNumber, advocateLine } = settings
  return {
    seed: randomBytes(12).toString('hex'),
    help: { emergency: emergencyNumber, advocate: advocateLine },
  }
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const error = useRouteError()
  const quiet = useQuiet() || error !== undefined
  const nonce = useNonce()
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {error === undefined ? <Meta /> : <title>{`${problemOf(error).title} – Lamplight`}</title>}
        <Links />
      </head>
      <body>
        <SubmissionSeed.Provider value={data?.seed ?? ''}>
          <HelpLinesProvider value={data?.help}>{children}</HelpLinesProvider>
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

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <ProblemPage problem={problemOf(useRouteError())} />
}

function useQuiet(): boolean {
  const handle = useMatches().at(-1)?.handle
  return typeof handle === 'object' && handle !== null && 'quiet' in handle && handle.quiet === true
}
