import type { SerializeFrom } from '@remix-run/node'
import { paths } from '~/paths'
import { ButtonLink } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { countOf } from '~/words/en/format'
import { ListChanges } from './list-changes'
import { ListReport } from './list-report'
import type { loader } from './route'

type Page = SerializeFrom<typeof loader>

/** The report of a list that was imported, and what to do next. */
export function Done({ page }: { page: Page }) {
  const { report, fileName, when, undone } = page
  const isNew = changesAnything(report)
  return (
    <>
      <h1>{undone ? 'The list was taken back' : isNew ? 'The list is in' : 'Nothing changed'}</h1>
      {undone ? (
        <Notice>{`${fileName} was imported on ${when} and taken back on ${undone}. This is what it had brought.`}</Notice>
      ) : (
        <Notice tone="success">
          {isNew
            ? `${fileName} was imported on ${when}.`
            : `${fileName} was imported on ${when}. Everything it says about its ${countOf(report.venues, 'venue', 'venues')} was on file already.`}
        </Notice>
      )}
      <ListReport page={page} />
      <ListChanges page={page} />
      <div className="actions">
        <ButtonLink to={paths.venues({ standing: 'not_invited' })} look="go">
          Go to the venues
        </ButtonLink>
        {report.vanished && !undone ? (
          <ButtonLink to={paths.vanishedLicenses()}>Venues that are not on the list</ButtonLink>
        ) : null}
        <ButtonLink to={paths.districts()}>Look at the districts</ButtonLink>
        {undone ? null : (
          <ButtonLink to={paths.undoLicenseImport(page.id)}>Take this list back</ButtonLink>
        )}
      </div>
    </>
  )
}

export function changesAnything(report: Page['report']): boolean {
  const { added, changed, vanished = 0, returned = 0 } = report
  return added + changed + vanished + returned > 0
}
