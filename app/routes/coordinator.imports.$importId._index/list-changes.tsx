import type { SerializeFrom } from '@remix-run/node'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { countOf, formatNumber } from '~/words/en/format'
import { mergeReasons, standsOn, vanishedWords, venueFieldNames } from '~/words/en/licenses'
import type { loader } from './route'

type Page = SerializeFrom<typeof loader>
type Report = Page['report']

/** The venues that a list changes, lacks, or perhaps has twice, each by name. */
export function ListChanges({ page }: { page: Page }) {
  const { changedVenues = [], vanishedVenues = [], proposals = [] } = page.report
  return (
    <>
      {page.whole ? null : (
        <p>A part of the file could not be read, so no license is said to be missing.</p>
      )}
      {proposals.length > 0 && !page.undone ? (
        <Proposals page={page} proposals={proposals} />
      ) : null}
      {changedVenues.length > 0 ? (
        <section className="section flow">
          <h2>{page.done ? 'What changed' : 'What would change'}</h2>
          <Folded many={changedVenues.length > mostAtAGlance} words="See which venues">
            <ul className="cards">
              {changedVenues.map((venue) => (
                <ChangedVenue key={venue.license} venue={venue} done={page.done} />
              ))}
            </ul>
            <Rest all={page.report.changed} shown={changedVenues.length} />
          </Folded>
        </section>
      ) : null}
      {vanishedVenues.length > 0 ? (
        <section className="section flow">
          <h2>Not on this list any more</h2>
          <p>{vanishedWords(page.report.vanished ?? 0)}</p>
          <Folded many={vanishedVenues.length > mostAtAGlance} words="See which they are">
            <ul>
              {vanishedVenues.map(({ license, venueId, name, ...stands }) => (
                <li key={license}>
                  <Link to={paths.coordinatorVenue(venueId)}>{name}</Link>, {stands.address}{' '}
                  (license {license}). {standsOn(stands)}
                </li>
              ))}
            </ul>
            <Rest all={page.report.vanished ?? 0} shown={vanishedVenues.length} />
          </Folded>
        </section>
      ) : null}
    </>
  )
}

type Change = NonNullable<Report['changedVenues']>[number]

function ChangedVenue({ venue, done }: { venue: Change; done: boolean }) {
  const { license, venueId, name, fields, kept } = venue
  return (
    <li className="card flow">
      <h3>
        <Link to={paths.coordinatorVenue(venueId)}>{name}</Link>
      </h3>
      <p className="soft">License {license}</p>
      <ul className="plain">
        {fields.map(({ field, before, after }) => (
          <li key={field}>
            {venueFieldNames[field]}: {before ?? 'none'} <span aria-hidden="true">→</span>
            <span className="sr"> becomes </span>{' '}
            <b>{after ?? (field === 'district' && !done ? 'as you choose below' : 'none')}</b>
          </li>
        ))}
        {kept.map(({ field, ours, listed }) => (
          <li key={field}>
            {`${venueFieldNames[field]} stays “${ours ?? 'none'}”, because somebody edited it. The list says “${listed ?? 'none'}”.`}
          </li>
        ))}
        {fields.length + kept.length === 0 ? (
          <li>Nothing that the venue shows, such as its first year.</li>
        ) : null}
      </ul>
    </li>
  )
}

type ProposalsProps = { page: Page; proposals: NonNullable<Report['proposals']> }

function Proposals({ page: { done, newVenues }, proposals }: ProposalsProps) {
  return (
    <section className="section flow">
      <h2>Perhaps a venue you know, under a new license</h2>
      <p>
        {done
          ? 'Look at each, and merge the two if they are one venue.'
          : 'They come in as new venues. After the import you can merge each with the one you know.'}
      </p>
      <ul>
        {proposals.map(({ license, name, address, known, why }) => {
          const newVenue = newVenues[license]
          return (
            <li key={license}>
              {`${name}, ${address} (license ${license}) looks like `}
              <Link to={paths.coordinatorVenue(known.venueId)}>{known.name}</Link>
              {`. ${mergeReasons[why]}. `}
              {newVenue === known.venueId ? 'They are merged.' : null}
              {newVenue && newVenue !== known.venueId ? (
                <Link to={paths.mergeVenue(newVenue, { into: known.venueId })}>
                  Compare and merge<span className="sr"> {name}</span>
                </Link>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const mostAtAGlance = 24

/** What is long stays folded, so that the question below it is not lost. */
function Folded({ many, words, children }: { many: boolean; words: string; children: ReactNode }) {
  if (!many) return <>{children}</>
  return (
    <details className="more">
      <summary>{words}</summary>
      {children}
    </details>
  )
}

function Rest({ all, shown }: { all: number; shown: number }) {
  if (all <= shown) return null
  return (
    <p className="soft">
      {`The first ${formatNumber(shown)} of ${countOf(all, 'venue', 'venues')} stand here.`}
    </p>
  )
}
