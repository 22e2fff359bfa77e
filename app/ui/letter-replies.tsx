import './styles/records.css'
import { replyWords } from '~/words/en/replies'
import { Button } from './button'
import { FileField, Select, TextArea } from './fields'
import { Form, type FormAnswer } from './form'
import { documentKinds } from './policy-file-field'
import { Timeline } from './timeline'

type GivenFile = { id: string; name: string; size: string; held: string }
type GivenReply = {
  id: string
  author: string
  when: string
  words: string
  about: string
  late: string
  files: GivenFile[]
}
type GivenAnswer = {
  id: string
  when: string
  who: string
  what: string
  words: string
  late: string
}

type RepliesProps = {
  replies: GivenReply[]
  /** The parts of the letter that a reply can be about. */
  about: { id: string; standard: string; title: string }[]
  mayReply: boolean
  fileTo: (fileId: string) => string
  action: string
  /** Whom the reply goes to, by name. */
  to: string
  answer?: FormAnswer | undefined
}

/** The replies by both sides, and the form for one more. A reply is welcome at any time. */
export function Replies({ replies, mayReply, fileTo, ...form }: RepliesProps) {
  return (
    <section className="flow no-print" id="replies">
      <h2>{replyWords.title}</h2>
      {replies.length > 0 ? (
        <Timeline
          label="Replies"
          happenings={replies.map(({ id, author, when, words, about, late, files }) => ({
            id,
            at: when,
            when: `${author} · ${when}`,
            what: (
              <>
                {about ? <p className="soft">{replyWords.about(about)}</p> : null}
                <p className="pre">{words}</p>
                <ReplyFiles files={files} fileTo={fileTo} />
                {late ? (
                  <p className="soft">
                    <small>{late}</small>
                  </p>
                ) : null}
              </>
            ),
          }))}
        />
      ) : (
        <p className="soft">{replyWords.none}</p>
      )}
      {mayReply ? <ReplyBox {...form} /> : null}
    </section>
  )
}

function ReplyFiles({ files, fileTo }: { files: GivenFile[] } & Pick<RepliesProps, 'fileTo'>) {
  if (files.length === 0) return null
  return (
    <ul className="plain">
      {files.map(({ id, name, size, held }) => (
        <li key={id}>
          {held ? (
            `${name} (${size}). ${held}`
          ) : (
            <a href={fileTo(id)} download>
              {name} ({size})
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

type ReplyBoxProps = Pick<RepliesProps, 'about' | 'action' | 'to' | 'answer'>

export function ReplyBox({ about, action, to, answer }: ReplyBoxProps) {
  const parts = [...new Map(about.map((part) => [part.standard, part])).values()]
  return (
    <Form action={action} answer={answer} label={`Reply to ${to}`} multipart>
      <TextArea name="words" label={replyWords.to(to)} limit={4_000} rows={4} />
      <Select
        name="about"
        label={replyWords.aboutWhat}
        prompt={replyWords.whole}
        choices={parts.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <FileField
        name="file"
        label={replyWords.files}
        optional
        hint={replyWords.filesHint}
        accept={documentKinds}
        multiple
      />
      <Button pending={replyWords.sending}>{replyWords.send}</Button>
    </Form>
  )
}

/** What the answer that stands came after, where the application had moved on before it. */
export function LateAnswer({ history }: { history: GivenAnswer[] }) {
  const late = history.at(-1)?.late
  return late ? (
    <p className="soft">
      <small>{late}</small>
    </p>
  ) : null
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
