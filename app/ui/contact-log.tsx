import type { ContactSide, HelpfulAnswer } from '~db/vocabulary'
import { Button, ButtonLink } from './button'
import { EmptyState } from './empty-state'
import { Form } from './form'
import { Notice } from './notice'
import { Pagination } from './pagination'
import { Tag } from './tag'
import { Timeline } from './timeline'

type Row = {
  id: string
  at: string
  when: string
  title: string
  enforcement: boolean
  topic: string
  about: string
  helpful: HelpfulAnswer | null
  helpfulWords: string
  helpfulTo: string | null
  takeBackTo: string | null
}

type ContactLogProps = {
  log: {
    side: ContactSide
    count: string
    next: string | null
    saved: { undoTo: string } | null
    gone: { undoTo: string } | null
    rows: Row[]
  }
}

/** When the program and a venue met, the newest first: the same for both. */
export function ContactLog({ log }: ContactLogProps) {
  const { side, rows, saved, gone } = log
  return (
    <section className="flow" aria-labelledby="contacts">
      <h2 id="contacts">Contacts</h2>
      {saved ? (
        <Undo words="Saved. Both sides read it now." to={saved.undoTo} button="Undo" />
      ) : null}
      {gone ? <Undo words="Taken off the log." to={gone.undoTo} button="Put it back" /> : null}
      {rows.length > 0 ? (
        <>
          <p className="soft">{log.count}, the newest first.</p>
          <Timeline
            label="Contacts"
            happenings={rows.map((row) => ({ ...row, what: <Contact row={row} /> }))}
          />
        </>
      ) : (
        <EmptyState title="No contact is written down yet" level={3}>
          {side === 'venue'
            ? 'When your liaison drops in, calls or writes, it stands here, and you say whether it was helpful. You can add your own.'
            : 'A walk-in, a call or a class takes three taps to write down. The venue reads it too, and says whether it was helpful.'}
        </EmptyState>
      )}
      <Pagination label="Contacts" next={log.next} />
    </section>
  )
}

function Undo({ words, to, button }: { words: string; to: string; button: string }) {
  return (
    <Notice tone="success" live>
      <p>{words}</p>
      <Form action={to} label={button} className="actions">
        <Button small>{button}</Button>
      </Form>
    </Notice>
  )
}

function Contact({ row }: { row: Row }) {
  const about = `${row.title}, ${row.when}`
  return (
    <div className="flow">
      <p>
        {row.enforcement ? (
          <Tag>{row.title}</Tag>
        ) : (
          <strong>{row.topic ? `${row.title}:` : row.title}</strong>
        )}{' '}
        {row.topic}
      </p>
      <p className="soft">{[row.about, row.helpfulWords].filter(Boolean).join(' ')}</p>
      {row.helpfulTo ? <Helpful row={row} to={row.helpfulTo} about={about} /> : null}
      {row.takeBackTo ? (
        <div className="actions inline">
          <ButtonLink to={row.takeBackTo} small about={about}>
            Take it off
          </ButtonLink>
        </div>
      ) : null}
    </div>
  )
}

/** One tap, and another one to change one's mind. */
function Helpful({ row, to, about }: { row: Row; to: string; about: string }) {
  return (
    <Form action={to} label={`Was it helpful? ${about}`} className="actions inline">
      {row.helpful ? null : <span>Was it helpful?</span>}
      {row.helpful === 'yes' ? null : (
        <Button small name="helpful" value="yes" about={about}>
          {row.helpful ? 'It was helpful after all' : 'Yes'}
        </Button>
      )}
      {row.helpful === 'no' ? null : (
        <Button small name="helpful" value="no" about={about}>
          {row.helpful ? 'It was not helpful after all' : 'No'}
        </Button>
      )}
    </Form>
  )
}
