import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { teamNotices } from '~/words/en/training'

/** The empty staff list: what it is for, and the three ways to begin it. */
export function EmptyTeam({ venueId }: { venueId: string }) {
  return (
    <EmptyState
      level={3}
      title="Nobody is on your list yet"
      action={
        <>
          <ButtonLink to={paths.importRoster(venueId)} look="go">
            Import a list
          </ButtonLink>
          <ButtonLink to={paths.newStaff(venueId)}>Type in a person</ButtonLink>
          <ButtonLink to={paths.teamTemplate(venueId)} document>
            {teamNotices.template}
          </ButtonLink>
        </>
      }
    >
      <p>
        From your list we count how many of your team have each training. New people do not count in
        their first 30 days, and people on leave do not count either. There are three ways to begin:
      </p>
      <ul>
        <li>
          <strong>Import a list</strong> that you have: a spreadsheet, what your payroll program
          gives out, or the list of a course. You see what would happen before anything is written.
        </li>
        <li>
          <strong>Type people in</strong>, one by one. For a small team that takes a few minutes.
        </li>
        <li>
          <strong>Fill in our template</strong> in your spreadsheet program, and import it.
        </li>
      </ul>
    </EmptyState>
  )
}
