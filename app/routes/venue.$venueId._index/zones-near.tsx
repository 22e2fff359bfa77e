import { Link, useParams } from '@remix-run/react'
import type { ZoneAtHome } from '~/domain/zones/zones-at-home'
import { paths } from '~/paths'
import { TaskList } from '~/ui/task-list'

/** The loading zones near the venue: what is open tonight, and what its door staff have not heard yet. */
export function ZonesNear({ zones }: { zones: ZoneAtHome[] }) {
  const { venueId = '' } = useParams()
  if (zones.length === 0) return null
  return (
    <section className="flow">
      <h2>{zones.length === 1 ? 'The loading zone near you' : 'Loading zones near you'}</h2>
      <TaskList
        label="Loading zones near you"
        tasks={zones.map(({ id, name, words, asked, changed, to }) => ({
          id,
          to,
          title: name,
          detail: words,
          status: asked ? askedWords(changed) : changed ? 'Your door staff know' : 'Nothing to do',
          tone: asked ? 'next' : 'soft',
        }))}
      />
      <p>
        <Link to={paths.venueZones(venueId)}>Hours, places and words for your door staff</Link>
      </p>
    </section>
  )
}

function askedWords(changed: boolean): string {
  return changed ? 'Changed: tell your door staff' : 'Tell your door staff'
}
