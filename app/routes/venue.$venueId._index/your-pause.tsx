import { useParams } from '@remix-run/react'
import type { VenueHome } from '~/domain/applications/workspace-home.server'
import { paths } from '~/paths'
import { SummaryList } from '~/ui/summary-list'
import { formatDay } from '~/words/en/format'

/** While the application is paused: the team's own note, and the day on which it is asked again. */
export function YourPause({ pause }: { pause: NonNullable<VenueHome['pause']> }) {
  const { venueId = '' } = useParams()
  const change = { to: paths.changePause(venueId) }
  return (
    <section className="flow">
      <h2>Your pause</h2>
      <SummaryList
        rows={[
          {
            term: 'Your note',
            detail: pause.words || 'None. It would be for your own team.',
            change,
          },
          { term: 'Asked again', detail: whenAsked(pause), change },
        ]}
      />
    </section>
  )
}

function whenAsked({ asksOn, asked }: NonNullable<VenueHome['pause']>): string {
  if (asksOn) return `On ${formatDay(asksOn)}, by one email`
  if (asked) return `We asked on ${asked}, and do not ask again`
  return 'Not asked for: you come back when you like'
}
