import { paths } from '~/paths'
import type { Reading } from '../context'
import type { PolicyId, VenueId } from '../ids'
import { standardSetOf } from '../standards/program.server'
import { venueMayEdit } from './application'
import { applicationOfVenue } from './queries.server'

type Began = { id: PolicyId; template: string | null }

/**
 * Where a policy that stands beside no standard may go: those that ask for the template it began
 * from. Null while nothing can be put beside a standard.
 */
export async function standardsFor({ db, actor }: Reading, venueId: VenueId, policy: Began) {
  const application = await applicationOfVenue(db, actor, venueId)
  if (!application || !venueMayEdit(application.state)) return null
  const { standards } = await standardSetOf(db, application.standardSetId)
  const fits = standards.filter(({ evidence }) =>
    evidence.some(
      ({ kind, template }) =>
        kind === 'policy' && template !== undefined && template === policy.template,
    ),
  )
  return fits.map(({ code, title }) => ({
    code,
    title,
    to: `${paths.addEvidence(venueId, code, 'policy')}?policy=${policy.id}`,
  }))
}
