import { paths } from '~/paths'
import { Checkbox } from './choices'
import { TextField } from './fields'
import { Form, type FormAnswer } from './form'
import { Notice } from './notice'
import { SavesItself } from './saves-itself'
import { sendDraft } from './send-draft'

type WalkNoteProps = {
  walkId: string
  item: {
    item: string
    title: string
    hint: string
    looked: string
    words: string
    revision: string
    edited: string
  }
  answer?: FormAnswer | undefined
}

const route = 'routes/walk-throughs.$walkId.items.$item'

/** One thing to look at: a tick, a few words where there is something to say, saved by itself. */
export function WalkNote({ walkId, item, answer }: WalkNoteProps) {
  const { looked, words } = item
  const action = paths.walkNote(walkId, item.item)
  return (
    <Form action={action} answer={answer} values={{ looked, words }} label={item.title}>
      {answer?.theirs ? (
        <Notice tone="warning" title="What stands there now">
          <blockquote className="own-words">{answer.theirs.words}</blockquote>
        </Notice>
      ) : null}
      <Checkbox name="looked" label={`${item.title}: looked at`} hint={item.hint} />
      <details className="more" open={words !== '' || answer !== undefined}>
        <summary>A few words on it</summary>
        <TextField
          name="words"
          label="What you saw, or what to change"
          notice="here"
          maxLength={200}
          autoComplete="off"
          optional
        />
      </details>
      <SavesItself
        held={{ looked, words }}
        revision={answer?.theirs?.revision ?? item.revision}
        waits={answer?.values !== undefined}
        send={(fields, revision) => sendDraft({ action, route, fields, revision, shows: 'words' })}
        before={item.edited}
        button="Save"
        look="quiet"
      />
    </Form>
  )
}
