import { Link } from '@remix-run/react'
import type { ApplicationRecord } from '~/domain/feedback/record.server'
import { paths } from '~/paths'
import { Timeline } from '~/ui/timeline'
import { countOf } from '~/words/en/format'

/** Each share and the letter that answered it, the newest first. */
export function Rounds({ rounds }: Pick<ApplicationRecord, 'rounds'>) {
  return (
    <Timeline
      label="Rounds, the newest first"
      happenings={rounds.map(
        ({ id, title, reference, shared, sharedBy, answered, letters }, index) => ({
          id,
          at: shared,
          when: shared,
          now: index === 0 && !answered,
          what: (
            <>
              <p>
                <b>{title}</b>, shared by {sharedBy}. Reference {reference}.
              </p>
              {letters.map((letter) => (
                <p key={letter.id}>
                  <Link to={letter.to}>
                    {letter.part ? `Early letter about “${letter.part}”` : 'Letter'} by{' '}
                    {letter.author}, {letter.sent}
                  </Link>
                  . {letter.seen}{' '}
                  {letter.replies > 0 ? `${countOf(letter.replies, 'reply', 'replies')}.` : ''}
                </p>
              ))}
              {letters.length === 0 ? <p>No letter yet.</p> : null}
            </>
          ),
        }),
      )}
    />
  )
}

type ChangesProps = Pick<ApplicationRecord, 'changes' | 'applicationId'>

/** What is different since the round before; nothing where there was none. */
export function Changes({ changes, applicationId }: ChangesProps) {
  if (!changes) return null
  return (
    <section className="flow">
      <h2>What changed since the last round</h2>
      {changes.length === 0 ? (
        <p>The venue shared the same again. Its note may say why.</p>
      ) : (
        <ul>
          {changes.map(({ code, title, changes: each }) => (
            <li key={code}>
              <a href={`#${code}`}>{title}</a>: {each.join(' ')}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to={paths.compareShared(applicationId)}>
          Read what changed in its policies, word by word
        </Link>
      </p>
    </section>
  )
}
