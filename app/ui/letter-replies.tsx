import './styles/records.css'
import { Button } from './button'
import { Select, TextArea } from './fields'
import { Form, type FormAnswer } from './form'
import { Timeline } from './timeline'

type GivenReply = { id: string; author: string; when: string; words: string; about: string }
type GivenAnswer = { id: string; when: string; who: string; what: string; words: string }

type RepliesProps = {
  replies: GivenReply[]
  /** The parts of the letter that a reply can be about. */
  about: { id: string; standard: string; title: string }[]
  mayReply: boolean
  action: string
  /** Whom the reply goes to, by name. */
  to: string
  answer?: FormAnswer | undefined
}

/** The replies by both sides, and the form for one more. A reply is welcome at any time. */
export function Replies({ replies, mayReply, ...form }: RepliesProps) {
  return (
    <section className="flow no-print" id="replies">
      <h2>Replies</h2>
      {replies.length > 0 ? (
        <Timeline
          label="Replies"
          happenings={replies.map(({ id, author, when, words, about }) => ({
            id,
            at: when,
            when: `${author} · ${when}`,
            what: (
              <>
                {about ? <p className="soft">About “{about}”</p> : null}
                <p className="pre">{words}</p>
              </>
            ),
          }))}
        />
      ) : (
        <p className="soft">No replies yet. A reply is welcome at any time, late ones too.</p>
      )}
      {mayReply ? <ReplyBox {...form} /> : null}
    </section>
  )
}

type ReplyBoxProps = Pick<RepliesProps, 'about' | 'action' | 'to' | 'answer'>

export function ReplyBox({ about, action, to, answer }: ReplyBoxProps) {
  const parts = [...new Map(about.map((part) => [part.standard, part])).values()]
  return (
    <Form action={action} answer={answer} label={`Reply to ${to}`}>
      <TextArea name="words" label={`Write to ${to}`} limit={4_000} rows={4} />
      <Select
        name="about"
        label="What it is about"
        prompt="The whole letter"
        choices={parts.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Button pending="Sending…">Send the reply</Button>
    </Form>
  )
}

/** Every answer that was given to a step, the oldest first. */
export function StepHistory({ history }: { history: GivenAnswer[] }) {
  if (history.length === 0) return null
  const [only] = history
  if (history.length === 1 && !only?.words) return null
  return (
    <details className="more">
      <summary>How this step went</summary>
      <ul className="plain">
        {history.map(({ id, when, who, what, words }) => (
          <li key={id}>
            {when}, {who}: {what}. {words}
          </li>
        ))}
      </ul>
    </details>
  )
}
