import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import type { Studio } from '~/domain/feedback/studio.server'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { listOf } from '~/words/en/format'

/** What other reviewers write for this letter: to wait for, to take in with their name, or to leave. */
export function GivenParts({ page: { applicationId, given, titles } }: { page: Studio }) {
  const writing = given.filter(({ handedOn }) => !handedOn)
  const handed = given.filter(({ handedOn }) => handedOn)
  return (
    <>
      {writing.length > 0 ? (
        <Notice>
          {listOf(writing.map(({ by }) => by))} {writing.length === 1 ? 'writes' : 'write'} a part
          of this letter.{' '}
          <Link to={paths.askColleague(applicationId)}>See, or take the question back</Link>
        </Notice>
      ) : null}
      {handed.map(({ id, by, handedOn, items }) => (
        <div className="suggested flow" key={id}>
          <p>
            <b>
              {by} handed their part over on {handedOn}:
            </b>
          </p>
          <ul>
            {items.map(({ key, name, standard, words }) => (
              <li key={key}>
                {name} on “{titles[standard] ?? standard}”: <span className="pre">{words}</span>
              </li>
            ))}
          </ul>
          <div className="actions inline">
            <Button
              small
              form="studio"
              name="takePart"
              value={id}
              pending="Taking…"
              about={`by ${by}`}
            >
              Take it into the letter
            </Button>
            <Button
              small
              form="studio"
              name="leavePart"
              value={id}
              pending="Saving…"
              about={`by ${by}`}
            >
              Leave it out
            </Button>
          </div>
        </div>
      ))}
    </>
  )
}

/** Who reads the draft at the moment, and what they say about the whole of it. */
export function Colleagues({ page: { applicationId, readers, suggestions } }: { page: Studio }) {
  const notes = suggestions.filter(({ field }) => field === null)
  return (
    <>
      {readers.length > 0 ? (
        <Notice>
          {listOf(readers.map(({ name }) => name))} {readers.length === 1 ? 'reads' : 'read'} this
          draft first.{' '}
          <Link to={paths.askColleague(applicationId)}>See, or take the question back</Link>
        </Notice>
      ) : null}
      {notes.map(({ id, words, by }) => (
        <div className="suggested flow" key={id}>
          <p>
            <b>{by} says of the whole:</b> <span className="pre">{words}</span>
          </p>
          <Button
            small
            form="studio"
            name="leave"
            value={id}
            pending="Saving…"
            about={`from ${by}`}
          >
            I have read it
          </Button>
        </div>
      ))}
    </>
  )
}

/** What the venue has of this round already. */
export function SentEarly({ page: { applicationId, early } }: { page: Studio }) {
  if (early.length === 0) return null
  return (
    <Notice>
      Sent early:{' '}
      {early.map(({ id, name, on }, index) => (
        <Fragment key={id}>
          {index > 0 ? ', ' : ''}
          <Link to={paths.reviewLetter(applicationId, id)}>
            “{name}” on {on}
          </Link>
        </Fragment>
      ))}
      . The rest goes with this letter.
    </Notice>
  )
}
