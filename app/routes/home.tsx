import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type Place, placesOf } from '~/domain/accounts/queries.server'
import { requirePerson } from '~/http/guards.server'
import { load } from '~/http/respond.server'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { TaskList } from '~/ui/task-list'
import { roleNames } from '~/words/en/names'

export const meta: MetaFunction = () => [{ title: 'Where to? – Lamplight' }]

/** Leads to the one place that somebody has, and asks when there are several. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requirePerson(args)
  const places = await load(() => placesOf(db, actor))
  const homes = new Map(places.flatMap(homeOf).map((home) => [home.to, home]))
  const [first] = homes.values()
  if (first && homes.size === 1) throw redirect(first.to)
  return { name: actor.person.name, homes: [...homes.values()] }
}

type Home = { to: string; title: string; status: string; detail?: string }

function homeOf(place: Place): Home[] {
  const status = roleNames[place.role]
  if (place.venueId) return [{ to: paths.venue(place.venueId), title: place.venue ?? '', status }]
  if (place.role === 'liaison') return [{ to: paths.desk(), title: 'Your desk', status }]
  if (place.role === 'coordinator') {
    return [{ to: paths.coordinator(), title: 'The whole program', status }]
  }
  if (place.role === 'partner') {
    return [{ to: paths.parts(), title: 'What you were asked about', status }]
  }
  if (place.role === 'district_viewer' && place.districtSlug) {
    return [
      {
        to: paths.districtStatus(place.districtSlug),
        title: place.district ?? 'Your district',
        status,
        detail: 'How the district is doing: venues, training, loading zones and classes.',
      },
    ]
  }
  return []
}

export default function Home() {
  const { name, homes } = useLoaderData<typeof loader>()
  if (homes.length > 0) {
    return (
      <>
        <h1>Where to, {name}?</h1>
        <TaskList tasks={homes} label="Your places" />
      </>
    )
  }
  return (
    <>
      <h1>Welcome, {name}</h1>
      <EmptyState
        title="You belong to no venue here yet"
        action={
          <>
            <ButtonLink to={paths.claim()} look="go" document>
              Use the code from your letter
            </ButtonLink>
            <ButtonLink to={paths.join()} document>
              Ask to join
            </ButtonLink>
          </>
        }
      >
        Your venue’s own page opens here once you have joined with it. A letter with a code is the
        quickest way; without one, ask to join and we confirm that you belong there.
      </EmptyState>
    </>
  )
}
